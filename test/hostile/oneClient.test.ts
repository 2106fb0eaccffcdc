// One client asks for as much as it can: others get their connections, and it pays for the time that the database worked.
import { expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { ask } from '../server/testServer.ts';
import { metricOf, startTestApi } from '../support/startedApi.ts';
import { useFigures } from './figures.ts';
import { until, useLockedEvents } from './lockedEvents.ts';
import { openLine, requestText } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const { database, lockEvents, unlock, waiting } = useLockedEvents();

const slow = '{ events(first: 1) { nodes { title } } }';
const quick = '{ cases { nodes { slug } } }';

/** Clients are told apart by what their proxy says of them. */
const start = (env: Record<string, string>) =>
  startTestApi(database.url, {
    ANSWER_CACHE_MB: '0',
    TRUST_PROXY: 'loopback',
    STATEMENT_TIMEOUT: '60000',
    RATE_LIMIT_POINTS: '0',
    ...env,
  });
const from = (client: string) => ({ 'x-forwarded-for': client });

const metric = (url: string, name: string) => metricOf(url, name, from('192.0.2.99'));

test('a client that comes while another holds and waits for all that it can finds a connection', async () => {
  const size = 4;
  const sent = 12;
  await using server = await start({ POOL_SIZE: String(size) });
  await lockEvents();
  const lines = await Promise.all(Array.from({ length: sent }, () => openLine(server.url)));
  for (const { socket } of lines) socket.write(requestText(slow, from('192.0.2.1')));
  const waits = sent - (size - 1);
  expect(await until(async () => (await waiting()).length === size - 1)).toBe(true);
  expect(await until(async () => (await metric(server.url, 'casebook_pool_waiting')) === waits)).toBe(true);
  const others = 6;
  for (let n = 0; n < others; n += 1) {
    const { status, data } = await ask(server.url, quick, {}, from(`192.0.2.${10 + n}`));
    expect({ status, data }).toEqual({ status: 200, data: { cases: { nodes: [expect.anything()] } } });
  }
  await unlock();
  for (const { socket } of lines) socket.destroy();
  tried(
    'requests of others, while twelve of one client hold and wait for all the connections that it can have',
    others,
    'each has a connection at once',
  );
});

test('the time that the database works is paid for, also by a client that leaves', async () => {
  // A tenth of a point for each millisecond.
  await using server = await start({ RATE_LIMIT_POINTS: '10000', RATE_LIMIT_SECONDS: '100' });
  const client = from('192.0.2.1');
  const left = async (query: string) =>
    Number(/r=(\d+)/.exec((await ask(server.url, query, {}, client)).headers.get('ratelimit') ?? '')?.[1]);
  const held = 600;
  const price = held / 10;

  const before = await left('{ __typename }');
  await lockEvents();
  const answered = left(slow);
  expect(await until(async () => (await waiting()).length === 1)).toBe(true);
  await setTimeout(held);
  await unlock();
  const after = await answered;
  expect(before - after).toBeGreaterThanOrEqual(price);

  await lockEvents();
  const line = await openLine(server.url);
  line.socket.write(requestText(slow, client));
  expect(await until(async () => (await waiting()).length === 1)).toBe(true);
  await setTimeout(held);
  line.socket.destroy();
  expect(await until(async () => (await waiting()).length === 0)).toBe(true);
  await unlock();
  expect(after - (await left('{ __typename }'))).toBeGreaterThanOrEqual(price);
  tried('operations whose statement waits, of clients that wait for it and that leave', 2, 'its time is paid for');
});

test('what a client owes for the time of the database is owed in the next window, and its requests in the queue are refused', async () => {
  const [points, seconds] = [1000, 1];
  await using server = await start({
    RATE_LIMIT_POINTS: String(points),
    RATE_LIMIT_SECONDS: String(seconds),
    POOL_SIZE: '3',
  });
  const client = from('192.0.2.1');
  await lockEvents();
  const queued = Array.from({ length: 5 }, () => ask(server.url, slow, {}, client));
  expect(await until(async () => (await waiting()).length === 2)).toBe(true);
  // Two statements for as long as three windows.
  await setTimeout(3000 * seconds);
  await unlock();
  const statuses = (await Promise.all(queued)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 200, 429, 429, 429]);
  const refused = await ask(server.url, '{ __typename }', {}, client);
  expect([refused.status, refused.extensions]).toEqual([429, { code: 'RATE_LIMITED' }]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(seconds);
  expect((await ask(server.url, '{ __typename }', {}, from('192.0.2.2'))).status).toBe(200);
  tried(
    'requests in the queue of a client whose statements have used up its budget',
    3,
    '429 when their turn comes, and in the windows after',
  );
});
