// Runs statements under names, so that PostgreSQL parses and plans each once per connection, and keeps their number bounded:
// clients invent shapes without end.
import type pg from 'pg';
import { cancelStatement } from '../db/cancel.ts';
import type { ReadingPool } from '../db/readingPool.ts';
import { type Connection, type NamedStatement, type Row, runForOneRow } from './oneRow.ts';

/** How many statements stay prepared on one connection, … */
export const MAX_PREPARED = 200;
/** … and their characters together: PostgreSQL holds many times as much for what it made of them. */
export const MAX_PREPARED_LENGTH = 2 ** 20;
/** Characters of one: a longer one would push many out, and is not prepared. */
const MAX_LENGTH = MAX_PREPARED_LENGTH / 16;

/** The names prepared on each connection, the least recently used first, with the lengths of their texts. */
const prepared = new WeakMap<pg.ClientBase, Map<string, number>>();

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
 * @returns the row of a statement that has one; the least recently used statements make room on its connection
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
  const { text } = statement;
  const name = text.length > MAX_LENGTH ? '' : statement.name;
  const { parsedStatements } = client.connection as Connection;
  const lengths = prepared.get(client) ?? new Map<string, number>();
  prepared.set(client, lengths);
  let cancelled: Promise<void> | undefined;
  if (request)
    request.cancel = () => {
      cancelled = cancelStatement(client);
      // It is waited for below. Until then its failure is nobody's, and would end the process.
      cancelled.catch(() => {});
    };
  try {
    const old = lengths.delete(name) || !name ? [] : tooMany(lengths, text.length);
    // One by one: whatever happens in between, what is left is known.
    for (const one of old) {
      await client.query(`deallocate "${one}"`);
      lengths.delete(one);
      Reflect.deleteProperty(parsedStatements, one);
    }
    if (request?.isAbandoned) return undefined;
    const start = performance.now();
    try {
      return await runForOneRow(client, { ...statement, name });
    } finally {
      onStatement?.({ duration: performance.now() - start });
    }
  } finally {
    // What PostgreSQL refused to parse is not prepared, and must not be deallocated one day.
    if (name in parsedStatements) lengths.set(name, text.length);
    if (request) request.cancel = undefined;
    // A cancel request on its way would meet the next statement on the connection; where it failed, nobody knows.
    if (cancelled) await cancelled;
  }
}

/** @returns the names that have to go before a text of this length is prepared. */
function tooMany(lengths: ReadonlyMap<string, number>, length: number): string[] {
  let total = length;
  for (const known of lengths.values()) total += known;
  const names: string[] = [];
  for (const [name, known] of lengths) {
    if (lengths.size - names.length < MAX_PREPARED && total <= MAX_PREPARED_LENGTH) break;
    names.push(name);
    total -= known;
  }
  return names;
}
