import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

export interface HealthOptions {
  /** Whether operations can be answered now. */
  ready(): Promise<boolean>;
  metrics: Metrics;
}

/** Adds /livez, /readyz and /metrics, for those who run the server; while it closes it is not ready. */
export function addHealth(app: FastifyInstance, { ready, metrics }: HealthOptions): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.get('/livez', async () => 'ok\n');
  app.get('/readyz', async (_request, reply) => {
    const isReady = !closing && (await ready().catch(() => false));
    return reply.code(isReady ? 200 : 503).send(isReady ? 'ok\n' : 'not ready\n');
  });
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
