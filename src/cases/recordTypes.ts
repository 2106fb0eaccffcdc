/**
 * What each type of record consists of, as far as loading is concerned: which parts nest in which owner, what tells
 * siblings apart, which fields are dates or references. All else is read from the datamodel.
 */
import { datamodel, type DatamodelField, type DatamodelModel } from '../model/generated/datamodel.ts';

/** The top-level lists of a case file and the type of their records. */
export const topLevelLists = {
  documents: 'Document',
  places: 'Place',
  actors: 'Actor',
  events: 'Event',
  statements: 'Statement',
  claims: 'Claim',
  legalActions: 'LegalAction',
} as const;

const partLists: Record<string, Record<string, string>> = {
  Document: { passages: 'Passage' },
  Place: { names: 'Name' },
  Actor: { names: 'Name', relationships: 'Relationship', measures: 'Measure' },
  Event: { names: 'Name', participations: 'Participation', items: 'Item', measures: 'Measure', links: 'EventLink' },
  Participation: { measures: 'Measure' },
  Statement: { positions: 'Position' },
  Claim: { links: 'ClaimLink' },
  LegalAction: {
    parties: 'LegalParty',
    statuses: 'LegalStatus',
    terms: 'LegalTerm',
    measures: 'Measure',
    links: 'LegalLink',
  },
};

/** What tells a part from its siblings; records at the top level have their slug. */
const keyFields: Record<string, readonly string[]> = {
  Passage: ['number'],
  Name: ['kind', 'value'],
  Relationship: ['kind', 'to', 'title'],
  Participation: ['actor', 'role'],
  Item: ['name'],
  Measure: ['kind', 'unit'],
  EventLink: ['kind', 'to'],
  Position: ['claim', 'stance'],
  ClaimLink: ['kind', 'to'],
  LegalParty: ['actor', 'role'],
  LegalStatus: ['status', 'date'],
  LegalTerm: ['then'],
  LegalLink: ['kind', 'to'],
};

/** Many-to-many relations that a case file writes as a list of slugs, on this end. */
const slugLists: Record<string, readonly string[]> = {
  Statement: ['speakers', 'addressees', 'actors', 'events', 'legalActions'],
  Claim: ['holdsResponsible'],
  LegalAction: ['events'],
};

/** A many-to-many relation as PostgreSQL has it: a table whose columns A and B follow the alphabet of the two models. */
export interface JoinTable {
  name: string;
  /** The column of the record that holds the list, and that of the records listed. */
  ownerColumn: 'A' | 'B';
  targetColumn: 'A' | 'B';
  owner: string;
  target: string;
}

export interface RecordType {
  name: string;
  model: DatamodelModel;
  /** By the name of the list: the type of the parts. */
  parts: Readonly<Record<string, string>>;
  keyFields: readonly string[];
  /** Fields that hold an uncertain date in six columns. */
  dates: readonly string[];
  /** Fields that hold a slug, and the type of what it names. */
  references: ReadonlyMap<string, string>;
  /** Fields that hold a list of slugs. */
  slugLists: ReadonlyMap<string, JoinTable>;
  /** Fields that are one column of the same name, `standing` included. */
  values: readonly DatamodelField[];
}

const models = new Map(datamodel.models.map((model) => [model.name, model]));

/** Columns that the loader sets itself, in every table that has them. */
const ownColumns = new Set(['id', 'caseId', 'ordinal', 'text:Passage', 'dateOf', 'named']);
const dateColumn = /(Edtf|Earliest|Latest|Precision|Qualified|Verbatim|SortAsc|SortDesc)$/;

function describe(name: string): RecordType {
  const model = modelOf(name);
  const dates = model.fields.flatMap((field) => (field.name.endsWith('Edtf') ? [field.name.slice(0, -4)] : []));
  const foreignKeys = model.fields.filter((field) => field.relationFromFields?.length);
  const keyColumns = new Set(foreignKeys.flatMap((field) => field.relationFromFields ?? []));
  const isValue = ({ name: field, kind }: DatamodelField) =>
    (kind === 'scalar' || kind === 'enum') &&
    !keyColumns.has(field) &&
    !ownColumns.has(field) &&
    !ownColumns.has(`${field}:${name}`) &&
    !(dateColumn.test(field) && dates.includes(field.replace(dateColumn, '')));
  return {
    name,
    model,
    parts: partLists[name] ?? {},
    keyFields: keyFields[name] ?? ['slug'],
    dates,
    references: new Map(foreignKeys.filter((field) => field.name !== 'case').map((field) => [field.name, field.type])),
    slugLists: new Map((slugLists[name] ?? []).map((list) => [list, joinTable(name, list)])),
    values: model.fields.filter(isValue),
  };
}

/** Returns the table behind the many-to-many field of a model. */
export function joinTable(owner: string, list: string): JoinTable {
  const field = modelOf(owner).fields.find(({ name }) => name === list);
  if (!field?.relationName) throw new Error(`${owner}.${list} is no relation`);
  const [ownerColumn, targetColumn] = owner < field.type ? (['A', 'B'] as const) : (['B', 'A'] as const);
  return { name: `_${field.relationName}`, ownerColumn, targetColumn, owner, target: field.type };
}

function modelOf(name: string): DatamodelModel {
  const model = models.get(name);
  if (!model) throw new Error(`there is no model ${name}`);
  return model;
}

/** The records that make up a case, Case itself and StatementSpeaker left out. */
export const recordTypes: ReadonlyMap<string, RecordType> = new Map(
  datamodel.models
    .filter(({ name }) => name !== 'Case' && name !== 'StatementSpeaker')
    .map(({ name }) => [name, describe(name)]),
);

/** Returns what is known of a type. */
export function recordType(name: string): RecordType {
  const type = recordTypes.get(name);
  if (!type) throw new Error(`there is no record type ${name}`);
  return type;
}

/** Returns the name of the part's reference to its owner: `from` of links, else the owner's type. */
export function ownerField(part: string, owner: string): string {
  return recordType(part).references.has('from') ? 'from' : lowerFirst(owner);
}

export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Whether the columns of the record belong to all cases that declare it, by its type and that of its owner. */
export function isShared(type: string, owner: string | null): boolean {
  if (type === 'Name') return owner !== 'Event';
  if (type === 'Measure') return owner === 'Actor';
  return ['Actor', 'Place', 'Document', 'Passage', 'Relationship'].includes(type);
}
