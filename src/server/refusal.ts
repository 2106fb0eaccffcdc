/** Answers to requests that never become an operation, in the form of a GraphQL response. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { mediaTypeOrJson } from './mediaTypes.ts';
import { headersOf } from './headers.ts';
import { requestOf } from './exchange.ts';

/** The default error code of a refusal, by its status. */
export const codeOf = (status: number) => (status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST');

/** Refuses `request`; the code is an error code of the API, which log and metrics have too. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  message: string,
  code = codeOf(status),
) {
  requestOf(request).codes = [code];
  return reply.code(status).type(mediaTypeOrJson(request.headers.accept)).send(refusalBody(message, code));
}

/** @returns a whole HTTP response, for what is refused before its headers could be read. It ends the connection. */
export function rawRefusal(
  requestId: string,
  status: number,
  message: string,
  more: Record<string, string> = {},
): string {
  const body = refusalBody(message, 'BAD_REQUEST');
  const headers = {
    ...headersOf(requestId),
    ...more,
    'content-type': mediaTypeOrJson(undefined),
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}

/** @returns the JSON of a GraphQL response with one error. */
const refusalBody = (message: string, code: string) => JSON.stringify({ errors: [{ message, extensions: { code } }] });
