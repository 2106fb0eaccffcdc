import { GraphQLError } from 'graphql';
import { clientLimits } from '../clientLimits.ts';

/** Bytes of the JSON of an answer's data: the server holds it several times over while it is sent. */
export const MAX_ANSWER_BYTES = clientLimits.answerBytes.most;

/** A limit of what an operation asks for. */
export interface OperationLimit {
  most: number;
  unit: string;
  refusal: string;
}

/** The error for an operation that asks for more than a limit allows. */
export function tooMuch({ refusal: code, unit, most: limit }: OperationLimit, figure: number): GraphQLError {
  const advice =
    code === 'OPERATION_TOO_DEEP' ? 'start nearer to what you look for' : 'ask for smaller pages or fewer fields';
  return new GraphQLError(`The operation asks for up to ${figure} ${unit}; the limit is ${limit}: ${advice}`, {
    extensions: { code, limit, figure },
  });
}

/** The error for an answer whose data take more bytes than may be. */
export const tooManyBytes = (bytes: number) => tooMuch(clientLimits.answerBytes, bytes);
