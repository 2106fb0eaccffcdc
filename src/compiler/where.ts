// Prisma's `where` as SQL, for the operators that the schema uses.
import { fieldOf, modelOf } from '../model/datamodel.ts';
import type { DatamodelField, DatamodelModel } from '../model/generated/datamodel.ts';
import { linkOf } from '../model/relations.ts';
import { asksAboutLists, conditionOn, entriesOf, namesRecords, type Where } from './conditions.ts';
import { column, joinCondition, pgType } from './joins.ts';
import { Leaf } from '../operation/structure.ts';
import { namedRows } from './namedRows.ts';
import { identifier, NotCompilable, type Sql, type Statement } from './statement.ts';

/** The rows that a condition is on, and how they are looked for. */
export interface Place {
  model: DatamodelModel;
  alias: string;
  /** Whether they are looked for once in the statement, and the condition has to hold: other conditions may be joined with it. */
  once: boolean;
  /** Whether all of the table's rows are looked at; else those of one record, or the first in an order. */
  whole: boolean;
}

/** @returns the condition that a `where` of Prisma, with leaves for values, stands for; `true` for none. */
export function whereSql(statement: Statement, where: Where | undefined, place: Place): Sql {
  const conditions = entriesOf(where).map(([key, value]) => {
    if (key === 'AND') return combine(statement, value as Where[], place, ' and ', 'true');
    if (key === 'OR') return combine(statement, value as Where[], { ...place, once: false }, ' or ', 'false');
    return conditionSql(statement, fieldOf(place.model, key), value, place);
  });
  return conditions.length ? conditions.join(' and ') : 'true';
}

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

/** A condition on the records that a relation leads to. */
interface Related extends Omit<Place, 'alias'> {
  where: Where;
}

/**
 * PostgreSQL is not left to choose how it joins: where its estimates fail, it reads a list of thousands anew for each of
 * thousands of rows. Related records are looked up for each row, by index, together no more often than rows are related;
 * or they are found once for all rows.
 */
function relationCondition(statement: Statement, relation: DatamodelField, value: Where, place: Place): Sql {
  if (relation.isList && !value['some']) throw new NotCompilable('operator', Object.keys(value).join());
  const { model, alias, once, whole } = place;
  const related: Related = { model: modelOf(relation.type), where: conditionOn(value), once, whole };
  const link = linkOf(model, relation);
  if (link.kind === 'to one') return sharedCondition(statement, related, column(alias, link.column));
  const inner = { ...related, once: false };
  if (link.kind === 'of one')
    return relatedExists(statement, inner, (other) => joinCondition(model, relation, alias, other));
  const { table } = link;
  const join = statement.alias();
  const tied = `${column(join, table.own)} = ${column(alias, 'id')}`;
  const condition = sharedCondition(statement, inner, column(join, table.other));
  return existsSql(`${identifier(table.name)} ${join} where ${tied} and ${condition}`, whole);
}

/** A condition on the record with the id `key`, which many rows may share. */
function sharedCondition(statement: Statement, related: Related, key: Sql): Sql {
  const { model, where, once } = related;
  // Foreign keys say that the record is there.
  if (entriesOf(where).length === 0) return `${key} is not null`;
  const isNamed = namesRecords(model, where);
  // At most as many records as a list has values are named: a join with them is short, and it may lead to the rows.
  if (once && isNamed) return `${key} in (${idsSql(statement, model, where)})`;
  // For each row that shares a record its lists would be read again, and each row of a hub be looked at for one name.
  if (isNamed || asksAboutLists(model, where)) return isOneOf(statement, key, idsSql(statement, model, where));
  return relatedExists(statement, { ...related, once: false }, (other) => `${column(other, 'id')} = ${key}`);
}

/** @returns the ids of the records that meet a condition */
function idsSql(statement: Statement, model: DatamodelModel, where: Where): Sql {
  const row = statement.alias();
  const named = namedRows(statement, model, where, row);
  if (named) return `select ${column(row, 'id')} from ${named}`;
  const condition = whereSql(statement, where, { model, alias: row, once: true, whole: true });
  return `select ${column(row, 'id')} from ${identifier(model.name)} ${row} where ${condition}`;
}

/**
 * IS TRUE keeps PostgreSQL from making a join of it: the ids are hashed once, for all rows of all lists. It hashes only as many
 * as it believes to have memory for, and those of an array, whose length it does not know, always.
 */
const isOneOf = (statement: Statement, key: Sql, ids: Sql): Sql => `(${key} in (${statement.set(ids)})) is true`;

function relatedExists(statement: Statement, { where, ...place }: Related, tied: (alias: string) => Sql): Sql {
  const alias = statement.alias();
  const inner = whereSql(statement, where, { ...place, alias });
  return existsSql(`${identifier(place.model.name)} ${alias} where ${tied(alias)} and ${inner}`, place.whole);
}

/** Not made a join of either: where all rows are looked at, PostgreSQL may also find what is related to any, and hash it. */
const existsSql = (rows: Sql, whole: boolean): Sql =>
  whole ? `(exists (select from ${rows})) is true` : `exists (select from ${rows} offset 0)`;
