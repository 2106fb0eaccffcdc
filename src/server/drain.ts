import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';

/** Closes the app once the requests under way are answered; after `timeout` milliseconds it breaks them off. */
export type Drain = (timeout: number) => Promise<void>;

/**
 * Watches the requests of `app`, which has no routes yet. Fastify's own close waits only for the first of the two
 * addresses of localhost, and for as long as it takes.
 */
export function watchRequests(app: FastifyInstance): Drain {
  const underWay = new Set<ServerResponse>();
  let closing = false;
  let onEmpty = () => {};
  app.addHook('onRequest', async (_request, { raw }) => {
    underWay.add(raw);
    raw.once('close', () => {
      underWay.delete(raw);
      if (underWay.size === 0) onEmpty();
    });
  });
  // A connection that is kept for a next request would keep the server open.
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  return async (timeout) => {
    closing = true;
    const timer = setTimeout(() => {
      for (const response of underWay) response.destroy();
      app.server.closeAllConnections();
    }, timeout);
    try {
      await app.close();
      if (underWay.size > 0) await new Promise<void>((resolve) => (onEmpty = resolve));
    } finally {
      clearTimeout(timer);
    }
  };
}
