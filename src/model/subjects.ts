/** Records that are about one record of several types: they hold a foreign key for each type, of which one is set. */
import { modelOf } from './datamodel.ts';
import type { DatamodelField } from './generated/datamodel.ts';
import { keyOf } from './relations.ts';

/** By model, what its subject is to it; every foreign key that may be null is one of those that hold it. */
const subjects: Readonly<Record<string, string>> = {
  Citation: 'The record that the passage bears on.',
  Claim: 'What the claim is about: an event, a legal action or an actor.',
  Measure: 'What the number belongs to.',
  Name: 'Who or what bears the name.',
};

/** @returns what the subject of a model's records is to them; undefined where they have none */
export const subjectDocumentation = (model: string): string | undefined => subjects[model];

/** @returns the relations of which one is set, as the subject of a model's records; none where they have no subject */
export function subjectRelations(model: string): DatamodelField[] {
  if (subjects[model] === undefined) return [];
  return modelOf(model).fields.filter((field) => keyOf(field) !== undefined && !field.isRequired);
}

/** @returns whether a relation of a model is one of those that hold its subject */
export const isSubjectRelation = (model: string, relation: DatamodelField): boolean =>
  subjectRelations(model).includes(relation);
