/** GraphQL over HTTP, at one address. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answer } from '../answer/answer.ts';
import { OVERDRAWN } from '../answer/request.ts';
import { checkEncoding } from './body.ts';
import { pointsOf } from './budget.ts';
import { tagsFor } from './conditional.ts';
import { NOT_ADMITTED } from './cors.ts';
import { sendText } from './encoding.ts';
import { requestOf } from './exchange.ts';
import type { LandingPage } from './landingPage.ts';
import { pagePolicy } from './headers.ts';
import { mediaTypeFor, prefersPage, UNACCEPTABLE } from './mediaTypes.ts';
import { checkPreflighted, checkUpgrade, readAsk } from './readAsk.ts';
import { refuse } from './refusal.ts';
import { statusOf } from './status.ts';

export const graphqlPath = '/graphql';

export interface RouteOptions {
  answer: Answer;
  /** Of the program that answers: a part of the tags of answers. */
  version: string;
  page: LandingPage;
}

/** Adds the route; `scope` is its own, for its hooks. */
export function addRoute(scope: FastifyInstance, { answer, version, page }: RouteOptions): void {
  scope.addHook('onRequest', (request, reply, done) => {
    checkEncoding(request);
    done();
  });
  // A body that cannot be read is charged all the same; the app's own handler words the refusal.
  scope.setErrorHandler((error, request, reply) => {
    if (!isPaid(request)) return refuseOverdrawn(request, reply);
    throw error;
  });
  scope.route({
    method: ['GET', 'POST'],
    url: graphqlPath,
    exposeHeadRoute: false,
    async handler(request, reply) {
      if (!isPaid(request)) return refuseOverdrawn(request, reply);
      const { accept } = request.headers;
      if (request.method === 'GET' && prefersPage(accept))
        return reply
          .header('content-security-policy', pagePolicy)
          .type('text/html')
          .send(await page());
      const type = mediaTypeFor(accept);
      if (type === undefined) return refuse(request, reply, 406, UNACCEPTABLE);
      checkUpgrade(request);
      checkPreflighted(request);
      const ask = readAsk(request);
      const current = requestOf(request);
      const tags = request.method === 'GET' ? tagsFor(request.headers, version) : undefined;
      const outcome = await answer({ ...ask, hasAnswer: tags?.hasAnswer }, current);
      if (!outcome) return reply.hijack();
      current.codes = outcome.codes;
      current.isRefused = outcome.isRefused;
      if (outcome.source && tags?.send(reply, outcome)) return reply;
      if (current.cost !== undefined) reply.header('operation-cost', current.cost);
      reply.code(statusOf(outcome, type, request.method)).header('content-type', type);
      return sendText(request, reply, outcome.text);
    },
  });
  scope.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: graphqlPath,
    handler: (request, reply) =>
      refuse(request, reply.header('allow', 'GET, POST'), 405, isPreflight(request) ? NOT_ADMITTED : 'Use GET or POST'),
  });
}

/** Whether the request is a CORS preflight. */
const isPreflight = ({ method, headers }: FastifyRequest): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;

/** Takes off what the size of `request` costs, now that all of it is known. @returns whether there are as many points. */
const isPaid = (request: FastifyRequest): boolean => requestOf(request).account?.pay(pointsOf(request)) ?? true;

const refuseOverdrawn = (request: FastifyRequest, reply: FastifyReply) =>
  refuse(request, reply, 429, OVERDRAWN, 'RATE_LIMITED');
