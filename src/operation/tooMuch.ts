import { GraphQLError } from 'graphql';

/** Bytes of the JSON of an answer's data: the server holds it several times over while it is sent. */
export const MAX_ANSWER_BYTES = 4 * 2 ** 20;

/** The error for an operation that asks for more than a limit allows. */
export function tooMuch(
  code: 'OPERATION_TOO_DEEP' | 'OPERATION_TOO_COMPLEX',
  unit: string,
  figure: number,
  limit: number,
): GraphQLError {
  const advice =
    code === 'OPERATION_TOO_DEEP' ? 'start nearer to what you look for' : 'ask for smaller pages or fewer fields';
  return new GraphQLError(`The operation asks for up to ${figure} ${unit}; the limit is ${limit}: ${advice}`, {
    extensions: { code, limit, figure },
  });
}

/** The error for an answer whose data take more bytes than may be. */
export const tooManyBytes = (bytes: number, limit = MAX_ANSWER_BYTES) =>
  tooMuch('OPERATION_TOO_COMPLEX', 'bytes', bytes, limit);
