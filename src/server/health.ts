import { setTimeout } from 'node:timers/promises';
import type { Requests } from './drain.ts';
import type { Handler } from './handle.ts';
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

/** @returns /livez, /readyz and /metrics, for those who run the server; while it closes it is not ready */
export function healthRoutes(requests: Requests, { ready, metrics }: HealthOptions): Record<string, Handler> {
  let check: Promise<boolean> | undefined;
  /** All who ask wait for one answer: they must not take the connections from operations. */
  const isReady = () =>
    (check ??= ready()
      .catch(() => false)
      .finally(() => (check = undefined)));
  const text = 'text/plain; charset=utf-8';
  return {
    '/livez': (exchange) => {
      exchange.setHeader('content-type', text);
      exchange.send(200, 'ok\n');
    },
    '/readyz': async (exchange) => {
      const late = setTimeout(readyTimeout, false, { ref: false });
      const canAnswer = (await Promise.race([isReady(), late])) && !requests.closing;
      exchange.setHeader('content-type', text);
      exchange.send(canAnswer ? 200 : 503, canAnswer ? 'ok\n' : 'not ready\n');
    },
    '/metrics': async (exchange) => {
      exchange.setHeader('content-type', metrics.registry.contentType);
      exchange.send(200, await metrics.registry.metrics());
    },
  };
}
