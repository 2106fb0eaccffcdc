/** The tables as the loader writes them, from the datamodel. */
import { fieldOf, modelOf } from '../../model/datamodel.ts';
import { computedModels, recordTypes } from '../../model/recordTypes.ts';
import { type JoinTable, type ListOrder, listOrderOf } from '../../model/relations.ts';
import { memberships } from '../../model/sharing.ts';

/** A value of a column: a list for an array column, an object for a jsonb one. */
export type Value = string | number | boolean | null | readonly string[] | object;
export type Row = Readonly<Record<string, Value>>;

/** A column that the case files do not give, and what an update makes of it; `t` is the row there, `s` the new one. */
type Kept = Readonly<Record<string, string>>;

export interface Table {
  name: string;
  columns: readonly string[];
  /** Columns whose difference alone does not make a row differ. */
  kept: Kept;
  key: readonly string[];
  /** SQL for the rows `t` that belong to the cases in $1, whether they are still in the files or not. */
  scope: string;
}

const kept: Readonly<Record<string, Kept>> = {
  // The user's own copy of the text stays while it is the text of the passage.
  Passage: { text: 'case when t."sha256" = s."sha256" then t."text" end' },
  Case: { loadedAt: 's."loadedAt"' },
};

function columnsOf(model: string): string[] {
  // A column with a default is one that PostgreSQL computes.
  return modelOf(model)
    .fields.filter(({ kind, hasDefaultValue }) => kind !== 'object' && !hasDefaultValue)
    .map(({ name }) => name);
}

function modelTable(name: string): Table {
  const membership = memberships.get(name);
  const scope = membership
    ? `t."id" in (select "${membership.other}" from "${membership.name}" where "${membership.own}" = any($1))
       and not exists (select from "${membership.name}" m where m."${membership.other}" = t."id" and m."${membership.own}" <> all($1))`
    : name === 'Case'
      ? 't."id" = any($1)'
      : 't."caseId" = any($1)';
  return { name, columns: columnsOf(name), kept: kept[name] ?? {}, key: ['id'], scope };
}

const ofJoin = ({ name, own, model }: JoinTable): Table => ({
  name,
  columns: ['A', 'B'],
  kept: {},
  key: ['A', 'B'],
  scope: model === 'Case' ? `t."${own}" = any($1)` : `t."${own}" in (select "id" from "${stageOf(model)}")`,
});

const ofOrder = ({ model: name, own, other }: ListOrder, owner: string): Table => ({
  name,
  columns: columnsOf(name),
  kept: {},
  key: [own, other],
  scope: `t."${own}" in (select "id" from "${stageOf(owner)}")`,
});

/** The columns that the loader gives, what an update keeps not among them. */
export const writable = ({ columns, kept }: Table): string[] =>
  columns.filter((column) => kept[column] === undefined || column === 'loadedAt');

/** Returns the name of the temporary table that takes the new rows of a table. */
export const stageOf = (table: string) => `staged_${table}`;

/**
 * Every table that the loader writes, in the order in which it does. Case stands after the records, for their old rows are
 * found by their membership; then what joins records, for its foreign keys are checked at once.
 */
export const tables: readonly Table[] = [
  ...[...recordTypes.keys(), ...computedModels, 'Case'].map(modelTable),
  ...[...recordTypes.values()].flatMap(({ model, slugLists, saidLists }) => [
    ...[...slugLists].flatMap(([list, table]) => {
      const order = listOrderOf(model, fieldOf(model, list));
      return [...(order ? [ofOrder(order, model.name)] : []), ofJoin(table)];
    }),
    ...saidLists.map(({ table }) => ofJoin(table)),
  ]),
  ...[...memberships.values()].map(ofJoin),
];
