/** What each type of record consists of in a case file: its parts, references, dates and values, and what tells siblings apart. */
import { dateColumnsOf, datesOf } from './dates.ts';
import { findField, hasSlug, modelOf, recordModels, upperFirst } from './datamodel.ts';
import type { DatamodelField, DatamodelModel } from './generated/datamodel.ts';
import {
  backOf,
  isComputed,
  isNamedFor,
  joinTableOf,
  keyOf,
  type JoinTable,
  type SaidList,
  saidListOf,
} from './relations.ts';
import { subjectRelations } from './subjects.ts';

/** What tells a part from its siblings; records at the top level have their slug. */
const keyFields: Readonly<Record<string, readonly string[]>> = {
  Passage: ['number'],
  DocumentLink: ['kind', 'to'],
  Name: ['kind', 'value'],
  Relationship: ['kind', 'to', 'title'],
  Residence: ['place'],
  Participation: ['actor', 'role'],
  Item: ['name'],
  Measure: ['kind', 'unit'],
  EventLink: ['kind', 'to'],
  Position: ['claim', 'stance'],
  ClaimLink: ['kind', 'to'],
  LegalParty: ['actor', 'role'],
  LegalStatus: ['status', 'date'],
  LegalTerm: ['then'],
  LegalGround: ['event'],
  LegalLink: ['kind', 'to'],
};

/** What the loader computes of a case: it stands in no case file. */
export const computedModels: readonly string[] = ['Coverage', 'Agreement'];

/** Columns that the loader sets itself, in every table that has them. */
const ownColumns = new Set(['id', 'caseId', 'ordinal', 'text:Passage', 'depth:Place', 'dateOf', 'named']);

export interface RecordType {
  name: string;
  model: DatamodelModel;
  /** By the name of the list: the type of the parts. */
  parts: Readonly<Record<string, string>>;
  /** By the type of its owner, the column that holds the owner's id; none at the top level of a case file. */
  owners: ReadonlyMap<string, string | undefined>;
  /** What tells it from its siblings. */
  keyFields: readonly string[];
  /** Fields that hold an uncertain date in six columns. */
  dates: readonly string[];
  /** Fields that hold a slug, and the type of what it names. */
  references: ReadonlyMap<string, string>;
  /** Fields that hold a list of slugs. */
  slugLists: ReadonlyMap<string, JoinTable>;
  /** Lists of records that parts name. */
  saidLists: readonly SaidList[];
  /** Fields that are one column of the same name, `standing` included. */
  values: readonly DatamodelField[];
}

const foreignKeys = ({ fields }: DatamodelModel) =>
  fields.filter((field) => keyOf(field) !== undefined && field.name !== 'case');

/**
 * The relations of a part to those that it may be a part of: its subject, or else its first foreign key beside the case.
 * What has a slug stands at the top level, and citations are no parts: each record has them.
 */
function ownerRelations(model: DatamodelModel): DatamodelField[] {
  if (hasSlug(model.name) || model.name === 'Citation' || !recordModels.includes(model)) return [];
  const subject = subjectRelations(model.name);
  return subject.length > 0 ? subject : foreignKeys(model).slice(0, 1);
}

function partsOf(model: DatamodelModel): Record<string, string> {
  const lists = model.fields.filter(
    (field) =>
      field.kind === 'object' && field.isList && ownerRelations(modelOf(field.type)).includes(backOf(model, field)),
  );
  return Object.fromEntries(lists.map(({ name, type }) => [name, type]));
}

function slugListsOf(model: DatamodelModel): ReadonlyMap<string, JoinTable> {
  return new Map(
    model.fields.flatMap((field) => {
      const table = field.kind === 'object' && !isComputed(field) ? joinTableOf(model, field) : undefined;
      if (table && !isNamedFor(model, field) && !isNamedFor(modelOf(field.type), backOf(model, field)))
        throw new Error(
          `the many-to-many relation ${field.relationName} is named for neither end: name it ${model.name}${upperFirst(field.name)} where case files list the slugs in ${model.name}.${field.name}`,
        );
      return table && isNamedFor(model, field) && !saidListOf(model, field) ? [[field.name, table]] : [];
    }),
  );
}

const saidListsOf = (model: DatamodelModel): SaidList[] =>
  model.fields.flatMap((field) => (field.kind === 'object' && saidListOf(model, field)) || []);

/** Those of a citation follow from the whole of its case. */
function keyOfSiblings(type: string): readonly string[] {
  const key = hasSlug(type) || type === 'Citation' ? ['slug'] : keyFields[type];
  if (!key)
    throw new Error(
      `src/model/recordTypes.ts does not say what tells one ${type} from its siblings: add it to keyFields`,
    );
  return key;
}

function describe(model: DatamodelModel): RecordType {
  const { name, fields } = model;
  const elsewhere = new Set([...foreignKeys(model).map(keyOf), ...dateColumnsOf(model), ...ownColumns]);
  const isValue = ({ name: field, kind }: DatamodelField) =>
    (kind === 'scalar' || kind === 'enum') && !elsewhere.has(field) && !ownColumns.has(`${field}:${name}`);
  return {
    name,
    model,
    parts: partsOf(model),
    owners: new Map(ownerRelations(model).map((relation) => [relation.type, keyOf(relation)])),
    keyFields: keyOfSiblings(name),
    dates: datesOf(model),
    references: new Map(foreignKeys(model).map((field) => [field.name, field.type])),
    slugLists: slugListsOf(model),
    saidLists: saidListsOf(model),
    values: fields.filter(isValue),
  };
}

/** The records that make up a case, Case itself left out. */
export const recordTypes: ReadonlyMap<string, RecordType> = new Map(
  recordModels
    .filter(({ name }) => name !== 'Case' && !computedModels.includes(name))
    .map((model) => [model.name, describe(model)]),
);

/** @returns what is known of a type; throws for a name that no type has */
export function recordType(name: string): RecordType {
  const type = recordTypes.get(name);
  if (!type) throw new Error(`there is no record type ${name}`);
  return type;
}

/** The top-level lists of a case file and the type of their records: those that have a slug. */
export const topLevelLists: Readonly<Record<string, string>> = Object.fromEntries(
  modelOf('Case').fields.flatMap(({ name, kind, type }) => (kind === 'object' && hasSlug(type) ? [[name, type]] : [])),
);

const cited = new Map(subjectRelations('Citation').map((relation) => [relation.type, keyOf(relation)]));

/** @returns the column of a citation that holds the id of its subject, a record of this type; undefined for what is not cited for */
export const citationColumn = (type: string): string | undefined => cited.get(type);

/** @returns whether a record of the type asserts something: it has a standing, and is refused without a citation */
export const asserts = (type: string): boolean => type !== 'Citation' && findField(type, 'standing') !== undefined;

for (const type of recordTypes.keys())
  if (asserts(type) && citationColumn(type) === undefined)
    throw new Error(
      `schema.prisma: records of ${type} have a standing, and citations have no relation to them: add it to Citation`,
    );
