/** The request under way, from the first hook to its line in the log, on every route. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { abandon, type ApiRequest, createRequest } from '../answer/request.ts';
import { clientOf } from './budget.ts';
import type { Metrics } from './metrics.ts';

const name = 'apiRequest';

/** @returns what is known of a request */
export const requestOf = (request: FastifyRequest): ApiRequest => request.getDecorator<ApiRequest>(name);

/**
 * Gives every request to `app` its object, and tells the log and the metrics when it is over what became of it; to be called
 * before anything that answers in a hook.
 * @param path of the operations
 */
export function beginRequests(app: FastifyInstance, path: string, logger: Logger, metrics: Metrics): void {
  app.decorateRequest(name, null);
  app.addHook('onRequest', (request, reply, done) => {
    request.setDecorator(name, createRequest(request.id, clientOf(request)));
    reply.raw.once('close', () => observe(request, reply, path, logger, metrics));
    done();
  });
}

function observe(request: FastifyRequest, reply: FastifyReply, path: string, logger: Logger, metrics: Metrics): void {
  const current = requestOf(request);
  const { id, depth, cost, answer, statements, codes } = current;
  const isAnswered = reply.raw.writableFinished;
  // Work for a client that has gone is given up.
  if (!isAnswered) abandon(current);
  const status = isAnswered ? reply.statusCode : 'aborted';
  const seconds = reply.elapsedTime / 1000;
  // Whoever watches the server is not counted, unless there was something to refuse; the landing page is no operation.
  if (request.routeOptions.url !== path) return codes.forEach((code) => metrics.countRejection(code));
  const line = {
    requestId: id,
    operation: current.name,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
    depth,
    cost,
    answer,
    statements,
    codes,
  };
  if (!current.isKnown && codes.length === 0 && reply.statusCode < 400) return logger.debug(line, 'page');
  metrics.observe(current, status, seconds);
  // The metrics count a flood, which would fill the log.
  if (codes.includes('RATE_LIMITED')) return logger.debug(line, 'client over its budget');
  return logger.info(line, isAnswered ? 'operation' : 'operation aborted by the client');
}
