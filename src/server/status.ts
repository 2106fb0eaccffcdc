import { errorCode } from '../answer/errorCodes.ts';
import type { Outcome } from '../answer/outcome.ts';

/**
 * The status of an answer (GraphQL over HTTP, section 6.4): in application/json every well-formed response has 200.
 * @param type the media type of the answer
 */
export function statusOf({ codes, isRefused, hasData }: Outcome, type: string, method: string): number {
  if (codes.includes('OPERATION_NOT_SUPPORTED') && method === 'GET') return 405;
  const always = codes.map(errorCode).find((known) => known?.isAlways);
  if (always && !hasData) return always.status;
  if (!isRefused || type.startsWith('application/json')) return 200;
  return errorCode(codes[0] ?? '')?.status ?? 400;
}
