/** Refuses features of HTTP/1.1 that the server does not support, so that no client waits for them. */
import type { IncomingHttpHeaders, Server } from 'node:http';
import { clientLimits } from '../clientLimits.ts';
import type { Exchange } from './exchange.ts';
import type { Refusal } from './refusal.ts';

/** Headers of a request: no client needs as many, and beyond 2000 Node drops some in silence, with what they ask for. */
const MAX_HEADERS = clientLimits.headers.most;

/** Node answers `100-continue` by itself; any other expectation is a request like any, and refused as that. */
export function takeExpectations(server: Server): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

/** @returns why a request is refused, for what it wants of HTTP */
export function checkProtocol(exchange: Exchange): Refusal | undefined {
  const { request, headers } = exchange;
  // Node reads nothing that follows a request to upgrade on the same connection: a client that waits for more has to know.
  if (headers.upgrade !== undefined) exchange.setHeader('connection', 'close');
  const refusal = refuseExpectation(headers) ?? refuseCount(request.rawHeaders) ?? refuseCoding(headers);
  // A header that was dropped may have said so; and a proxy may see the end of another body than Node does.
  if (refusal?.status === 431 || refusal?.status === 501) exchange.setHeader('connection', 'close');
  if (refusal || exchange.path !== undefined) return refusal;
  return { status: 400, message: 'The target of the request is not a valid URL' };
}

function refuseExpectation({ expect }: IncomingHttpHeaders): Refusal | undefined {
  if (expect === undefined || /^100-continue$/i.test(expect)) return undefined;
  return { status: 417, message: 'The only Expect header that the server supports is 100-continue' };
}

/** @param rawHeaders names and values in turns */
function refuseCount({ length }: readonly string[]): Refusal | undefined {
  if (length <= 2 * MAX_HEADERS) return undefined;
  return { status: 431, message: `The request has more than ${MAX_HEADERS} headers` };
}

/** Node reads the chunks of a body, and takes what is in them for the body itself: RFC 9112, 6.1. */
function refuseCoding({ 'transfer-encoding': coding }: IncomingHttpHeaders): Refusal | undefined {
  if (coding === undefined || coding.toLowerCase() === 'chunked') return undefined;
  const message = 'Send the body as it is: no transfer-encoding but chunked is supported';
  return { status: 501, message, code: 'NOT_IMPLEMENTED' };
}
