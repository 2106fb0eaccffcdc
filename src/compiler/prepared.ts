// Runs statements under names, so that PostgreSQL parses and plans each once per connection, and keeps their number bounded:
// clients invent shapes without end.
import type { GraphQLError } from 'graphql';
import { type Cancelling, cancellable } from '../db/cancel.ts';
import type { PooledClient } from '../db/pooledClient.ts';
import { type Connection, type NamedStatement, type Row, runForOneRow } from './oneRow.ts';

/** How many statements stay prepared on one connection, … */
export const MAX_PREPARED = 200;
/** … and their characters together: of each, PostgreSQL holds some 100 bytes in the memory of the session. */
export const MAX_PREPARED_LENGTH = 192 * 1024;
/** Characters of one: a longer one would push many out, and is not prepared. */
const MAX_LENGTH = MAX_PREPARED_LENGTH / 8;

/** What has been prepared on a connection: the names, the least recently used first, with the lengths of their texts. */
const prepared = new WeakMap<PooledClient, Map<string, number>>();

/** Who waits for the rows of a statement. */
export interface Requester extends Cancelling {
  /** Whose request it is: connections go to clients in turn. */
  readonly client: string;
  /** @returns why nothing more is run for it, when its turn has come; undefined where it is */
  refusal?(): GraphQLError | undefined;
  /** Whether nobody does any more. */
  isAbandoned: boolean;
}

export interface RunOptions {
  /** Who waits; a statement whose request is abandoned is cancelled. */
  requester: Requester;
  /** Told of the statement when it has run, well or not; `duration` in milliseconds. */
  onStatement?: ((statement: { duration: number }) => void) | undefined;
}

/**
 * Runs a statement of one row on a connection that is held; the least recently used statements make room on it.
 * @returns the row; undefined when nobody waits for it
 */
export async function runPrepared(
  client: PooledClient,
  statement: NamedStatement,
  { requester, onStatement }: RunOptions,
): Promise<Row | undefined> {
  if (requester.isAbandoned) return undefined;
  const { text } = statement;
  const { parsedStatements } = client.connection as Connection;
  // What is asked once is not kept, nor what is so long that it would push many others out.
  const name = statement.isRepeated && text.length <= MAX_LENGTH ? statement.name : '';
  let lengths = prepared.get(client);
  if (!lengths) prepared.set(client, (lengths = new Map()));
  const endCancelling = cancellable(client, requester);
  try {
    const old = lengths.delete(name) || !name ? [] : tooMany(lengths, text.length);
    // One by one: whatever happens in between, what is left is known.
    for (const one of old) {
      await client.query(`deallocate "${one}"`);
      lengths.delete(one);
      Reflect.deleteProperty(parsedStatements, one);
    }
    if (requester.isAbandoned) return undefined;
    const start = performance.now();
    try {
      return await runForOneRow(client, { ...statement, name });
    } finally {
      onStatement?.({ duration: performance.now() - start });
    }
  } finally {
    // What PostgreSQL refused to parse is not prepared, and must not be deallocated one day.
    if (name in parsedStatements) lengths.set(name, text.length);
    const cancelled = endCancelling();
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
