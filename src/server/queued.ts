import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Makes every answer of `app` emit `close` when its connection does. Node tells so only the one whose turn it is, and
 * never those that wait behind it, which a client that sends requests ahead of the answers has.
 */
export function closeQueued(app: FastifyInstance): void {
  const queues = new WeakMap<Socket, Set<ServerResponse>>();
  const queueOf = (socket: Socket) => {
    const queue = queues.get(socket) ?? new Set();
    if (queues.has(socket)) return queue;
    queues.set(socket, queue);
    socket.once('close', () => {
      for (const response of queue) response.emit('close');
    });
    return queue;
  };
  app.addHook('onRequest', ({ raw: { socket } }, { raw: response }, done) => {
    if (!hasTurn(response)) {
      const queue = queueOf(socket);
      queue.add(response);
      response.once('socket', () => queue.delete(response));
    }
    done();
  });
}

/** Whether what is written to the connection now belongs to `response`: no earlier answer is still to go, nor has it gone. */
export const hasTurn = (response: ServerResponse): boolean => response.socket !== null;
