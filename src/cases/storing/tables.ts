/** The tables as the loader writes them, from the datamodel. */
import { datamodel } from '../../model/generated/datamodel.ts';
import { joinTable, lowerFirst, recordTypes, type JoinTable } from '../recordTypes.ts';

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

/** The many-to-many relation between Case and each type that it may share; of names and measures, those of all owners. */
export const memberships: ReadonlyMap<string, JoinTable> = new Map(
  ['Actor', 'Place', 'Document', 'Passage', 'Name', 'Relationship', 'Measure'].map((type) => [
    type,
    joinTable('Case', `${lowerFirst(type)}s`),
  ]),
);

function columnsOf(model: string): string[] {
  const fields = datamodel.models.find(({ name }) => name === model)?.fields ?? [];
  // A column with a default is one that PostgreSQL computes.
  return fields.filter(({ kind, hasDefaultValue }) => kind !== 'object' && !hasDefaultValue).map(({ name }) => name);
}

function modelTable(name: string): Table {
  const membership = memberships.get(name);
  const scope = membership
    ? `t."id" in (select "${membership.targetColumn}" from "${membership.name}" where "${membership.ownerColumn}" = any($1))
       and not exists (select from "${membership.name}" m where m."${membership.targetColumn}" = t."id" and m."${membership.ownerColumn}" <> all($1))`
    : name === 'Case'
      ? 't."id" = any($1)'
      : 't."caseId" = any($1)';
  return { name, columns: columnsOf(name), kept: kept[name] ?? {}, key: ['id'], scope };
}

const ofJoin = ({ name, ownerColumn, owner }: JoinTable): Table => ({
  name,
  columns: ['A', 'B'],
  kept: {},
  key: ['A', 'B'],
  scope:
    owner === 'Case' ? `t."${ownerColumn}" = any($1)` : `t."${ownerColumn}" in (select "id" from "${stageOf(owner)}")`,
});

/** Returns the name of the temporary table that takes the new rows of a table. */
export const stageOf = (table: string) => `staged_${table}`;

/**
 * Every table that the loader writes, in the order in which it does. Case stands after the records, for their old rows are
 * found by their membership; then what joins records, for its foreign keys are checked at once.
 */
export const tables: readonly Table[] = [
  ...[...recordTypes.keys(), 'Case'].map(modelTable),
  {
    name: 'StatementSpeaker',
    columns: columnsOf('StatementSpeaker'),
    kept: {},
    key: ['statementId', 'actorId'],
    scope: `t."statementId" in (select "id" from "${stageOf('Statement')}")`,
  },
  ...[...recordTypes.values()].flatMap(({ slugLists }) => [...slugLists.values()].map(ofJoin)),
  ...[...memberships.values()].map(ofJoin),
];
