/** The request under way, from the first hook to its line in the log, on every route. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { abandon, type ApiRequest, createRequest } from '../answer/request.ts';
import { clientOf } from './budget.ts';
import type { Metrics } from './metrics.ts';

const name = 'apiRequest';

/** @returns what is known of a request */
export const requestOf = (request: FastifyRequest): ApiRequest => request.getDecorator<ApiRequest>(name);

/** Gives every request to `app` its object; to be called before anything that answers in a hook. */
export function beginRequests(app: FastifyInstance): void {
  app.decorateRequest(name, null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.setDecorator(name, createRequest(request.id, clientOf(request)));
    done();
  });
}

/** Writes each request to the log and the metrics when it is over; work for a client that has gone is given up. */
export function observe(request: FastifyRequest, reply: FastifyReply, logger: Logger, metrics: Metrics): void {
  reply.raw.once('close', () => {
    const current = requestOf(request);
    const { id, depth, cost, answer, statements, codes } = current;
    const isAnswered = reply.raw.writableFinished;
    if (!isAnswered) abandon(current);
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
    // The landing page is no operation.
    if (!current.isKnown && codes.length === 0 && reply.statusCode < 400) return logger.debug(line, 'page');
    metrics.observe(current, isAnswered ? reply.statusCode : 'aborted', reply.elapsedTime / 1000);
    // The metrics count a flood, which would fill the log.
    if (codes.includes('RATE_LIMITED')) return logger.debug(line, 'client over its budget');
    return logger.info(line, isAnswered ? 'operation' : 'operation aborted by the client');
  });
}
