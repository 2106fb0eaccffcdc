import { GraphQLError } from 'graphql';

/** The most errors that are listed in an answer without data, and logged of one request. */
export const MAX_ERRORS = 5;

/**
 * An error that is the client's to put right: code BAD_USER_INPUT, with the argument it is about.
 * @param argumentName dotted path from the argument inward: `first`, `filter.date.from`, `ids.3`
 */
export function badUserInput(argumentName: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argumentName } });
}
