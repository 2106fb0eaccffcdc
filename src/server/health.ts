import type { FastifyInstance } from 'fastify';
import { setTimeout } from 'node:timers/promises';
import type { Requests } from './drain.ts';
import type { Metrics } from './metrics.ts';

export interface HealthOptions {
  /** Whether operations can be answered now. */
  ready(): Promise<boolean>;
  metrics: Metrics;
}

/** The addresses that monitoring asks. */
export const probePaths: readonly string[] = ['/livez', '/readyz'];

/** Milliseconds in which it is ready, or is not: those who ask wait for few seconds. */
const readyTimeout = 2000;

/** Adds /livez, /readyz and /metrics, for those who run the server; while it closes it is not ready. */
export function addHealth(app: FastifyInstance, requests: Requests, { ready, metrics }: HealthOptions): void {
  let check: Promise<boolean> | undefined;
  /** All who ask wait for one answer: they must not take the connections from operations. */
  const isReady = () =>
    (check ??= ready()
      .catch(() => false)
      .finally(() => (check = undefined)));
  app.get('/livez', async () => 'ok\n');
  app.get('/readyz', async (_request, reply) => {
    const late = setTimeout(readyTimeout, false, { ref: false });
    const canAnswer = (await Promise.race([isReady(), late])) && !requests.closing;
    return reply.code(canAnswer ? 200 : 503).send(canAnswer ? 'ok\n' : 'not ready\n');
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
