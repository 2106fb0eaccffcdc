// The rows of one page of a connection: cut in a derived table first, so that nothing is worked out for rows that the page
// leaves out.
import type { DatamodelModel } from '../db/generated/datamodel.ts';
import { column } from './model.ts';
import type { RelationQuery } from './relations.ts';
import { identifier, NotCompilable, type Sql, type Statement } from './statement.ts';
import { orderColumns, orderSql, whereSql } from './where.ts';

/** The rows of a list: of which model, tied to its parent by `on`, and what is asked of them. */
export interface List {
  model: DatamodelModel;
  /** The condition that ties a row to the parent; `true` for a root field. */
  on: (alias: string) => Sql;
  /** Prisma's arguments: `take` is one more than a page holds, negative for the last ones. */
  query: RelationQuery;
}

/** One page, as its fields read it. */
export interface Page {
  size: number;
  backward: boolean;
  hasCursor: boolean;
  /** @returns FROM, WHERE and ORDER BY of the rows of the page, in the order of the answer, as the table `row`. */
  rows(row: string): Sql;
  /** The common table that the page is, when several fields read it or one looks beyond it: its name and its SQL. */
  table?: { name: string; sql: Sql };
}

/** @param readers how many fields read the page; `peeks` when one of them asks what is beyond it */
export function pageOf(statement: Statement, list: List, readers: number, peeks: boolean): Page {
  const { take } = list.query;
  if (take === undefined) throw new NotCompilable('arguments', 'without a page');
  const [size, backward] = [Math.abs(take) - 1, take < 0];
  const page = { size, backward, hasCursor: !!list.query.cursor };
  if (readers < 2 && !peeks) {
    // The last rows were read backward.
    const order = (row: string) => (backward ? ` order by ${orderSql(orderColumns(list.query.orderBy), row)}` : '');
    return { ...page, rows: (row) => `(${cutSql(statement, list, page, size)}) ${row}${order(row)}` };
  }
  const [name, cut] = [statement.alias(), statement.alias()];
  // `rn` counts from 1 in the order in which the rows were read; one more tells whether there is another page.
  const sql = `select ${cut}.*, row_number() over () as rn from (${cutSql(statement, list, page, size + (peeks ? 1 : 0))}) ${cut}`;
  return {
    ...page,
    rows: (row) => `${name} ${row} where ${row}.rn <= ${size} order by ${row}.rn${backward ? ' desc' : ''}`,
    table: { name, sql },
  };
}

function cutSql(
  statement: Statement,
  { model, on, query }: List,
  { backward }: Pick<Page, 'backward'>,
  limit: number,
): Sql {
  const row = statement.alias();
  const columns = orderColumns(query.orderBy);
  const conditions = [on(row), whereSql(statement, model, query.where, row)];
  if (query.cursor) {
    // Strictly after its record, also when that meets the filter no more; Prisma then leaves out one that does.
    const at = statement.alias();
    const directions = new Set(columns.map(({ direction }) => direction));
    if (directions.size !== 1) throw new NotCompilable('order', 'of mixed directions');
    const list = (alias: string) => columns.map(({ name }) => column(alias, name)).join(', ');
    const cursor = statement.bind(query.cursor.id, 'uuid');
    conditions.push(
      `(${list(row)}) ${directions.has('asc') === backward ? '<' : '>'} ` +
        `(select ${list(at)} from ${identifier(model.name)} ${at} where ${column(at, 'id')} = ${cursor})`,
    );
  }
  const order = orderSql(columns, row, backward);
  return `select * from ${identifier(model.name)} ${row} where ${conditions.join(' and ')} order by ${order} limit ${limit}`;
}
