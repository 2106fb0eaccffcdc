/** GraphQL over HTTP, at one address. */
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { sendConditional } from './answers/conditional.ts';
import { checkEncoding } from './body.ts';
import { type Account, clientOf, OVERDRAWN, pointsOf } from './budget.ts';
import { pagePolicy } from './headers.ts';
import { mediaTypeFor, prefersPage, UNACCEPTABLE } from './mediaTypes.ts';
import type { Metrics } from './metrics.ts';
import { abandon, createOperation, type Operation, type RequestContext } from './operation.ts';
import { refuse } from './refusal.ts';

export const graphqlPath = '/graphql';

export interface RouteOptions<TContext extends object> {
  /** A context value for each operation. */
  createContext(): TContext;
  logger: Logger;
  metrics: Metrics;
}

/** Adds the route; `scope` is its own, for its hooks. */
export function addRoute<TContext extends object>(
  scope: FastifyInstance,
  apollo: ApolloServer<TContext & RequestContext>,
  { createContext, logger, metrics }: RouteOptions<TContext>,
): void {
  scope.addHook('onRequest', async (request, reply) => {
    const operation = createOperation(request.id, clientOf(request));
    request.setDecorator('operation', operation);
    reply.raw.once('close', () => observe(operation, reply, logger, metrics));
    const account = request.getDecorator<Account | null>('account');
    if (account) operation.account = account;
    checkEncoding(request);
  });
  // A body in chunks that cannot be read is paid for all the same; what is refused is for the app to say.
  scope.setErrorHandler(async (error, request, reply) => {
    if (!(await isPaid(request))) return refuseOverdrawn(request, reply);
    throw error;
  });
  scope.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    exposeHeadRoute: false,
    async handler(request, reply) {
      const { method, url, body, headers } = request;
      const operation = request.getDecorator<Operation>('operation');
      if (!(await isPaid(request))) return refuseOverdrawn(request, reply);
      if (!mediaTypeFor(headers.accept) && !(method === 'GET' && prefersPage(headers.accept)))
        return refuse(request, reply, 406, UNACCEPTABLE);
      if (isReadableByItsPage(request)) headers['apollo-require-preflight'] ??= 'not needed';
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method, headers: headerMap(headers), search: searchOf(url), body },
        context: async () => Object.assign(createContext(), { operation }),
      });
      // What Apollo Server refuses before there is an operation is told to no plugin.
      if (Number(answer.status) >= 400 && operation.codes.size === 0) operation.codes.add('BAD_REQUEST');
      if (answer.body.kind === 'chunked') throw new Error('no answer comes in parts');
      for (const [name, value] of answer.headers) reply.header(name, value);
      const type = answer.headers.get('content-type') ?? '';
      if (type.startsWith('text/html')) reply.header('content-security-policy', pagePolicy);
      // GraphQL over HTTP, section 6.4.1: in application/json every well-formed response has status 200.
      const isPlain = operation.refused && type.startsWith('application/json');
      reply.code(isPlain ? 200 : (answer.status ?? 200));
      return sendConditional(reply, answer.body.string);
    },
  });
  scope.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: graphqlPath,
    handler: (request, reply) => refuse(request, reply.header('allow', 'GET, POST'), 405, 'Use GET or POST'),
  });
}

/** Takes off what the size of `request` costs, now that all of it is known. @returns whether there are as many points. */
async function isPaid(request: FastifyRequest): Promise<boolean> {
  const account = request.getDecorator<Operation | null>('operation')?.account;
  return account === undefined || account.pay(pointsOf(request));
}

const refuseOverdrawn = (request: FastifyRequest, reply: FastifyReply) =>
  refuse(request, reply, 429, OVERDRAWN, 'RATE_LIMITED');

function headerMap(headers: FastifyRequest['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

/**
 * Whether the page that sends a request may read the answer too, so that the request tells it nothing by its side
 * effects and needs no preflight. Browsers let no page set Sec-Fetch-Mode: `cors` is what `fetch` sends, with the origin
 * of the page if that is another, which was admitted then; images, forms and scripts send something else.
 */
const isReadableByItsPage = ({ headers }: FastifyRequest): boolean => headers['sec-fetch-mode'] === 'cors';

function observe(operation: Operation, reply: FastifyReply, logger: Logger, metrics: Metrics): void {
  const { requestId, name, depth, cost, answer, statements, codes } = operation;
  const status = reply.statusCode;
  const isAnswered = reply.raw.writableFinished;
  if (!isAnswered) abandon(operation);
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
  metrics.observe(operation, isAnswered ? status : 'aborted', reply.elapsedTime / 1000);
  // A flood is told by the metrics: it would fill the log as well.
  if (codes.has('RATE_LIMITED')) return logger.debug(line, 'client over its budget');
  return logger.info(line, isAnswered ? 'operation' : 'operation aborted by the client');
}
