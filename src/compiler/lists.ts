// The rows of a list, tied to the row that it belongs to.
import type { DatamodelField, DatamodelModel } from '../model/generated/datamodel.ts';
import { joinTableOf } from '../model/relations.ts';
import { column, joinCondition } from './joins.ts';
import { namedRows } from './namedRows.ts';
import type { PrismaArguments } from '../operation/structure.ts';
import { identifier, type Sql, type Statement } from './statement.ts';
import type { OrderColumn } from './orders.ts';
import { whereSql } from './where.ts';

export interface List {
  model: DatamodelModel;
  /** The relation that leads to the rows, and the row `alias` that it starts at; undefined for a root field. */
  parent?: { model: DatamodelModel; relation: DatamodelField; alias: string };
  /** Prisma's arguments: `take` is one more than a page holds, negative for the last ones. */
  query: PrismaArguments;
}

/** How the rows of a list are read. */
export interface Rows {
  from: Sql;
  /** The condition that ties them to the parent. */
  on: Sql;
  /** Where a column that they are ordered by is read. */
  sorted: (name: string) => Sql;
}

/**
 * @param row the alias of the rows
 * @param order what they are ordered by: where the join table carries that, its index has them in this order
 */
export function rowsOf(statement: Statement, { model, parent }: List, row: string, order: OrderColumn[]): Rows {
  const from = `${identifier(model.name)} ${row}`;
  const sorted = (name: string) => column(row, name);
  if (!parent) return { from, on: 'true', sorted };
  const table = joinTableOf(parent.model, parent.relation);
  if (!table || !order.every(({ name }) => name === 'id' || table.carried.includes(name)))
    return { from, on: joinCondition(parent.model, parent.relation, parent.alias, row), sorted };
  const join = statement.alias();
  return {
    from: `${identifier(table.name)} ${join} join ${from} on ${column(row, 'id')} = ${column(join, table.other)}`,
    on: `${column(join, table.own)} = ${column(parent.alias, 'id')}`,
    sorted: (name) => column(join, name === 'id' ? table.other : name),
  };
}

/** @returns how many rows the list has. */
export function countSql(statement: Statement, list: List): Sql {
  const { model, parent, query } = list;
  const row = statement.alias();
  if (!parent) {
    const named = namedRows(statement, model, query.where, row);
    if (named) return `(select count(*) from ${named})`;
  }
  const where = whereSql(statement, query.where, { model, alias: row, once: !parent, whole: !parent });
  const table = where === 'true' && parent && joinTableOf(parent.model, parent.relation);
  if (!table) {
    const { from, on } = rowsOf(statement, list, row, []);
    return `(select count(*) from ${from} where ${on} and ${where})`;
  }
  // Its foreign keys say that the records are there.
  const on = `${column(row, table.own)} = ${column(parent.alias, 'id')}`;
  return `(select count(*) from ${identifier(table.name)} ${row} where ${on})`;
}
