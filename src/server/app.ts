import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { MAX_BODY, readBodies } from './body.ts';
import { createBudget, type RateLimit } from './budget.ts';
import { type ConnectionOptions, timeoutOptions, watchConnections } from './sockets.ts';
import { chargeRequests } from './charge.ts';
import { addCorsHeaders, admitOrigins, checkOrigins } from './cors.ts';
import { type Requests, watchRequests } from './drain.ts';
import { sendText } from './encoding.ts';
import { beginRequests } from './exchange.ts';
import { addHeaders } from './headers.ts';
import { addHealth, type HealthOptions } from './health.ts';
import { checkHosts, type HostOptions } from './host.ts';
import { checkProtocol, refuseUnrouted } from './protocol.ts';
import { closeQueued } from './queued.ts';
import { refuse } from './refusal.ts';
import { addRoute, graphqlPath, type RouteOptions } from './route.ts';
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

/** @returns the message for a client error, which says what to do */
const messageOf = ({ code, message }: FastifyError): string =>
  code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE'
    ? 'Send the body as JSON, with a content-type of application/json'
    : message;

/** The HTTP side: GraphQL at /graphql, health and metrics for those who run the server. */
export async function createApp(options: AppOptions): Promise<{ app: FastifyInstance; requests: Requests }> {
  const { schemaText, corsOrigins, trustProxy, rateLimit, logger, metrics } = options;
  const admits = admitOrigins(corsOrigins);
  const app = Fastify({
    // Each operation has a line of its own.
    loggerInstance: logger.child({}, { level: logger.isLevelEnabled('warn') ? 'warn' : logger.level }),
    // Nobody uses a logger for each request.
    childLoggerFactory: (parent) => parent,
    genReqId: () => randomUUID(),
    bodyLimit: MAX_BODY,
    trustProxy: trustProxy ?? false,
    // A URL that cannot be parsed.
    frameworkErrors: ({ statusCode = 400, message }, request, reply) =>
      refuseUnrouted(app, request.raw, reply.raw, statusCode, message),
    // A request that arrives on an open connection while the app closes is answered as any other.
    return503OnClosing: false,
    ...timeoutOptions(options.timeouts),
  }) as unknown as FastifyInstance;
  closeQueued(app);
  watchConnections(app, options, admits);
  boundUnread(app, options);
  const requests = watchRequests(app);
  beginRequests(app, graphqlPath, logger, metrics);
  addHeaders(app);
  await addCorsHeaders(app, admits);
  chargeRequests(app, rateLimit && createBudget(rateLimit));
  checkProtocol(app);
  checkHosts(app, options);
  checkOrigins(app, admits);
  readBodies(app);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { statusCode: status = 500 } = error;
    if (status >= 500) logger.error({ requestId: request.id, err: error }, 'request failed');
    return refuse(request, reply, status, status >= 500 ? 'Internal server error' : messageOf(error));
  });
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 404, `Not found: the API is at ${graphqlPath}`));
  if (schemaText) {
    app.get('/schema.graphql', (request, reply) =>
      sendText(request, reply.type('text/plain; charset=utf-8'), schemaText()),
    );
  }
  app.get('/', (_request, reply) => reply.redirect(graphqlPath));
  await app.register(async (scope) => addRoute(scope, options));
  addHealth(app, requests, options);
  return { app, requests };
}
