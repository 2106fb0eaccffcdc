// Runs statements under names, so that PostgreSQL parses and plans each once per connection, and keeps their number bounded:
// clients invent shapes without end.
import type pg from 'pg';
import type { ReadingPool } from '../db/readingPool.ts';

/** How many statements stay prepared on one connection. */
export const MAX_PREPARED = 200;

/** What pg keeps of a connection: the texts that PostgreSQL has prepared there, by name. */
interface Connected {
  connection?: { parsedStatements?: Record<string, string> };
}

/** The names prepared on each connection, the least recently used first. */
const prepared = new WeakMap<pg.ClientBase, Set<string>>();

/** A statement with its name: 63 bytes at most, and no other text has it. */
export interface NamedStatement {
  name: string;
  text: string;
  values: unknown[];
}

/** @returns the rows of a statement; the least recently used one makes room on its connection. */
export async function runPrepared<Row extends pg.QueryResultRow>(
  pool: ReadingPool,
  statement: NamedStatement,
): Promise<Row[]> {
  return pool.read((client) => runOn<Row>(client, statement));
}

async function runOn<Row extends pg.QueryResultRow>(client: pg.PoolClient, statement: NamedStatement): Promise<Row[]> {
  const { name } = statement;
  const names = prepared.get(client) ?? new Set<string>();
  prepared.set(client, names);
  const statements = (client as Connected).connection?.parsedStatements ?? {};
  try {
    const [oldest] = names;
    if (!names.delete(name) && oldest !== undefined && names.size >= MAX_PREPARED) {
      await client.query(`deallocate "${oldest}"`);
      names.delete(oldest);
      Reflect.deleteProperty(statements, oldest);
    }
    return (await client.query<Row>(statement)).rows;
  } finally {
    // What PostgreSQL refused to parse is not prepared, and must not be deallocated one day.
    if (name in statements) names.add(name);
  }
}
