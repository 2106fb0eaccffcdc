/** What is known of the request under way. */
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
  /** Whether the client has gone without its answer. */
  isAbandoned: boolean;
  /** To be called when it goes: cancels the statement under way. */
  cancel?: (() => void) | undefined;
  /** Pays from the budget of its client; undefined where there is none. */
  pay?: Pay;
}

/** What the server adds to the context value of each request. */
export interface RequestContext {
  readonly operation: Operation;
}

export function createOperation(requestId: string): Operation {
  return {
    requestId,
    isKnown: false,
    name: null,
    points: 0,
    statements: 0,
    codes: new Set(),
    refused: false,
    faults: 0,
    isAbandoned: false,
  };
}

/** The client has gone without its answer. */
export function abandon(operation: Operation): void {
  operation.isAbandoned = true;
  operation.cancel?.();
}

const storage = new AsyncLocalStorage<Operation>();
let underWay = 0;

/** From here on, what the caller does and awaits is part of `operation`, which the resolvers answer. */
export function enterOperation(operation: Operation): void {
  underWay += 1;
  storage.enterWith(operation);
}

/** Has to follow each `enterOperation`. On Node 20 and 22 a storage in use makes every promise of the process slower. */
export function leaveOperation(): void {
  underWay -= 1;
  if (underWay === 0) storage.disable();
}

/** The operation that resolvers answer and the caller works for; undefined elsewhere. */
export function currentOperation(): Operation | undefined {
  return storage.getStore();
}
