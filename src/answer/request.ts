/** A request under way: one object for each, from its first byte to its line in the log, whatever way it takes. */
import { GraphQLError } from 'graphql';
import type { Requester } from '../compiler/prepared.ts';
import type { Running } from '../db/cancel.ts';

/** What a request pays with. */
export interface Account {
  /** Makes up what the request has paid to `points`. @returns whether there were as many; if not, none are taken. */
  pay(points: number): boolean;
  /** Charges the time that the database has worked for the request, in milliseconds, once it is known. */
  use(milliseconds: number): void;
  /** Whether the client owes something. */
  readonly isOverdrawn: boolean;
}

/** The message of RATE_LIMITED. */
export const OVERDRAWN = 'Rate limit exceeded: retry after the seconds in Retry-After';

/** The error for an operation that costs more than its client has left. */
export const overdrawn = () => new GraphQLError(OVERDRAWN, { extensions: { code: 'RATE_LIMITED' } });

/**
 * What is known of a request. A class, as what else is made for each request: with functions of their own in their fields,
 * requests outlived their answers, and V8 spent a third of the time of small ones on collecting them.
 */
export class ApiRequest implements Requester {
  readonly id: string;
  /** Whose request it is: the name of a budget. */
  readonly client: string;
  /** Undefined where clients may ask for as much as they like. */
  account: Account | undefined = undefined;
  running: Running | undefined = undefined;
  /** Whether it named an operation that is valid against the schema. */
  isKnown = false;
  /** Of the operation; null for one without a name. */
  name: string | null = null;
  /** Fields from the root to the deepest leaf. */
  depth: number | undefined = undefined;
  /** Records that the answer may hold at most. */
  cost: number | undefined = undefined;
  /** Whether the answer was in memory; undefined where it was not looked for. */
  answer: 'hit' | 'miss' | undefined = undefined;
  /** SQL statements run so far. */
  statements = 0;
  /** The codes of the errors in the answer. */
  codes: readonly string[] = [];
  /** Whether the answer is a well-formed GraphQL response that says why nothing was executed. */
  isRefused = false;
  /** Whether nobody waits for the answer any more. */
  isAbandoned = false;

  constructor(id: string, client: string) {
    this.id = id;
    this.client = client;
  }

  refusal(): GraphQLError | undefined {
    return this.account?.isOverdrawn ? overdrawn() : undefined;
  }

  /** The client has gone without its answer. */
  abandon(): void {
    this.isAbandoned = true;
    this.running?.cancel();
  }
}
