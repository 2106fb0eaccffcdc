// A process that may open few files: connections of clients do not take those that the server needs for others.
import { expect } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { lacking, row } from '../start/conditions.ts';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import { json, type Line, openLine, send } from './sending.ts';
import { startServing } from './serving.ts';

const tried = useFigures(import.meta.url, 'A client');
const database = useDatabase('cases');

/** Of each kind, far more than there are files; all from this process, which may open more. */
const silent = 1200;

row(
  'where few files may be open, silent connections shut nobody out',
  lacking.linux,
  async () => {
    for (const limit of [256, 1024]) {
      const limited = ['sh', '-c', `ulimit -n ${limit} && exec "$0" "$@"`];
      await using api = await startServing(database.url, { LOG_LEVEL: 'warn', POOL_SIZE: '10' }, limited);
      const openFiles = () => readdirSync(`/proc/${api.program.child.pid}/fd`).length;
      const lines: Line[] = [];
      for (let n = 0; n < silent; n += 1) lines.push(await openLine(api.url, `127.0.0.${10 + (n >> 9)}`));
      // Each opens connections to PostgreSQL as well: the statements differ, and are sent at once.
      const asked = Array.from({ length: 30 }, (_, n) =>
        send(api.url, { headers: json, body: JSON.stringify({ query: `{ c${n}: cases { nodes { slug } } }` }) }),
      );
      expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
      expect(openFiles()).toBeLessThan(limit);
      expect(await api.metric('casebook_http_connections')).toBeGreaterThan(limit / 2);
      expect(api.program.output()).toContain('raise it (ulimit -n)');
      expect(api.program.output()).not.toContain('EMFILE');
      for (const { socket } of lines) socket.destroy();
    }
    tried(
      'silent connections, where the process may open 256 files, or 1024',
      2 * silent,
      'those that wait for longest make room; operations of others are answered',
    );
  },
  120_000,
);
