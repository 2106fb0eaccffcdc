// More connections than the server keeps, and more requests than a client may send.
import { expect } from '@jest/globals';
import http from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { useDatabase } from '../support/database.ts';
import { lacking, row } from '../start/conditions.ts';
import { useFigures } from './figures.ts';
import { type Line, openLine, requestText } from './sending.ts';
import { paths, startServing, whole } from './serving.ts';

const tried = useFigures(import.meta.url, 'A client');
const database = useDatabase('cases');
const query = '{ cases { totalCount } }';

/** The most memory that a process has had, in MiB. */
const peakOf = (pid = 0) => Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const stages: readonly ((line: Line) => void)[] = [
  () => {},
  ({ socket }) => socket.write('POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-a'),
  ({ socket }) => socket.write(requestText(query).slice(0, -3)),
  ({ socket }) => socket.write(requestText(query)),
];

row(
  'thousands of connections: others are answered, all of them are closed, memory is bounded',
  lacking.linux,
  async () => {
    await using server = await startServing(database.url, { LOG_LEVEL: 'error' });
    expect(await server.ask(paths.compiled)).toMatchObject(whole);
    const before = peakOf(server.program.child.pid);
    const crowd: Line[] = [];
    let answered = 0;
    for (let wave = 0; wave < 40; wave += 1) {
      const lines = await Promise.all(Array.from({ length: 150 }, () => openLine(server.url)));
      for (const [index, line] of lines.entries()) stages[index % stages.length]?.(line);
      crowd.push(...lines);
      expect(await server.ask(paths.compiled)).toMatchObject(whole);
      answered += 1;
    }
    expect(await server.metric('casebook_http_connections')).toBeLessThanOrEqual(2000);
    await Promise.all(crowd.map(({ closed }) => closed));
    expect(await server.ask(paths.compiled)).toMatchObject(whole);
    expect(peakOf(server.program.child.pid) - before).toBeLessThan(256);
    tried(
      'connections of one client that are idle, or stop in their headers or body',
      crowd.length,
      `2,000 are kept at most, all are closed in the end; ${answered} requests of another client meanwhile are answered`,
    );
  },
  200_000,
);

/** Sends `count` requests over kept connections from an address of this computer. @returns how often each status came. */
async function flood(url: string, localAddress: string, count: number): Promise<Record<number, number>> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 20, localAddress });
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const statuses: Record<number, number> = {};
  await Promise.all(
    Array.from({ length: count }, async () => {
      const request = http.request(url, { method: 'POST', headers, agent });
      request.end(body);
      const [response] = (await once(request, 'response')) as [http.IncomingMessage];
      await text(response);
      const { statusCode = 0 } = response;
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
    }),
  );
  agent.destroy();
  return statuses;
}

row(
  'a flood from one address is answered as far as its budget goes, another address is not held up',
  lacking.linux,
  async () => {
    // Each asks for a page of twenty.
    const budget = { RATE_LIMIT_POINTS: '20000', RATE_LIMIT_SECONDS: '3600' };
    await using server = await startServing(database.url, { HOST: '127.0.0.1', LOG_LEVEL: 'error', ...budget });
    const [flooding, other] = await Promise.all([
      flood(server.url, '127.0.0.1', 5000),
      flood(server.url, '127.0.0.2', 500),
    ]);
    expect(flooding).toEqual({ 200: 1000, 429: 4000 });
    expect(other).toEqual({ 200: 500 });
    tried(
      'requests of a flood from one address',
      5000,
      'a budget of 1,000 requests is answered, 429 beyond; 500 requests of another address are all answered',
    );
  },
);
