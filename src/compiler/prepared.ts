// Runs statements under names, so that PostgreSQL parses and plans each once per connection, and keeps their number bounded:
// clients invent shapes without end.
import type pg from 'pg';
import { cancelStatement } from '../db/cancel.ts';
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

/** Who waits for the rows of a statement. */
export interface Cancellable {
  /** Whether nobody does any more. */
  isAbandoned: boolean;
  /** To be called when that comes to be so. */
  cancel?: (() => void) | undefined;
}

export interface RunOptions {
  /** Cancels the statement when it is abandoned. */
  request?: Cancellable | undefined;
  /** Told of the statement when it has run, well or not; `duration` in milliseconds. */
  onStatement?: ((statement: { duration: number }) => void) | undefined;
}

/**
 * @returns the rows of a statement; the least recently used one makes room on its connection
 * @throws Error when nobody waits for them
 */
export async function runPrepared<Row extends pg.QueryResultRow>(
  pool: ReadingPool,
  statement: NamedStatement,
  options: RunOptions = {},
): Promise<Row[]> {
  const rows = await pool.read((client) => runOn<Row>(client, statement, options));
  if (!rows) throw new Error('nobody waits for the statement');
  return rows;
}

/** @returns undefined when nobody waits for the rows */
async function runOn<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  statement: NamedStatement,
  { request, onStatement }: RunOptions,
): Promise<Row[] | undefined> {
  if (request?.isAbandoned) return undefined;
  const { name } = statement;
  const names = prepared.get(client) ?? new Set<string>();
  prepared.set(client, names);
  const statements = (client as Connected).connection?.parsedStatements ?? {};
  let cancelled: Promise<void> | undefined;
  if (request) request.cancel = () => (cancelled = cancelStatement(client));
  try {
    const [oldest] = names;
    if (!names.delete(name) && oldest !== undefined && names.size >= MAX_PREPARED) {
      await client.query(`deallocate "${oldest}"`);
      names.delete(oldest);
      Reflect.deleteProperty(statements, oldest);
    }
    const start = performance.now();
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      onStatement?.({ duration: performance.now() - start });
    }
  } finally {
    // What PostgreSQL refused to parse is not prepared, and must not be deallocated one day.
    if (name in statements) names.add(name);
    if (request) request.cancel = undefined;
    // A cancel request on its way would meet the next statement on the connection; where it failed, nobody knows.
    await cancelled;
  }
}
