/** Answers that clients have not read yet: together they take only so much memory. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Exchange } from './exchange.ts';
import type { Metrics } from './metrics.ts';

export interface UnreadOptions {
  /** Characters of all answers that are not read yet; 128 million when undefined, which is some hundred megabytes. */
  maxUnread?: number | undefined;
  metrics: Metrics;
}

/**
 * Bounds the answers of `server` that clients have not read yet. Beyond the bound, the connection is closed on which an answer
 * has waited longest: a client that reads is done in a moment, and one that asks for much and reads nothing would fill the memory.
 * @returns what is to be told of each answer once it was given to the connection, with its length in characters
 */
export function boundUnread(
  server: Server,
  { maxUnread = 128_000_000, metrics }: UnreadOptions,
): (exchange: Exchange, length: number) => void {
  /** The characters that wait on each connection, the connections in the order in which these began to. */
  const unread = new Map<Socket, number>();
  let total = 0;
  const add = (socket: Socket, characters: number) => {
    const sum = (unread.get(socket) ?? 0) + characters;
    total += characters;
    if (sum > 0) unread.set(socket, sum);
    else unread.delete(socket);
  };
  const forget = (socket: Socket) => add(socket, -(unread.get(socket) ?? 0));

  server.on('connection', (socket) => socket.once('close', () => forget(socket)));
  return ({ socket, response }, length) => {
    // What the system has taken at once is its to send.
    if (response.writableFinished || socket.destroyed) return;
    add(socket, length);
    response.once('finish', () => {
      if (unread.has(socket)) add(socket, -length);
    });
    if (total <= maxUnread) return;
    for (const [oldest, characters] of unread) {
      if (total <= maxUnread) break;
      // Its client has left nothing unread so far.
      if (oldest === socket && characters === length) continue;
      forget(oldest);
      oldest.destroy();
      metrics.countRejection('UNREAD_ANSWER');
    }
  };
}
