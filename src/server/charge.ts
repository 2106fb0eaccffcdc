import type { FastifyInstance } from 'fastify';
import { OVERDRAWN } from '../answer/request.ts';
import type { Budget } from './budget.ts';
import { requestOf } from './exchange.ts';
import { probePaths } from './health.ts';
import { refuse } from './refusal.ts';

/**
 * Takes what each request to `app` costs off the budget of its client, whatever it asks for and whether or not there is
 * anything; a client that has spent its budget is refused. Only those who watch the server may always ask how it is.
 */
export function chargeRequests(app: FastifyInstance, budget: Budget | undefined): void {
  if (!budget) return;
  app.addHook('onRequest', (request, reply, done) => {
    if (probePaths.includes(request.routeOptions.url ?? '')) return done();
    const current = requestOf(request);
    const account = budget.open(current.client, request, reply);
    current.account = account;
    if (account) return done();
    refuse(request, reply, 429, OVERDRAWN, 'RATE_LIMITED');
  });
}
