// Prisma's `where` as SQL, for the operators that the schema uses.
import type { DatamodelField, DatamodelModel } from '../db/generated/datamodel.ts';
import { column, fieldOf, joinCondition, joinTableOf, modelOf, pgType } from './model.ts';
import { Leaf } from '../operation/structure.ts';
import { identifier, NotCompilable, type Sql, type Statement } from './statement.ts';

type Where = Readonly<Record<string, unknown>>;

/** The rows that a condition is on, and where it stands. */
export interface Place {
  model: DatamodelModel;
  alias: string;
  /** Whether PostgreSQL can make a join of it: the rows are looked for once in a statement, and the condition has to hold. */
  canJoin: boolean;
}

/** @returns the condition that a `where` of Prisma, with leaves for values, stands for; `true` for none. */
export function whereSql(statement: Statement, where: Where | undefined, place: Place): Sql {
  const conditions = entriesOf(where).map(([key, value]) => {
    if (key === 'AND') return combine(statement, value as Where[], place, ' and ', 'true');
    if (key === 'OR') return combine(statement, value as Where[], { ...place, canJoin: false }, ' or ', 'false');
    return conditionSql(statement, fieldOf(place.model, key), value, place);
  });
  return conditions.length ? conditions.join(' and ') : 'true';
}

const entriesOf = (where: Where | undefined) => Object.entries(where ?? {}).filter(([, value]) => value !== undefined);

function combine(statement: Statement, list: Where[], place: Place, by: string, none: Sql): Sql {
  const parts = list.map((where) => whereSql(statement, where, place));
  return parts.length ? `(${parts.join(by)})` : none;
}

function conditionSql(statement: Statement, field: DatamodelField, value: unknown, place: Place): Sql {
  if (field.kind === 'object') return relationCondition(statement, field, value as Where, place);
  const own = column(place.alias, field.name);
  const type = pgType(field);
  if (value === null) return `${own} is null`;
  if (typeof value === 'boolean') return `${own} = ${value}`;
  if (value instanceof Leaf) return `${own} = ${statement.bind(value, type)}`;
  const { mode, ...operators } = value as Where;
  return Object.entries(operators)
    .map(([operator, operand]) => {
      if (operator === 'equals') return `${own} = ${statement.bind(operand, type)}`;
      if (operator === 'in') return `${own} = any(${statement.bind(operand, `${type}[]`)})`;
      if (operator === 'gte') return `${own} >= ${statement.bind(operand, type)}`;
      if (operator === 'lte') return `${own} <= ${statement.bind(operand, type)}`;
      if (operator === 'contains' && mode === 'insensitive') {
        return `${own} ilike ${statement.bind(operand, 'text')}`;
      }
      throw new NotCompilable('operator', operator);
    })
    .join(' and ');
}

/** A condition on the records that a relation leads to, of which there has to be one. */
function relationCondition(statement: Statement, relation: DatamodelField, value: Where, place: Place): Sql {
  if (relation.isList && !value['some']) throw new NotCompilable('operator', Object.keys(value).join());
  const { model, alias, canJoin } = place;
  const related: Related = { model: modelOf(relation.type), where: conditionOn(value), canJoin };
  const [key] = relation.relationFromFields ?? [];
  if (key !== undefined) return sharedCondition(statement, related, column(alias, key));
  const table = joinTableOf(model, relation);
  if (!table) return relatedExists(statement, related, (other) => joinCondition(model, relation, alias, other));
  const join = statement.alias();
  const tied = `${column(join, table.own)} = ${column(alias, 'id')}`;
  const condition = sharedCondition(statement, related, column(join, table.other));
  return exists(`${identifier(table.name)} ${join} where ${tied} and ${condition}`, place);
}

/** Records that a relation leads to, and what is asked of them. */
interface Related extends Omit<Place, 'alias'> {
  where: Where;
}

/**
 * A condition on the record with the id `key`, which many rows may share. Where it asks about lists of the record, the
 * records that meet it are found once for all rows: else a list of thousands would be read anew for each of thousands of rows.
 */
function sharedCondition(statement: Statement, related: Related, key: Sql): Sql {
  const { model, where, canJoin } = related;
  // Foreign keys say that the record is there.
  if (entriesOf(where).length === 0) return `${key} is not null`;
  if (!asksAboutLists(model, where)) {
    // Of records that are named there are at most as many as a list has values: a join with them is short in any order.
    const place = { ...related, canJoin: canJoin || namesRecords(model, where) };
    return relatedExists(statement, place, (other) => `${column(other, 'id')} = ${key}`);
  }
  const other = statement.alias();
  const inner = whereSql(statement, where, { model, alias: other, canJoin: true });
  const ids = `select ${column(other, 'id')} from ${identifier(model.name)} ${other} where ${inner}`;
  // OFFSET 0 keeps PostgreSQL from making one join of all, in which it might read the lists for each row after all.
  if (canJoin) return `${key} in (${ids} offset 0)`;
  // IS TRUE keeps it from making a join at all: what it hashes then stays for all rows of all lists. It does so only with
  // as many rows as it believes to have memory for, which an array, whose length it does not know, always is.
  return `(${key} in (select unnest(array(${ids})))) is true`;
}

function relatedExists(statement: Statement, { where, ...place }: Related, tied: (alias: string) => Sql): Sql {
  const alias = statement.alias();
  const inner = whereSql(statement, where, { ...place, alias });
  return exists(`${identifier(place.model.name)} ${alias} where ${tied(alias)} and ${inner}`, place);
}

/** OFFSET 0 keeps PostgreSQL from making a join of it. */
const exists = (rows: Sql, { canJoin }: Pick<Place, 'canJoin'>): Sql =>
  `exists (select from ${rows}${canJoin ? '' : ' offset 0'})`;

/** The conditions of a `where` on fields, with those in its ANDs and, if asked, in its ORs. */
const conditionsIn = (model: DatamodelModel, where: Where | undefined, ors: boolean): [DatamodelField, unknown][] =>
  entriesOf(where).flatMap(([key, value]): [DatamodelField, unknown][] => {
    if (key !== 'AND' && key !== 'OR') return [[fieldOf(model, key), value]];
    return key === 'AND' || ors ? (value as Where[]).flatMap((part) => conditionsIn(model, part, ors)) : [];
  });

/** Whether a condition on records is one on lists that they have. */
const asksAboutLists = (model: DatamodelModel, where: Where) =>
  conditionsIn(model, where, true).some(([field]) => field.kind === 'object' && field.isList);

/** Whether a condition names the records by what is theirs alone, as a slug. */
const namesRecords = (model: DatamodelModel, where: Where) =>
  conditionsIn(model, where, false).some(([field]) => field.isUnique);

/** Whether a condition names records of a list, or records that these lead to: few rows can be expected to meet it. */
export const namesListed = (model: DatamodelModel, where: Where | undefined, isListed = false): boolean =>
  conditionsIn(model, where, false).some(([field, value]) => {
    if (field.kind !== 'object') return isListed && field.isUnique;
    return namesListed(modelOf(field.type), conditionOn(value as Where), isListed || field.isList);
  });

/** What is asked of related records; without an operator, of the one. */
const conditionOn = (value: Where) => (value['some'] ?? value['is'] ?? value) as Where;
