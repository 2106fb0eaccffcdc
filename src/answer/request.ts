/** A request under way: one object for each, from its first byte to its line in the log, whatever way it takes. */
import { GraphQLError } from 'graphql';
import type { Requester } from '../compiler/prepared.ts';

/** What a request pays with. */
export interface Account {
  /** Makes up what the request has paid to `points`. @returns whether there were as many; if not, none are taken. */
  pay(points: number): boolean;
  /** Charges the time that the database has worked for the request, in milliseconds, once it is known. */
  use(milliseconds: number): void;
  /** Whether the client owes something. */
  readonly isOverdrawn: boolean;
}

export interface ApiRequest extends Requester {
  readonly id: string;
  /** Undefined where clients may ask for as much as they like. */
  account?: Account | undefined;
  /** Whether it named an operation that is valid against the schema. */
  isKnown: boolean;
  /** Of the operation; null for one without a name. */
  name: string | null;
  /** Fields from the root to the deepest leaf. */
  depth?: number;
  /** Records that the answer may hold at most. */
  cost?: number;
  /** Whether the answer was in memory; undefined where it was not looked for. */
  answer?: 'hit' | 'miss';
  /** SQL statements run so far. */
  statements: number;
  /** The codes of the errors in the answer. */
  codes: readonly string[];
  /** Whether the answer is a well-formed GraphQL response that says why nothing was executed. */
  isRefused: boolean;
}

/** The message of RATE_LIMITED. */
export const OVERDRAWN = 'Rate limit exceeded: retry after the seconds in Retry-After';

/** The error for an operation that costs more than its client has left. */
export const overdrawn = () => new GraphQLError(OVERDRAWN, { extensions: { code: 'RATE_LIMITED' } });

/** @param client whose request it is: the name of a budget */
export const createRequest = (id: string, client: string): ApiRequest => ({
  id,
  client,
  refusal() {
    return this.account?.isOverdrawn ? overdrawn() : undefined;
  },
  account: undefined,
  isKnown: false,
  name: null,
  statements: 0,
  codes: [],
  isRefused: false,
  isAbandoned: false,
});

/** The client has gone without its answer. */
export function abandon(request: ApiRequest): void {
  request.isAbandoned = true;
  request.cancel?.();
}
