import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Makes every answer emit `close` when its connection does. Node tells so only the one whose turn it is, and never those
 * that wait behind it, which a client that sends requests ahead of the answers has.
 * @returns what is to be called with each answer before anything else is
 */
export function closeQueued(): (response: ServerResponse, socket: Socket) => void {
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
  return (response, socket) => {
    if (hasTurn(response)) return;
    const queue = queueOf(socket);
    queue.add(response);
    response.once('socket', () => queue.delete(response));
  };
}

/** Whether what is written to the connection now belongs to `response`: no earlier answer is still to go, nor has it gone. */
export const hasTurn = (response: ServerResponse): boolean => response.socket !== null;
