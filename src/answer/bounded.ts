import type { ExecutionResult } from 'graphql';
import { MAX_ANSWER_BYTES, tooManyBytes } from '../operation/tooMuch.ts';

/** The result of an operation: the JSON of its data, or its errors, with the data beside them. */
export type Result = string | ExecutionResult;

/** @returns what the resolvers have answered, if its data are not too long */
export function boundedResult(result: ExecutionResult): Result {
  const { data, errors } = result;
  if (!data) return result;
  const text = bounded([JSON.stringify(data)]);
  return typeof text === 'string' && errors ? result : text;
}

/** @returns the JSON of data, put together from its parts, if it is not too long */
export function bounded(parts: readonly string[]): Result {
  const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  return bytes > MAX_ANSWER_BYTES ? tooLong(bytes) : parts.reduce((text, part) => text + part);
}

/** What is answered in place of data of so many bytes. */
export const tooLong = (bytes: number): ExecutionResult => ({ data: null, errors: [tooManyBytes(bytes)] });
