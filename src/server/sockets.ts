/** Timeouts and the number of connections: no client keeps others out by being slow or silent. */
import { randomUUID } from 'node:crypto';
import type { Server, ServerOptions, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { clientLimits } from '../clientLimits.ts';
import type { AdmitOrigin } from './cors.ts';
import type { Exchange } from './exchange.ts';
import type { Metrics } from './metrics.ts';
import { hasTurn } from './queued.ts';
import { rawRefusal } from './refusal.ts';

/** Milliseconds, for each stage of a connection. */
export interface Timeouts {
  /** In which the headers of a request have to come. */
  headers: number;
  /** In which a whole request has to come. */
  request: number;
  /** For which a connection is kept for a next request: longer than load balancers do, which else meet a closed one. */
  keepAlive: number;
  /** After which a connection on which nothing moves, neither way, is closed: an answer that is not read. */
  silence: number;
  /** Between two looks at the first two. */
  interval: number;
}

const defaultTimeouts: Timeouts = {
  headers: 10_000,
  request: 20_000,
  keepAlive: 72_000,
  silence: 120_000,
  interval: 2_000,
};

/** What is known of a connection. */
interface Connection {
  /** The answer to its last request. */
  last: ServerResponse | undefined;
  /** Its place in the order in which connections were opened or asked for something, the last time. */
  turn: number;
  requests: number;
}

export interface ConnectionOptions {
  timeouts?: Partial<Timeouts> | undefined;
  /** Connections at a time; 2000 when undefined. */
  maxConnections?: number | undefined;
  metrics: Metrics;
}

/** Connections at a time: what is kept for them takes some megabytes. */
export const MAX_CONNECTIONS = clientLimits.connections.most;

/** After as many a client has to connect anew, which bounds what is kept for a connection. */
const MAX_REQUESTS = clientLimits.requests.most;

/** @returns Node's options for the timeouts */
export function timeoutOptions(given: Partial<Timeouts> = {}): ServerOptions {
  const timeouts = { ...defaultTimeouts, ...given };
  return {
    headersTimeout: timeouts.headers,
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    connectionsCheckingInterval: timeouts.interval,
    // Or Node would answer a request without Host by itself, with no body.
    requireHostHeader: false,
  };
}

/**
 * Watches the connections of `server`. When there are too many, the one is closed that has waited longest for a request or
 * for the rest of one: a client that works sends its requests at once. If none waits, the one is closed whose client has
 * left an answer unread for longest.
 * @param admits whether pages of an origin may read the answer to a request that could not be parsed
 * @returns what is to be called with each request
 */
export function watchConnections(
  server: Server,
  { timeouts, maxConnections = MAX_CONNECTIONS, metrics }: ConnectionOptions,
  admits: AdmitOrigin,
): (exchange: Exchange) => void {
  server.setTimeout(timeouts?.silence ?? defaultTimeouts.silence);
  server.maxRequestsPerSocket = MAX_REQUESTS;
  const open = new Map<Socket, Connection>();
  let turn = 0;
  metrics.watchConnections(open);
  server.on('connection', (socket) => {
    if (open.size >= maxConnections) {
      const oldest = (may: (response: ServerResponse | undefined) => boolean) =>
        [...open].filter(([, { last }]) => may(last)).sort(([, one], [, other]) => one.turn - other.turn)[0]?.[0];
      const waiting = oldest((last) => !isAtWork(last)) ?? oldest((last) => last?.writableEnded ?? false);
      (waiting ?? socket).destroy();
      metrics.countRejection('TOO_MANY_CONNECTIONS');
    }
    if (socket.destroyed) return;
    open.set(socket, { last: undefined, turn: (turn += 1), requests: 0 });
    socket.once('close', () => open.delete(socket));
  });
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET' || !isNext(open.get(socket)?.last)) return socket.destroy();
    const [status, message] = explain(error.code);
    metrics.countRejection(status === 408 ? 'REQUEST_TIMEOUT' : 'BAD_REQUEST');
    socket.write(rawRefusal(randomUUID(), status, message, corsHeaders(error.rawPacket, admits)));
    return socket.destroySoon();
  });
  return (exchange) => {
    const connection = open.get(exchange.socket);
    if (!connection) return;
    connection.last = exchange.response;
    connection.turn = turn += 1;
    connection.requests += 1;
    // Node says so of the last answer, but leaves the connection open for bare answers with status 503.
    if (connection.requests === MAX_REQUESTS) exchange.setHeader('connection', 'close');
  };
}

/** Whether a request has come whole and its answer has not gone. */
const isAtWork = (response: ServerResponse | undefined): boolean =>
  response !== undefined && response.req.complete && !response.writableFinished;

/**
 * Whether what is written now is taken for the answer to what has just arrived, after the request of `last` or as the rest
 * of it: no answer to an earlier request is still to go, and its own has not begun.
 */
function isNext(last: ServerResponse | undefined): boolean {
  if (last === undefined) return true;
  return last.req.complete ? last.writableFinished : hasTurn(last) && !last.headersSent;
}

function explain(code: string | undefined): [number, string] {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'The request did not arrive in time'];
    case 'HPE_HEADER_OVERFLOW':
      return [431, 'The headers are too long'];
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return [413, 'The chunk extensions are too long'];
    default:
      return [400, 'Not a valid HTTP request'];
  }
}

/** @returns CORS headers for a request whose headers are too long, where the part that was received has its origin */
function corsHeaders(packet: Buffer | undefined, admits: AdmitOrigin): [name: string, value: string][] {
  const [, origin] = /\r\norigin:[ \t]*([^\r\n]+)\r\n/i.exec(packet?.toString('latin1') ?? '') ?? [];
  return origin !== undefined && admits(origin)
    ? [
        ['access-control-allow-origin', origin],
        ['vary', 'Origin'],
      ]
    : [];
}
