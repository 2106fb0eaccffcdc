import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from './exchange.ts';

/** Milliseconds that clients have to use, or to give up, the connections that they keep for a next request. */
const linger = 1000;

/** The requests of a server, as far as its end depends on them. */
export interface Requests {
  /** Whether the server is closing: it still answers, and each answer says that its connection closes. */
  readonly closing: boolean;
  /** To be called with each request, … */
  begin(exchange: Exchange): void;
  /** … and once its answer has gone, or its client. */
  end(): void;
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
  const connections = new Set<Socket>();
  let underWay = 0;
  let closing = false;
  let onGone = () => {};
  const none = (count: () => number) =>
    new Promise<void>((resolve) => {
      onGone = () => {
        if (count() === 0) resolve();
      };
      onGone();
    });
  return {
    get closing() {
      return closing;
    },
    begin({ socket }) {
      underWay += 1;
      if (connections.has(socket)) return;
      connections.add(socket);
      socket.once('close', () => {
        connections.delete(socket);
        onGone();
      });
    },
    end() {
      underWay -= 1;
      onGone();
    },
    async drain(timeout, stopListening) {
      closing = true;
      // With a connection all answers close that were to go through it.
      const timer = setTimeout(() => server.closeAllConnections(), timeout);
      try {
        await Promise.race([none(() => connections.size), sleep(Math.min(linger, timeout), undefined, { ref: false })]);
        const closed = once(server, 'close');
        stopListening();
        server.closeIdleConnections();
        await closed;
        await none(() => underWay);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
