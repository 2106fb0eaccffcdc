import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import { createBudget, type RateLimit } from './budget.ts';
import { admitOrigins } from './cors.ts';
import { type Requests, watchRequests } from './drain.ts';
import { sendText } from './encoding.ts';
import { Exchange, type Watch } from './exchange.ts';
import { createHandler, type Handler } from './handle.ts';
import { healthRoutes, type HealthOptions } from './health.ts';
import { hostCheck, type HostOptions } from './host.ts';
import { observe } from './observe.ts';
import { takeExpectations } from './protocol.ts';
import { readSources } from './proxies.ts';
import { closeQueued } from './queued.ts';
import { graphqlPath, graphqlRoute, type RouteOptions } from './route.ts';
import { type ConnectionOptions, timeoutOptions, watchConnections } from './sockets.ts';
import { boundUnread, type UnreadOptions } from './unread.ts';

export interface AppOptions extends HealthOptions, ConnectionOptions, HostOptions, UnreadOptions, RouteOptions {
  /** The origins whose pages may read answers, `*` for all; undefined for Apollo Studio and this computer. */
  corsOrigins: readonly string[] | undefined;
  /** The proxies before the server, whose X-Forwarded-For is trusted. */
  trustProxy: string[] | undefined;
  /** What each client may ask for; undefined for as much as it likes. */
  rateLimit: RateLimit | undefined;
  logger: Logger;
  /** The schema as it is printed; undefined where clients may not ask for it. */
  schemaText?: (() => string) | undefined;
}

/** The HTTP side, which does not listen yet: GraphQL at /graphql, health and metrics for those who run the server. */
export function createApp(options: AppOptions): { server: Server; requests: Requests } {
  const { corsOrigins, rateLimit, logger, metrics } = options;
  const admits = admitOrigins(corsOrigins);
  const server = createServer(timeoutOptions(options.timeouts));
  const requests = watchRequests(server);
  const sourceOf = readSources(options.trustProxy);
  const watchQueued = closeQueued();
  const watchConnection = watchConnections(server, options, admits);
  const watch: Watch = {
    onSend: (exchange) => requests.closing && exchange.setHeader('connection', 'close'),
    onSent: boundUnread(server, options),
  };
  takeExpectations(server);
  const handle = createHandler({
    logger,
    routes: { ...pageRoutes(options), ...healthRoutes(requests, options) },
    admits,
    checkHost: hostCheck(options),
    budget: rateLimit && createBudget(rateLimit),
    begin(request, response) {
      const exchange = new Exchange(request, response, sourceOf(request), watch);
      watchQueued(response, exchange.socket);
      watchConnection(exchange);
      requests.begin(exchange);
      response.once('close', () => {
        requests.end();
        observe(exchange, graphqlPath, logger, metrics);
      });
      return exchange;
    },
  });
  server.on('request', handle);
  return { server, requests };
}

function pageRoutes(options: AppOptions): Record<string, Handler> {
  const { schemaText } = options;
  const toGraphql: Handler = (exchange) => {
    exchange.setHeader('location', graphqlPath);
    exchange.send(302);
  };
  const sendSchema = (exchange: Exchange, text: string) => {
    exchange.setHeader('content-type', 'text/plain; charset=utf-8');
    return sendText(exchange, 200, text);
  };
  return {
    [graphqlPath]: graphqlRoute(options),
    '/': toGraphql,
    ...(schemaText && { '/schema.graphql': (exchange: Exchange) => sendSchema(exchange, schemaText()) }),
  };
}
