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

/** What has been prepared on a connection, by name: the kept of the texts, and when they were last used. */
const prepared = new WeakMap<PooledClient, Map<string, Prepared>>();

interface Prepared {
  length: number;
  turn: number;
}

let turn = 0;

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
  let kept = prepared.get(client);
  if (!kept) prepared.set(client, (kept = new Map()));
  const running = cancellable(client, requester);
  try {
    const old = kept.has(name) || !name ? [] : tooMany(kept, text.length);
    // One by one: whatever happens in between, what is left is known.
    for (const one of old) {
      await client.query(`deallocate "${one}"`);
      kept.delete(one);
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
    const one = kept.get(name);
    if (one) one.turn = turn += 1;
    else if (name in parsedStatements) kept.set(name, { length: text.length, turn: (turn += 1) });
    const cancelled = running.end(requester);
    if (cancelled) await cancelled;
  }
}

/** @returns the names that have to go before a text of this length is prepared. */
function tooMany(all: ReadonlyMap<string, Prepared>, length: number): string[] {
  let total = length;
  for (const known of all.values()) total += known.length;
  const isEnough = (gone: number) => all.size - gone < MAX_PREPARED && total <= MAX_PREPARED_LENGTH;
  const names: string[] = [];
  if (isEnough(0)) return names;
  for (const [name, known] of [...all].sort(([, one], [, other]) => one.turn - other.turn)) {
    if (isEnough(names.length)) break;
    names.push(name);
    total -= known.length;
  }
  return names;
}
