import type { Outcome } from '../answer/outcome.ts';

/**
 * The status of an answer (GraphQL over HTTP, section 6.4): in application/json every well-formed response has 200.
 * @param type the media type of the answer
 */
export function statusOf({ codes, isRefused, hasData }: Outcome, type: string, method: string): number {
  if (codes.includes('RATE_LIMITED')) return 429;
  if (codes.includes('SERVICE_UNAVAILABLE') && !hasData) return 503;
  if (codes.includes('OPERATION_NOT_SUPPORTED') && method === 'GET') return 405;
  return isRefused && !type.startsWith('application/json') ? 400 : 200;
}
