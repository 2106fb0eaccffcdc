/** Brings the rows of some cases up to date, and touches no other: staged by COPY, compared and changed by SQL. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type TableRows } from './rows.ts';
import { stageOf, tables, writable, type Row, type Table, type Value } from './tables.ts';

/** Numbers of rows. */
export interface Changes {
  inserted: number;
  updated: number;
  deleted: number;
}

/** @returns how many rows are other ones than before. */
export const rowsChanged = ({ inserted, updated, deleted }: Changes) => inserted + updated + deleted;

/** From so many staged rows on, the planner is told how many there are. */
const worthAnalyzing = 500;

/** Puts rows beside the tables, within the caller's transaction, to be compared with them and then applied. */
export async function stageRows(client: pg.ClientBase, rows: TableRows): Promise<void> {
  await client.query(tables.map(stagingTable).join(';\n'));
  for (const table of tables) await stage(client, table, rows.byTable.get(table.name) ?? []);
}

/**
 * Makes the rows that belong to the cases equal to `rows`, which are staged, within the caller's transaction.
 * @param cases the ids of the cases: what belongs to them and is not among the rows is deleted.
 */
export async function applyStaged(client: pg.ClientBase, cases: readonly string[], rows: TableRows): Promise<Changes> {
  await client.query('set constraints all deferred');
  const changes: Changes = { inserted: 0, updated: 0, deleted: 0 };
  for (const table of tables) {
    const stagedRows = rows.byTable.has(table.name);
    changes.deleted += await count(client, deletion(table), table.scope.includes('$1') ? [cases] : []);
    if (stagedRows && table.columns.length > table.key.length) changes.updated += await count(client, update(table));
    if (stagedRows) changes.inserted += await count(client, insertion(table));
  }
  return changes;
}

async function count(client: pg.ClientBase, sql: string, values: unknown[] = []): Promise<number> {
  return (await client.query(sql, values)).rowCount ?? 0;
}

const quoted = (columns: readonly string[], prefix = '') => columns.map((column) => `${prefix}"${column}"`).join(', ');
const same = ({ key }: Table) => key.map((column) => `t."${column}" = s."${column}"`).join(' and ');

/** Made once per connection, empty again after every transaction. */
function stagingTable(table: Table): string {
  const columns = quoted(writable(table));
  return `create temporary table if not exists "${stageOf(table.name)}" on commit delete rows as select ${columns} from "${table.name}" with no data`;
}

async function stage(client: pg.ClientBase, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = writable(table);
  const copy = client.query(copyFrom(`copy "${stageOf(table.name)}" (${quoted(columns)}) from stdin`));
  await pipeline(Readable.from(lines(rows, columns)), copy);
  if (rows.length >= worthAnalyzing) await client.query(`analyze "${stageOf(table.name)}"`);
}

function deletion(table: Table): string {
  return `delete from "${table.name}" t where ${table.scope} and not exists (select from "${stageOf(table.name)}" s where ${same(table)})`;
}

function update(table: Table): string {
  const compared = writable(table).filter((column) => table.kept[column] === undefined && !table.key.includes(column));
  const assignments = [
    ...compared.map((column) => `"${column}" = s."${column}"`),
    ...Object.entries(table.kept).map(([column, sql]) => `"${column}" = ${sql}`),
  ];
  return `update "${table.name}" t set ${assignments.join(', ')} from "${stageOf(table.name)}" s
    where ${same(table)} and row(${quoted(compared, 't.')}) is distinct from row(${quoted(compared, 's.')})`;
}

function insertion(table: Table): string {
  const columns = quoted(writable(table));
  return `insert into "${table.name}" (${columns}) select ${columns} from "${stageOf(table.name)}" s
    where not exists (select from "${table.name}" t where ${same(table)})`;
}

/** The text format of COPY (PostgreSQL's documentation, "COPY", File Formats), many rows to a chunk. */
function* lines(rows: readonly Row[], columns: readonly string[]): Generator<string> {
  const chunk = 500;
  for (let start = 0; start < rows.length; start += chunk)
    yield rows
      .slice(start, start + chunk)
      .map((row) => `${columns.map((column) => field(row[column] ?? null)).join('\t')}\n`)
      .join('');
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function field(value: Value): string {
  if (value === null) return '\\N';
  return literal(value).replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character);
}

function literal(value: NonNullable<Value>): string {
  if (Array.isArray(value)) return `{${value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
