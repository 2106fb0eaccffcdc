// SIGTERM in the middle of work: what was accepted is answered, nothing new is, and the end comes in bounded time.
import { describe, expect } from '@jest/globals';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { withClient } from '../../src/db/client.ts';
import { lacking, row } from '../start/conditions.ts';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import { paths, type Serving, startServing, unasked } from './serving.ts';

const tried = useFigures(import.meta.url, 'A fault');
const database = useDatabase('cases');

/** Sends an operation on a connection of `agent`. @returns whether the answer says that the connection closes. */
async function send(url: string, agent: Agent, query: string): Promise<boolean> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    request(url, { method: 'POST', agent, headers }, resolve).on('error', reject).end(JSON.stringify({ query }));
  });
  expect(JSON.parse(await text(response))).toMatchObject({
    data: { [/cases|events/.exec(query)?.[0] ?? '']: { totalCount: expect.any(Number) } },
  });
  return response.headers.connection === 'close';
}

/** A client that keeps one connection and asks without end, until it is told that the connection closes. */
async function askUntilClosed(url: string, query: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  // Not of the table that others wait for.
  const events = query.replace('cases', 'events');
  for (let answered = 1; ; answered += 1) if (await send(url, agent, unasked(events))) return answered;
}

/** Sends operations that wait for a table until `meanwhile` has ended. */
async function waiting(server: Serving, count: number, meanwhile: () => Promise<void>): Promise<void> {
  await withClient(database.url, async (client) => {
    await client.query('begin; lock table "Case" in access exclusive mode');
    const answers = Array.from({ length: count }, (_, n) =>
      send(server.url, new Agent(), unasked(n % 2 ? paths.compiled : paths.withIntrospection)).then(
        () => 'answered',
        () => 'broken off',
      ),
    );
    const blocked = `select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`;
    while (((await client.query(blocked)).rowCount ?? 0) < count) await setTimeout(20);
    await meanwhile();
    await client.query('commit');
    for (const answer of answers) outcomes.push(await answer);
  });
}
let outcomes: string[] = [];

async function stopping(server: Serving): Promise<void> {
  server.program.child.kill('SIGTERM');
  while (!server.program.output().includes('Stopping')) await setTimeout(5);
}

describe.each(['0', '32'])('with %s MB for answers, SIGTERM', (ANSWER_CACHE_MB) => {
  row('under load loses no request', lacking.linux, async () => {
    await using server = await startServing(database.url, { ANSWER_CACHE_MB, POOL_SIZE: '20' });
    outcomes = [];
    const queries = [1, 2, 3, 4, 5].flatMap(() => Object.values(paths));
    const clients = queries.map((query) => askUntilClosed(server.url, query));
    await setTimeout(500);
    await waiting(server, 8, async () => {
      await stopping(server);
      // They have been told by now, and those that wait go on waiting.
      const counts = await Promise.all(clients);
      expect(Math.min(...counts)).toBeGreaterThan(1);
      tried(
        `SIGTERM while clients ask without pause on connections that they keep (answers kept: ${ANSWER_CACHE_MB} MB)`,
        counts.reduce((sum, count) => sum + count, outcomes.length),
        'each request is answered in full; the last answer on a connection says that it closes',
      );
      const another = send(server.url, new Agent(), '{ events { totalCount } }').catch(({ code }) => code as string);
      expect([true, 'ECONNREFUSED']).toContain(await another);
      expect(await server.status('/readyz').catch(() => 'refused')).not.toBe(200);
    });
    expect(outcomes).toEqual(Array(8).fill('answered'));
    expect(await server.program.ended).toBe(0);
  });
});

row('SIGTERM with a request that takes longer breaks it off after ten seconds', lacking.linux, async () => {
  await using server = await startServing(database.url, { STATEMENT_TIMEOUT: '120000' });
  outcomes = [];
  const { ended } = server.program;
  await waiting(server, 2, async () => {
    await stopping(server);
    const start = performance.now();
    expect(await ended).toBe(0);
    const seconds = (performance.now() - start) / 1000;
    expect(seconds).toBeGreaterThan(9);
    expect(seconds).toBeLessThan(20);
  });
  expect(outcomes).toEqual(['broken off', 'broken off']);
  tried('SIGTERM with requests that wait for a lock for two minutes', 2, 'broken off after ten seconds, exit code 0');
});
