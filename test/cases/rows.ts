/** The content of a database, to be compared with what it was. */
import { withClient } from '../../src/db/client.ts';
import { tables } from '../../src/cases/storing/tables.ts';

export interface StoredRow {
  table: string;
  /** The transaction that wrote the row: another one when it was written again, even without a change. */
  xmin: string;
  row: Record<string, unknown>;
}

/** Every row of every table, in a fixed order. */
export async function allRows(url: string): Promise<StoredRow[]> {
  return withClient(url, async (client) => {
    const found: StoredRow[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ xmin: string; row: Record<string, unknown> }>(
        `select t.xmin::text, to_jsonb(t) as row from "${name}" t order by to_jsonb(t)::text`,
      );
      found.push(...rows.map((row) => ({ table: name, ...row })));
    }
    return found;
  });
}

/** The rows of `after` that `before` has not, and the other way round, by table; a row that was written again is in both. */
export function difference(
  before: readonly StoredRow[],
  after: readonly StoredRow[],
): { gone: string[]; come: string[] } {
  const text = (row: StoredRow) => JSON.stringify(row);
  const [old, now] = [new Set(before.map(text)), new Set(after.map(text))];
  const tablesOf = (rows: readonly StoredRow[], other: Set<string>) =>
    rows.filter((row) => !other.has(text(row))).map(({ table }) => table);
  return { gone: tablesOf(before, now), come: tablesOf(after, old) };
}

/** Runs one query and returns its rows. */
export async function query<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(url, async (client) => (await client.query<Row>(sql, values)).rows);
}
