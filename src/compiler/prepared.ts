// Runs statements under names, so that PostgreSQL parses and plans each once per connection, and keeps their number bounded:
// clients invent shapes without end.
import type pg from 'pg';
import { cancelStatement } from '../db/cancel.ts';
import type { ReadingPool } from '../db/readingPool.ts';
import { type Connection, type NamedStatement, type Row, runForOneRow } from './oneRow.ts';

/** How many statements stay prepared on one connection. */
export const MAX_PREPARED = 200;

/** The names prepared on each connection, the least recently used first. */
const prepared = new WeakMap<pg.ClientBase, Set<string>>();

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
 * @returns the row of a statement that has one; the least recently used statement makes room on its connection
 * @throws Error when nobody waits for the row
 */
export async function runPrepared(
  pool: ReadingPool,
  statement: NamedStatement,
  options: RunOptions = {},
): Promise<Row> {
  const row = await pool.read((client) => runOn(client, statement, options));
  if (!row) throw new Error('nobody waits for the statement');
  return row;
}

/** @returns undefined when nobody waits for the row */
async function runOn(
  client: pg.PoolClient,
  statement: NamedStatement,
  { request, onStatement }: RunOptions,
): Promise<Row | undefined> {
  if (request?.isAbandoned) return undefined;
  const { name } = statement;
  const { parsedStatements } = client.connection as Connection;
  const names = prepared.get(client) ?? new Set<string>();
  prepared.set(client, names);
  let cancelled: Promise<void> | undefined;
  if (request)
    request.cancel = () => {
      cancelled = cancelStatement(client);
      // It is waited for below. Until then its failure is nobody's, and would end the process.
      cancelled.catch(() => {});
    };
  try {
    const [oldest] = names;
    if (!names.delete(name) && oldest !== undefined && names.size >= MAX_PREPARED) {
      await client.query(`deallocate "${oldest}"`);
      names.delete(oldest);
      Reflect.deleteProperty(parsedStatements, oldest);
      if (request?.isAbandoned) return undefined;
    }
    const start = performance.now();
    try {
      return await runForOneRow(client, statement);
    } finally {
      onStatement?.({ duration: performance.now() - start });
    }
  } finally {
    // What PostgreSQL refused to parse is not prepared, and must not be deallocated one day.
    if (name in parsedStatements) names.add(name);
    if (request) request.cancel = undefined;
    // A cancel request on its way would meet the next statement on the connection; where it failed, nobody knows.
    if (cancelled) await cancelled;
  }
}
