/**
 * Relations to many records. Some a record shows in full: the loader refuses more than 100 there, and the API has a list.
 * All others may grow without bound, and are connections.
 */
import type { DatamodelField, DatamodelModel } from './generated/datamodel.ts';
import { backOf } from './relations.ts';
import { isSubjectRelation } from './subjects.ts';

/** The most entries that a list has which a record shows in full. */
export const LONGEST_FULL_LIST = 100;

/** By model; citations stand with what they are about, in full. */
const inFull: Readonly<Record<string, readonly string[]>> = {
  Case: ['coverage', 'agreement'],
  Actor: ['names', 'relationships', 'residences', 'measures'],
  Document: ['derivedFrom'],
  Place: ['names', 'ancestors'],
  Event: ['names', 'items', 'itemsFound', 'measures', 'links'],
  Participation: ['measures'],
  Statement: ['speakers', 'addressees', 'positions'],
  Claim: ['holdsResponsible', 'mentions', 'links'],
  LegalAction: ['parties', 'statuses', 'terms', 'grounds', 'measures', 'links'],
};

/** @returns whether a record of the model shows the relation in full */
export function isShownInFull(model: DatamodelModel, relation: DatamodelField): boolean {
  if (relation.type === 'Citation') return isSubjectRelation('Citation', backOf(model, relation));
  return inFull[model.name]?.includes(relation.name) ?? false;
}
