import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import cors from '@fastify/cors';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { sendConditional } from './answers/conditional.ts';
import { admitOrigins, type AdmitOrigin } from './cors.ts';
import { type Requests, watchRequests } from './drain.ts';
import { addHealth, type HealthOptions } from './health.ts';
import type { Metrics } from './metrics.ts';
import { createOperation, type Operation, runOperation } from './operation.ts';

export const graphqlPath = '/graphql';

const maxBodyBytes = 100_000;
/** Milliseconds in which a client must have sent its request. */
const requestTimeout = 30_000;

export interface AppOptions<TContext extends object> extends HealthOptions {
  /** A context value for each operation. */
  createContext(): TContext;
  /** The origins whose pages may read answers, `*` for all; undefined for Apollo Studio and this computer. */
  corsOrigins: readonly string[] | undefined;
  logger: Logger;
}

/** The HTTP side: GraphQL at /graphql, and what those who run the server ask it. */
export async function createApp<TContext extends object>(
  apollo: ApolloServer<TContext>,
  options: AppOptions<TContext>,
): Promise<{ app: FastifyInstance; requests: Requests }> {
  const admits = admitOrigins(options.corsOrigins);
  const app = Fastify({
    // Each operation has a line of its own.
    loggerInstance: options.logger.child(
      {},
      { level: options.logger.isLevelEnabled('warn') ? 'warn' : options.logger.level },
    ),
    genReqId: () => randomUUID(),
    bodyLimit: maxBodyBytes,
    requestTimeout,
    // A request that arrives on an open connection while the app closes is answered as any other.
    return503OnClosing: false,
  }) as unknown as FastifyInstance;
  const requests = watchRequests(app);
  app.decorateRequest('operation', null);
  app.removeContentTypeParser('text/plain');
  await app.register(cors, {
    origin: (origin, decide) => decide(null, origin !== undefined && admits(origin) ? origin : false),
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id'],
    maxAge: 86_400,
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.logger.error({ requestId: request.id, err: error }, 'request failed');
    return refuse(request, reply, status, status >= 500 ? 'Internal server error' : error.message);
  });
  app.setNotFoundHandler((request, reply) =>
    refuse(request, reply, 404, `There is nothing at this address: the API is at ${graphqlPath}`),
  );
  app.get('/', (_request, reply) => reply.redirect(graphqlPath));
  await app.register(async (scope) => addOperations(scope, apollo, admits, options));
  addHealth(app, requests, options);
  return { app, requests };
}

function addOperations<TContext extends object>(
  scope: FastifyInstance,
  apollo: ApolloServer<TContext>,
  admits: AdmitOrigin,
  { createContext, logger, metrics }: AppOptions<TContext>,
): void {
  scope.addHook('onRequest', async (request, reply) => {
    const operation = createOperation(request.id);
    request.setDecorator('operation', operation);
    reply.header('x-request-id', request.id);
    reply.raw.once('close', () => observe(operation, reply, logger, metrics));
  });
  const answer = fastifyApolloHandler(apollo, { context: async () => createContext() });
  scope.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    async handler(request, reply) {
      const operation = request.getDecorator<Operation>('operation');
      if (isReadableByItsPage(request, admits)) request.headers['apollo-require-preflight'] ??= 'not needed';
      const body = await runOperation(operation, () => answer.call(scope, request, reply));
      // GraphQL over HTTP, section 6.4.1: in application/json every well-formed response has status 200.
      if (operation.refused && isPlainJson(reply)) reply.code(200);
      return sendConditional(reply, body);
    },
  });
  scope.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: graphqlPath,
    handler: (request, reply) => refuse(request, reply.header('allow', 'GET, POST'), 405, 'Use GET or POST'),
  });
}

/**
 * Whether the page that sends a request may read the answer too, so that the request tells it nothing by its side
 * effects and needs no preflight. Browsers let no page set Sec-Fetch-Mode: `cors` is what `fetch` sends, with the origin
 * of the page if that is another; images, forms and scripts send something else.
 */
function isReadableByItsPage({ headers }: FastifyRequest, admits: AdmitOrigin): boolean {
  return headers['sec-fetch-mode'] === 'cors' && (headers.origin === undefined || admits(headers.origin));
}

function isPlainJson(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type')).startsWith('application/json');
}

function observe(operation: Operation, reply: FastifyReply, logger: Logger, metrics: Metrics): void {
  const { requestId, name, depth, cost, answer, statements, codes } = operation;
  const status = reply.statusCode;
  const line = {
    requestId,
    operation: name,
    status,
    ms: Math.round(reply.elapsedTime),
    depth,
    cost,
    answer,
    statements,
    codes: [...codes],
  };
  // The landing page.
  if (!operation.isKnown && codes.size === 0 && status < 400) return logger.debug(line, 'page');
  metrics.observe(operation, reply.raw.writableFinished ? status : 'aborted', reply.elapsedTime / 1000);
  return logger.info(line, reply.raw.writableFinished ? 'operation' : 'operation aborted by the client');
}

/** An error in the form of a GraphQL response, for requests that never become an operation. */
function refuse(request: FastifyRequest, reply: FastifyReply, status: number, message: string) {
  const code = status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
  request.getDecorator<Operation | null>('operation')?.codes.add(code);
  const type = request.headers.accept?.includes('application/graphql-response+json')
    ? 'application/graphql-response+json; charset=utf-8'
    : 'application/json; charset=utf-8';
  return reply
    .code(status)
    .type(type)
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
