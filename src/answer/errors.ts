/** What clients see of an error: a mistake of their own in full, a fault of the server only as such. */
import { unwrapResolverError } from '@apollo/server/errors';
import { PothosSchemaError, PothosValidationError } from '@pothos/core';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { MAX_ERRORS } from '../graphql/badInput.ts';
import { describeFault, faultOf } from './faults.ts';
import type { ApiRequest } from './request.ts';
import { refuseNesting, refuseRepetition, refuseTokens } from './textLimits.ts';

/** Messages quote what the client sent, which may be long. */
const MAX_MESSAGE_LENGTH = 500;

const internalError = { code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' };

/**
 * Apollo Server's `formatError`: errors that carry a code of their own pass, those of Prisma, PostgreSQL and Pothos become
 * BAD_USER_INPUT, SERVICE_UNAVAILABLE or OPERATION_TIMED_OUT by what caused them, all others "Internal server error".
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const refusal = refusalOf(error);
  if (refusal) return shorten({ ...formatted, message: refusal.message, extensions: refusal.extensions });
  if (formatted.extensions?.['code'] !== internalError.code) return shorten(formatted);
  const { code, message } = meaningOf(unwrapResolverError(error));
  return shorten({ ...formatted, message, extensions: { code } });
}

/** @returns an error in the form that clients see */
export function formatted(error: GraphQLError): GraphQLFormattedError {
  const extensions = { ...error.extensions, code: error.extensions['code'] ?? internalError.code };
  return formatError({ ...error.toJSON(), extensions }, error);
}

/** Logs, with the id of their request, those errors that are not the client's doing: at most five of one operation. */
export function logFaults(logger: Logger, errors: readonly unknown[], request: ApiRequest): void {
  let faults = 0;
  for (const error of errors) {
    if (error instanceof GraphQLError && (error.extensions['code'] ?? internalError.code) !== internalError.code)
      continue;
    const cause = unwrapResolverError(error);
    const { code } = meaningOf(cause);
    // Of what the database refuses for its value, only Prisma's own refusals can be faults of the server as well.
    if (cause instanceof GraphQLError && code === 'BAD_USER_INPUT') continue;
    faults += 1;
    // A fault of the database fails every field at once.
    if (faults > MAX_ERRORS) return;
    const fault = describeFault(cause instanceof GraphQLError ? (cause.originalError ?? cause) : cause);
    const line = { requestId: request.id, operation: request.name, code, fault };
    if (code === 'BAD_USER_INPUT') logger.warn(line, 'value refused by the database');
    else logger.error(line, 'request failed');
  }
}

/** Why a text is refused, if for its size: to Apollo Server that is one of many reasons not to parse or not to validate. */
function refusalOf(error: unknown): GraphQLError | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  if (error.extensions['code'] === 'GRAPHQL_PARSE_FAILED') return error.source ? refuseTokens(error) : refuseNesting();
  const { originalError } = error;
  if (originalError?.message === 'Validation aborted.') return refuseRepetition();
  return originalError instanceof GraphQLError && 'limit' in originalError.extensions ? originalError : undefined;
}

const meaningOf = (cause: unknown) => clientErrorOf(cause) ?? faultOf(cause) ?? internalError;

function clientErrorOf(cause: unknown): { code: string; message: string } | undefined {
  if (cause instanceof PothosValidationError) return { code: 'BAD_USER_INPUT', message: cause.message };
  if (cause instanceof PothosSchemaError) return { code: 'BAD_USER_INPUT', message: 'An id is not an id of this API' };
  return undefined;
}

function shorten(error: GraphQLFormattedError): GraphQLFormattedError {
  if (error.message.length <= MAX_MESSAGE_LENGTH) return error;
  return { ...error, message: `${error.message.slice(0, MAX_MESSAGE_LENGTH)}…` };
}
