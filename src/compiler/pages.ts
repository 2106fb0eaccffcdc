// The rows of one page of a connection: cut in a derived table first, so that nothing is worked out for rows that the page
// leaves out.
import { type List, rowsOf } from './lists.ts';
import { column } from './joins.ts';
import { identifier, NotCompilable, type Sql, type Statement } from './statement.ts';
import { orderColumns, orderSql } from './orders.ts';
import { namedRows } from './namedRows.ts';
import { whereSql } from './where.ts';

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
    const order = (row: string) =>
      backward ? ` order by ${orderSql(orderColumns(list.query.orderBy), (name) => column(row, name))}` : '';
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

function cutSql(statement: Statement, list: List, { backward }: Pick<Page, 'backward'>, limit: number): Sql {
  const { model, parent, query } = list;
  const row = statement.alias();
  const columns = orderColumns(query.orderBy);
  const { from, on, sorted } = rowsOf(statement, list, row, columns);
  // Where few rows can be expected they are found before they are put in order; else they are looked at in order.
  const named = parent ? undefined : namedRows(statement, model, query.where, row);
  const conditions = named
    ? []
    : [on, whereSql(statement, query.where, { model, alias: row, once: !parent, whole: false })];
  if (query.cursor) {
    // Strictly after its record, also when that meets the filter no more; Prisma then leaves out one that does.
    const at = statement.alias();
    const directions = new Set(columns.map(({ direction }) => direction));
    if (directions.size !== 1) throw new NotCompilable('order', 'of mixed directions');
    const cursor = statement.bind(query.cursor.id, 'uuid');
    conditions.push(
      `(${columns.map(({ name }) => sorted(name)).join(', ')}) ${directions.has('asc') === backward ? '<' : '>'} ` +
        `(select ${columns.map(({ name }) => column(at, name)).join(', ')} from ${identifier(model.name)} ${at} where ${column(at, 'id')} = ${cursor})`,
    );
  }
  const order = orderSql(columns, sorted, backward);
  const condition = conditions.join(' and ') || 'true';
  return `select ${row}.* from ${named ?? from} where ${condition} order by ${order} limit ${limit}`;
}
