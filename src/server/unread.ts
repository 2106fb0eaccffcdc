/** Answers that clients have not read yet: together they take only so much memory. */
import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';
import type { Metrics } from './metrics.ts';

export interface UnreadOptions {
  /** Characters of all answers that are not read yet; 128 million when undefined, which is some hundred megabytes. */
  maxUnread?: number | undefined;
  metrics: Metrics;
}

/**
 * Bounds the answers in `app` that clients have not read yet. Beyond the bound, the connection is closed on which an answer
 * has waited longest: a client that reads is done in a moment, and one that asks for much and reads nothing would fill the memory.
 */
export function boundUnread(app: FastifyInstance, { maxUnread = 128_000_000, metrics }: UnreadOptions): void {
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

  app.server.on('connection', (socket) => socket.once('close', () => forget(socket)));
  app.addHook('onSend', ({ raw: { socket } }, { raw }, payload, done) => {
    if ((typeof payload === 'string' || Buffer.isBuffer(payload)) && !socket.destroyed) {
      add(socket, payload.length);
      raw.once('finish', () => {
        if (unread.has(socket)) add(socket, -payload.length);
      });
      for (const [oldest, characters] of unread) {
        if (total <= maxUnread) break;
        // Its client has left nothing unread so far.
        if (oldest === socket && characters === payload.length) continue;
        forget(oldest);
        oldest.destroy();
        metrics.countRejection('UNREAD_ANSWER');
      }
    }
    done();
  });
}
