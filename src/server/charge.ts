import type { FastifyInstance } from 'fastify';
import { type Budget, OVERDRAWN } from './budget.ts';
import { probePaths } from './health.ts';
import type { Metrics } from './metrics.ts';
import { refuse } from './refusal.ts';

/**
 * Takes what each request to `app` costs off the budget of its client, whatever it asks for and whether or not there is
 * anything; a client that has spent its budget is refused. Only those who watch the server may always ask how it is.
 * What a request pays with is its decorator `account`.
 */
export function chargeRequests(app: FastifyInstance, budget: Budget | undefined, metrics: Metrics): void {
  app.decorateRequest('account', null);
  if (!budget) return;
  app.addHook('onRequest', async (request, reply) => {
    if (probePaths.includes(request.routeOptions.url ?? '')) return;
    const account = budget.open(request, reply);
    if (account) return request.setDecorator('account', account);
    metrics.countRejection('RATE_LIMITED');
    return refuse(request, reply, 429, OVERDRAWN, 'RATE_LIMITED');
  });
}
