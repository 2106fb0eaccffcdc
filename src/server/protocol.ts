/** Refuses features of HTTP/1.1 that the server does not support, so that no client waits for them. */
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientLimits } from '../clientLimits.ts';
import { codeOf, refuse } from './refusal.ts';

/** Headers of a request: no client needs as many, and beyond 2000 Node drops some in silence, with what they ask for. */
const MAX_HEADERS = clientLimits.headers.most;

/** Requests that Node or Fastify would answer by themselves. */
const refusals = new WeakMap<IncomingMessage, { status: number; message: string }>();

/** Has `app` refuse a request that reaches no route, so that its hooks see that request as any other. */
export function refuseUnrouted(
  app: FastifyInstance,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  message: string,
): void {
  refusals.set(request, { status, message });
  request.url = '/';
  app.routing(request, response);
}

/** Makes `app` refuse what it does not support; to be called after the hooks that see every request. */
export function checkProtocol(app: FastifyInstance): void {
  // Node answers `100-continue` by itself; any other expectation is refused here.
  app.server.on('checkExpectation', (request, response) => {
    refusals.set(request, { status: 417, message: 'The only Expect header that the server supports is 100-continue' });
    app.server.emit('request', request, response);
  });
  app.addHook('onRequest', (request, reply, done) => {
    // Node reads nothing that follows a request to upgrade on the same connection: a client that waits for more has to know.
    if (request.headers.upgrade !== undefined) reply.header('connection', 'close');
    const { raw, headers } = request;
    const refusal = refusals.get(raw) ?? refuseCount(raw.rawHeaders) ?? refuseCoding(headers['transfer-encoding']);
    if (!refusal) return done();
    const { status, message } = refusal;
    const code = status === 501 ? 'NOT_IMPLEMENTED' : codeOf(status);
    // A header that was dropped may have said so; and a proxy may see the end of another body than Node does.
    if (status === 431 || status === 501) reply.header('connection', 'close');
    return refuse(request, reply, status, message, code);
  });
}

/** @param rawHeaders names and values in turns */
function refuseCount({ length }: readonly string[]) {
  if (length <= 2 * MAX_HEADERS) return undefined;
  return { status: 431, message: `The request has more than ${MAX_HEADERS} headers` };
}

/** Node reads the chunks of a body, and takes what is in them for the body itself: RFC 9112, 6.1. */
function refuseCoding(coding: string | undefined) {
  if (coding === undefined || coding.toLowerCase() === 'chunked') return undefined;
  return { status: 501, message: 'Send the body as it is: no transfer-encoding but chunked is supported' };
}
