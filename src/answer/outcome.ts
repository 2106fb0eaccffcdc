/** The outcome of a request: the text of a GraphQL response, and what HTTP needs to know about it. */
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Revision } from '../db/revisionListener.ts';
import { formatted } from './errors.ts';

export interface Outcome {
  /** The JSON of the response and a line end; '' where the client already has it. */
  text: string;
  /** The codes of its errors. */
  codes: readonly string[];
  /** Whether nothing was executed. */
  isRefused: boolean;
  /** Whether there is any data in it. */
  hasData: boolean;
  /** What the answer depends on, where it stays the same until the database changes. */
  source?: AnswerSource | undefined;
}

/** What an answer depends on. */
export interface AnswerSource {
  revision: Revision;
  /** The operation, its name and its variables. */
  key: string;
}

/** @param data the JSON of the data of an answer without errors */
export const answered = (data: string): Outcome => complete(`{"data":${data}}\n`);

/** @param text the whole text of an answer without errors */
export const complete = (text: string, source?: AnswerSource): Outcome => ({
  text,
  codes: [],
  isRefused: false,
  hasData: true,
  source,
});

/** @returns the outcome of an operation that was not executed */
export const refused = (errors: readonly GraphQLError[]): Outcome => refusedAs(errors.map(formatted));

/** The same for errors in their public form. */
export const refusedAs = (errors: readonly GraphQLFormattedError[]): Outcome => ({
  text: `${JSON.stringify({ errors })}\n`,
  codes: codesOf(errors),
  isRefused: true,
  hasData: false,
});

/** @returns the outcome of an operation in which fields failed */
export function failed({ errors = [], data = null }: ExecutionResult): Outcome {
  const told = errors.map(formatted);
  return {
    text: `${JSON.stringify({ errors: told, data })}\n`,
    codes: codesOf(told),
    isRefused: false,
    hasData: Object.values(data ?? {}).some((value) => value !== null),
  };
}

const codesOf = (errors: readonly GraphQLFormattedError[]) => [
  ...new Set(errors.map(({ extensions }) => String(extensions?.['code']))),
];
