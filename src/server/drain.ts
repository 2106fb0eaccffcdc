import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds that clients have to use, or to give up, the connections that they keep for a next request. */
const linger = 1000;

/** The requests of an app, as far as its end depends on them. */
export interface Requests {
  /** Whether the app is closing: it still answers, and each answer says that its connection closes. */
  readonly closing: boolean;
  /** Closes the app once the requests under way are answered; after `timeout` milliseconds it breaks them off. */
  drain(timeout: number): Promise<void>;
}

/**
 * Watches the requests of `app`, which has no routes yet. Fastify's own close waits only for the first of the two
 * addresses of localhost, for as long as it takes, and resets a connection on which the next request is arriving.
 */
export function watchRequests(app: FastifyInstance): Requests {
  const underWay = new Set<ServerResponse>();
  const connections = new Set<Socket>();
  let closing = false;
  let onGone = () => {};
  const watch = <T extends ServerResponse | Socket>(all: Set<T>, one: T) => {
    if (all.has(one)) return;
    all.add(one);
    one.once('close', () => {
      all.delete(one);
      onGone();
    });
  };
  const none = (all: Set<unknown>) =>
    new Promise<void>((resolve) => {
      onGone = () => {
        if (all.size === 0) resolve();
      };
      onGone();
    });
  app.addHook('onRequest', ({ raw: { socket } }, { raw }, done) => {
    watch(underWay, raw);
    watch(connections, socket);
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
  return {
    get closing() {
      return closing;
    },
    async drain(timeout) {
      closing = true;
      const timer = setTimeout(() => {
        for (const response of underWay) response.destroy();
        app.server.closeAllConnections();
      }, timeout);
      try {
        await Promise.race([none(connections), sleep(Math.min(linger, timeout), undefined, { ref: false })]);
        await app.close();
        await none(underWay);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
