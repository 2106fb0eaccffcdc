/** Answers to requests that never become an operation, in the form of a GraphQL response. */
import { STATUS_CODES } from 'node:http';
import type { Exchange } from './exchange.ts';
import { Headers } from './headers.ts';
import { mediaTypeOrJson } from './mediaTypes.ts';

/** Why a request is refused. */
export interface Refusal {
  status: number;
  message: string;
  /** An error code of the API, which log and metrics have too; undefined for the one that goes with the status. */
  code?: string;
}

/** The default error code of a refusal, by its status. */
const codeOf = (status: number) => (status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST');

/** Refuses a request, unless it was answered. */
export function refuse(exchange: Exchange, { status, message, code = codeOf(status) }: Refusal): void {
  if (exchange.isSent) return;
  exchange.api.codes = [code];
  exchange.setHeader('content-type', mediaTypeOrJson(exchange.headers.accept));
  exchange.send(status, refusalBody(message, code));
}

/** @returns a whole HTTP response, for what is refused before its headers could be read. It ends the connection. */
export function rawRefusal(
  requestId: string,
  status: number,
  message: string,
  more: readonly [name: string, value: string][] = [],
): string {
  const body = refusalBody(message, 'BAD_REQUEST');
  const headers = new Headers(requestId);
  for (const [name, value] of more) headers.set(name, value);
  headers.set('content-type', mediaTypeOrJson(undefined));
  headers.set('content-length', String(Buffer.byteLength(body)));
  headers.set('connection', 'close');
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers.lines(), '', body].join('\r\n');
}

/** @returns the JSON of a GraphQL response with one error. */
const refusalBody = (message: string, code: string) => JSON.stringify({ errors: [{ message, extensions: { code } }] });
