/** What is known of the request under way, wherever in its asynchronous course something asks. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pay } from './budget.ts';

export interface Operation {
  readonly requestId: string;
  /** Whether the request named an operation that is valid against the schema. */
  isKnown: boolean;
  /** Null for an operation without a name. */
  name: string | null;
  /** Fields from the root to the deepest leaf. */
  depth?: number;
  /** Records that the answer may hold at most. */
  cost?: number;
  /** What it takes off the budget of its client. */
  points: number;
  /** Whether the answer was in memory; undefined where it was not looked for. */
  answer?: 'hit' | 'miss';
  /** SQL statements run so far. */
  statements: number;
  /** The codes of the errors in the answer. */
  readonly codes: Set<string>;
  /** Whether the answer is a well-formed GraphQL response that says why nothing was executed. */
  refused: boolean;
  /** How many errors that are not the client's it met. */
  faults: number;
  /** Aborted when the client has gone without its answer. Made when it is asked for: most operations need none. */
  readonly signal: AbortSignal;
  /** Aborts `signal`. */
  abandon(): void;
  /** Pays from the budget of its client; undefined where there is none. */
  pay?: Pay;
}

const storage = new AsyncLocalStorage<Operation>();

export function createOperation(requestId: string): Operation {
  let controller: AbortController | undefined;
  return {
    requestId,
    isKnown: false,
    name: null,
    points: 0,
    statements: 0,
    codes: new Set(),
    refused: false,
    faults: 0,
    get signal() {
      return (controller ??= new AbortController()).signal;
    },
    abandon() {
      (controller ??= new AbortController()).abort();
    },
  };
}

/** Runs `handle`, and all that follows from it, as part of `operation`. */
export function runOperation<T>(operation: Operation, handle: () => T): T {
  return storage.run(operation, handle);
}

/** The operation that the caller works for; undefined outside of requests. */
export function currentOperation(): Operation | undefined {
  return storage.getStore();
}
