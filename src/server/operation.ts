/** What is known of the request under way. */
import type { Requester } from '../compiler/prepared.ts';
import { type Account, overdrawn } from './budget.ts';

export interface Operation extends Requester {
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
  /** The budget of its client; undefined where there is none. */
  account?: Account;
}

/** What the server adds to the context value of each request. */
export interface RequestContext {
  readonly operation: Operation;
}

/** @param client whose request it is: the name of a budget */
export function createOperation(requestId: string, client: string): Operation {
  return {
    requestId,
    client,
    refusal() {
      return this.account?.isOverdrawn ? overdrawn() : undefined;
    },
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
