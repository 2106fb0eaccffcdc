// The rows of one page of a connection: cut in a derived table first, so that nothing is worked out for rows that the page
// leaves out.
import { type List, rowsOf } from './lists.ts';
import { fieldOf } from '../model/datamodel.ts';
import { column, pgType } from './joins.ts';
import { NotCompilable, type Sql, type Statement } from './statement.ts';
import { orderColumns, orderSql } from './orders.ts';
import { namedRows } from './namedRows.ts';
import { whereSql } from './where.ts';

/** One page, as its fields read it. */
export interface Page {
  size: number;
  backward: boolean;
  hasCursor: boolean;
  /** @returns FROM and ORDER BY of the rows of the page, in the order of the answer, as the table `row`. */
  rows(row: string): Sql;
  /** When several fields read it or one looks beyond it. */
  table?: PageTable;
}

/** The common table that a page is. */
export interface PageTable {
  name: string;
  sql: Sql;
  /** @returns FROM of the first or the last row of the page in the order of the answer, as the table `row`. */
  end(row: string, which: 'first' | 'last'): Sql;
  /** Whether there are rows beyond it. */
  hasMore: Sql;
}

/** @param readers how many fields read the page; `peeks` when one of them asks what is beyond it */
export function pageOf(statement: Statement, list: List, readers: number, peeks: boolean): Page {
  const { take } = list.query;
  if (take === undefined) throw new NotCompilable('arguments', 'without a page');
  const [size, backward] = [Math.abs(take) - 1, take < 0];
  const page = { size, backward, hasCursor: !!list.query.cursor };
  const order = (row: string, reversed = false) =>
    ` order by ${orderSql(orderColumns(list.query.orderBy), (name) => column(row, name), reversed)}`;
  // The last rows are read backward.
  const inOrder = (row: string) => (backward ? order(row) : '');
  if (readers < 2 && !peeks)
    return { ...page, rows: (row) => `(${cutSql(statement, list, page, size)}) ${row}${inOrder(row)}` };
  const [name, read] = [statement.alias(), statement.alias()];
  // One more row tells whether there is another page. PostgreSQL knows in which order the others are already.
  const sql = cutSql(statement, list, page, size + (peeks ? 1 : 0));
  const rows = `(select * from ${name} ${read}${order(read, backward)} limit ${size})`;
  return {
    ...page,
    rows: (row) => `${rows} ${row}${inOrder(row)}`,
    table: {
      name,
      sql,
      end: (row, which) => `(select * from ${rows} ${read}${order(read, which === 'last')} limit 1) ${row}`,
      hasMore: `exists (select from ${name} offset ${size})`,
    },
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
    // Strictly behind it, whether its record is still there or not.
    const directions = new Set(columns.map(({ direction }) => direction));
    if (directions.size !== 1) throw new NotCompilable('order', 'of mixed directions');
    const { cursor } = query;
    const values = columns.map(({ name }) => statement.bind(cursor[name], pgType(fieldOf(model, name))));
    conditions.push(
      `(${columns.map(({ name }) => sorted(name)).join(', ')}) ${directions.has('asc') === backward ? '<' : '>'} (${values.join(', ')})`,
    );
  }
  const order = orderSql(columns, sorted, backward);
  const condition = conditions.join(' and ') || 'true';
  return `select ${row}.* from ${named ?? from} where ${condition} order by ${order} limit ${limit}`;
}
