/** Where PostgreSQL keeps a relation: in a column of one of its ends, or in a table of its own. */
import { fieldOf, modelOf, upperFirst } from './datamodel.ts';
import { datamodel, type DatamodelField, type DatamodelModel } from './generated/datamodel.ts';

const byDate = ['dateSortAsc', 'dateSortDesc'];

/**
 * What the table of a many-to-many relation carries of the record at `B`, so that lists are read in their order (see the
 * migration list_order).
 */
const carried: Readonly<Record<string, readonly string[]>> = {
  StatementSpeakers: byDate,
  StatementAddressees: byDate,
  StatementActors: byDate,
  StatementEvents: byDate,
  StatementLegalActions: byDate,
  LegalActionEvents: byDate,
  ClaimHoldsResponsible: ['slug'],
  ClaimMentions: ['slug'],
};

/** The models that keep the order of a many-to-many relation: Prisma's own table has none. */
const orderModels: Readonly<Record<string, string>> = { StatementSpeakers: 'StatementSpeaker' };

/**
 * The many-to-many relations whose pairs have evidence of their own: the parts of the record that say it, and which of their
 * fields names the other end. The table follows from these parts.
 */
const saidByParts: Readonly<Record<string, { parts: string; end: string }>> = {
  LegalActionEvents: { parts: 'grounds', end: 'event' },
};

/** The many-to-many relations that the loader computes: no case file lists them. */
const computed: ReadonlySet<string> = new Set(['PlaceAncestors']);

/** The table of a many-to-many relation, as seen from one of its ends. */
export interface JoinTable {
  name: string;
  /** The model that the relation starts at, and its column. */
  model: string;
  own: 'A' | 'B';
  /** The model that it leads to, and its column. */
  target: string;
  other: 'A' | 'B';
  /** Columns of the target that the table has as well, each in an index behind `own` and before `other`. */
  carried: readonly string[];
}

/** The order of a many-to-many list, kept by rows of a model of its own. */
export interface ListOrder {
  model: string;
  /** The relation from the owner to these rows, and from each of them to what is listed. */
  relation: string;
  through: string;
  /** The columns with the ids of the owner and of what is listed. The place is in `ordinal`. */
  own: string;
  other: string;
}

/** A many-to-many list that parts of the record say, not a list of slugs. */
export interface SaidList {
  table: JoinTable;
  /** The type of these parts, and their field that names what is listed. */
  part: string;
  end: string;
}

/** How the rows of a relation are found from a row of the model that it starts at. */
export type Link =
  /** By a column of that row, which holds the id of the one. */
  | { kind: 'to one'; column: string }
  /** By a column of theirs, which holds the id of that row: each of them is related to one row at most. */
  | { kind: 'of one'; column: string }
  | { kind: 'many to many'; table: JoinTable };

/** @returns the column of a foreign key; undefined at the other end of it, and for a many-to-many relation */
export const keyOf = ({ relationFromFields: [key] = [] }: DatamodelField): string | undefined => key;

/** @returns the other end of a relation */
export function backOf(model: DatamodelModel, relation: DatamodelField): DatamodelField {
  const back = modelOf(relation.type).fields.find(
    (field) => field.relationName === relation.relationName && field.type === model.name && field !== relation,
  );
  if (!back) throw new Error(`${model.name}.${relation.name} is not a relation`);
  return back;
}

/** @returns where a relation of a model is kept */
export function linkOf(model: DatamodelModel, relation: DatamodelField): Link {
  const key = keyOf(relation);
  if (key !== undefined) return { kind: 'to one', column: key };
  const back = keyOf(backOf(model, relation));
  return back === undefined
    ? { kind: 'many to many', table: joinTable(model, relation) }
    : { kind: 'of one', column: back };
}

/** @returns the table of a many-to-many relation; undefined where a foreign key is one of the ends */
export function joinTableOf(model: DatamodelModel, relation: DatamodelField): JoinTable | undefined {
  const link = linkOf(model, relation);
  return link.kind === 'many to many' ? link.table : undefined;
}

/** Prisma's implicit table: its columns are A and B in the alphabetical order of the models, then of their fields. */
function joinTable(from: DatamodelModel, relation: DatamodelField): JoinTable {
  const { name: model } = from;
  const { relationName = '', type: target } = relation;
  const ends = { name: `_${relationName}`, model, target };
  const isFirst = model === target ? relation.name < backOf(from, relation).name : model < target;
  return isFirst
    ? { ...ends, own: 'A', other: 'B', carried: carried[relationName] ?? [] }
    : { ...ends, own: 'B', other: 'A', carried: [] };
}

/** @returns whether the loader computes a many-to-many relation from others */
export const isComputed = ({ relationName = '' }: DatamodelField): boolean => computed.has(relationName);

/** @returns whether a many-to-many relation is named for this end: the case file says there what is related */
export const isNamedFor = (model: DatamodelModel, { name, relationName }: DatamodelField): boolean =>
  relationName === `${model.name}${upperFirst(name)}`;

/** @returns how the order of a list is kept, as the case file has it; undefined where it is not, or this is the other end */
export function listOrderOf(model: DatamodelModel, list: DatamodelField): ListOrder | undefined {
  const keeper = orderModels[list.relationName ?? ''];
  if (keeper === undefined || !isNamedFor(model, list)) return undefined;
  const end = (name: string) => modelOf(keeper).fields.find(({ type }) => type === name) as DatamodelField;
  const [own, through] = [end(model.name), end(list.type)];
  const relation = backOf(modelOf(keeper), own).name;
  return { model: keeper, relation, through: through.name, own: keyOf(own) ?? '', other: keyOf(through) ?? '' };
}

/** @returns which parts say what is in a many-to-many list; undefined where case files list slugs, or this is the other end */
export function saidListOf(model: DatamodelModel, list: DatamodelField): SaidList | undefined {
  const said = saidByParts[list.relationName ?? ''];
  const table = isNamedFor(model, list) ? joinTableOf(model, list) : undefined;
  return said && table && { table, part: fieldOf(model, said.parts).type, end: said.end };
}

/** The tables of all models, and those of many-to-many relations. */
export const tableNames: readonly string[] = [
  ...datamodel.models.map(({ name }) => name),
  ...new Set(
    datamodel.models.flatMap((model) =>
      model.fields.flatMap((field) => (field.kind === 'object' && joinTableOf(model, field)?.name) || []),
    ),
  ),
];
