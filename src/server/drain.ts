import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from './exchange.ts';

/** Milliseconds that clients have to use, or to give up, the connections that they keep for a next request. */
const linger = 1000;

/** The requests of a server, as far as its end depends on them. */
export interface Requests {
  /** Whether the server is closing: it still answers, and each answer says that its connection closes. */
  readonly closing: boolean;
  /** To be called with each request. */
  watch(exchange: Exchange): void;
  /**
   * Closes the server once the requests under way are answered; after `timeout` milliseconds it breaks them off.
   * @param stopListening closes what lets clients in
   */
  drain(timeout: number, stopListening: () => void): Promise<void>;
}

/**
 * Watches the requests of a server. Its own close waits for as long as it takes, and resets a connection on which the next
 * request is arriving.
 */
export function watchRequests(server: Server): Requests {
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
  return {
    get closing() {
      return closing;
    },
    watch({ response, socket }) {
      watch(underWay, response);
      watch(connections, socket);
    },
    async drain(timeout, stopListening) {
      closing = true;
      const timer = setTimeout(() => {
        for (const response of underWay) response.destroy();
        server.closeAllConnections();
      }, timeout);
      try {
        await Promise.race([none(connections), sleep(Math.min(linger, timeout), undefined, { ref: false })]);
        const closed = once(server, 'close');
        stopListening();
        server.closeIdleConnections();
        await closed;
        await none(underWay);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
