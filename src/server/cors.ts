/** Pages of other origins: which may ask, and read what is answered (Fetch, "CORS protocol"). */
import { isLoopback } from '../loopback.ts';
import type { Exchange } from './exchange.ts';
import { authorityOf } from './host.ts';
import type { Refusal } from './refusal.ts';

/** Whether pages of an origin may read answers. */
export type AdmitOrigin = (origin: string) => boolean;

/** The message for pages of origins that are not allowed. */
export const NOT_ADMITTED =
  'Requests from pages of this origin are not allowed: add the origin to CORS_ORIGINS to allow them';

const studio = 'https://studio.apollographql.com';
const origin = /^https?:\/\/([^/]+?)(:\d{1,5})?$/;
const exposed = 'x-request-id, operation-cost, ratelimit, ratelimit-policy, retry-after';
/** Seconds: for as long browsers remember what they were told before a request. */
const remembered = 86_400;

/**
 * Admits the origins in `origins`, or every one where it holds `*`; when it is undefined, Apollo Studio and pages
 * served from this computer, on any port.
 */
export function admitOrigins(origins: readonly string[] | undefined): AdmitOrigin {
  if (origins === undefined) return (from) => from === studio || isLoopback(origin.exec(from)?.[1] ?? '');
  const admitted = new Set(origins);
  return (from) => admitted.has('*') || admitted.has(from);
}

/** Lets pages of the origins that `admits` names read the answer, whatever it is. */
export function addCorsHeaders(exchange: Exchange, admits: AdmitOrigin): void {
  exchange.varyBy('Origin');
  const { origin: from } = exchange.headers;
  if (from === undefined || !admits(from)) return;
  exchange.setHeader('access-control-allow-origin', from);
  exchange.setHeader('access-control-expose-headers', exposed);
}

/** Whether a browser asks on behalf of a page what that may send. */
export const isPreflight = ({ method, headers }: Exchange): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

/**
 * Refuses what pages of other origins ask, before anything is done for it: their browsers would keep the answer from them,
 * but it would have been made and sent. Answers preflights of those that may ask; to others they are a method like any.
 * @returns whether the request was answered, or why it is refused; undefined where it may go on
 */
export function checkOrigin(exchange: Exchange, admits: AdmitOrigin): Refusal | 'answered' | undefined {
  const { origin: from } = exchange.headers;
  if (from === undefined) return undefined;
  if (exchange.method === 'OPTIONS') return admits(from) ? answerPreflight(exchange) : undefined;
  if (admits(from) || isOwnPage(from, exchange)) return undefined;
  return { status: 403, message: NOT_ADMITTED, code: 'FORBIDDEN' };
}

function answerPreflight(exchange: Exchange): 'answered' {
  const { 'access-control-request-headers': wanted } = exchange.headers;
  exchange.varyBy('Access-Control-Request-Headers');
  exchange.setHeader('access-control-allow-methods', 'GET, POST');
  if (wanted !== undefined) exchange.setHeader('access-control-allow-headers', wanted);
  exchange.setHeader('access-control-max-age', remembered);
  exchange.send(204);
  return 'answered';
}

/**
 * Whether the server itself has served the page, such as Sandbox: by host and port, for a proxy before it may have ended
 * TLS without a word of it.
 */
function isOwnPage(from: string, exchange: Exchange): boolean {
  if (!origin.test(from) || !URL.canParse(from)) return false;
  const { host, protocol } = new URL(from);
  const asked = `${protocol}//${authorityOf(exchange)}`;
  return URL.canParse(asked) && new URL(asked).host === host;
}
