// A client that goes away while its SQL runs: the statement is cancelled, and no other request is hit by that.
import { expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import type { RunningServer } from '../../src/server/server.ts';
import { ask } from '../server/testServer.ts';
import { metricOf, startTestApi } from '../support/startedApi.ts';
import { startCancelProxy } from './cancelProxy.ts';
import { useFigures } from './figures.ts';
import { until, useLockedEvents } from './lockedEvents.ts';
import { openLine, requestText } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const { database, lockEvents, unlock, waiting } = useLockedEvents();

const compiled = '{ events(first: 1) { nodes { title } } }';
const minute = '60000';

const start = (url: string, env: Record<string, string> = {}): Promise<RunningServer> =>
  startTestApi(url, { ANSWER_CACHE_MB: '0', STATEMENT_TIMEOUT: minute, ...env });

/** Asks, and goes away once the statement waits. */
async function askAndLeave(url: string, query: string): Promise<number> {
  const line = await openLine(url);
  line.socket.write(requestText(query));
  expect(await until(async () => (await waiting()).length === 1)).toBe(true);
  const [pid = 0] = await waiting();
  line.socket.destroy();
  return pid;
}

const metric = (server: RunningServer, name: string) => metricOf(server.url, name);

test('its compiled statement is cancelled long before its timeout, and the connection is as good as before', async () => {
  await using server = await start(database.url, { POOL_SIZE: '1' });
  await lockEvents();
  const pid = await askAndLeave(server.url, compiled);
  expect(await until(async () => (await waiting()).length === 0)).toBe(true);
  await unlock();
  const { data, errors } = await ask(server.url, compiled);
  expect({ data, errors }).toEqual({ data: { events: { nodes: [{ title: expect.any(String) }] } } });
  await lockEvents();
  expect(await askAndLeave(server.url, compiled)).toBe(pid);
  expect(await until(async () => (await waiting()).length === 0)).toBe(true);
  await unlock();
  expect(await metric(server, 'casebook_graphql_requests_total{outcome="aborted"}')).toBe(2);
  expect(await metric(server, 'casebook_graphql_requests_total{outcome="failed"}')).toBe(0);
  tried('clients that close while their compiled SQL runs', 2, 'the statement is cancelled, the connection stays');
});

test('requests that it sent ahead of the answers are all cancelled', async () => {
  await using server = await start(database.url, { POOL_SIZE: '4' });
  await lockEvents();
  const line = await openLine(server.url);
  // The last of them waits for a connection.
  line.socket.write(requestText(compiled).repeat(4));
  expect(await until(async () => (await waiting()).length === 3)).toBe(true);
  line.socket.resetAndDestroy();
  expect(await until(async () => (await waiting()).length === 0)).toBe(true);
  const aborted = () => metric(server, 'casebook_graphql_requests_total{outcome="aborted"}');
  expect(await until(async () => (await aborted()) === 4)).toBe(true);
  await unlock();
  expect(await metric(server, 'casebook_sql_statements_total')).toBe(3);
  tried('pipelined requests whose client resets the connection', 4, 'every statement is cancelled, each is counted');
});

test('those that wait for a connection and leave never run a statement', async () => {
  await using server = await start(database.url, { POOL_SIZE: '1' });
  await lockEvents();
  const lines = await Promise.all(Array.from({ length: 20 }, () => openLine(server.url)));
  for (const { socket } of lines) socket.write(requestText(compiled));
  expect(await until(async () => (await waiting()).length === 1)).toBe(true);
  expect(await until(async () => (await metric(server, 'casebook_pool_waiting')) === lines.length - 1)).toBe(true);
  for (const { socket } of lines) socket.destroy();
  expect(await until(async () => (await metric(server, 'casebook_pool_waiting')) === 0, 4000)).toBe(true);
  expect(await waiting()).toEqual([]);
  await unlock();
  expect((await ask(server.url, compiled)).errors).toBeUndefined();
  // The one that was cancelled, and the one that was answered.
  expect(await metric(server, 'casebook_sql_statements_total')).toBe(2);
  tried('clients that close while they wait for a connection', lines.length, 'no statement is run for them');
});

test('a cancel request that is late meets no other request', async () => {
  await using proxy = await startCancelProxy(database.url);
  await using server = await start(proxy.url, { POOL_SIZE: '1' });
  await lockEvents();
  await askAndLeave(server.url, compiled);
  expect(await until(() => proxy.cancels === 1)).toBe(true);
  // The statement ends by itself while the request to cancel it is on its way, and the next one comes.
  await unlock();
  expect(await until(async () => (await waiting()).length === 0)).toBe(true);
  await lockEvents();
  const next = ask(server.url, compiled);
  await until(async () => (await waiting()).length > 0, 500);
  proxy.pass();
  expect(await until(async () => (await waiting()).length > 0)).toBe(true);
  await setTimeout(100);
  await unlock();
  const { data, errors } = await next;
  expect({ data, errors }).toEqual({ data: { events: { nodes: [{ title: expect.any(String) }] } } });
  tried('cancel requests that arrive after their statement has ended', 1, 'the next request is answered');
});

test('a connection whose cancel request is lost is not used again', async () => {
  await using proxy = await startCancelProxy(database.url);
  await using server = await start(proxy.url, { POOL_SIZE: '1' });
  await lockEvents();
  const pid = await askAndLeave(server.url, compiled);
  expect(await until(() => proxy.cancels === 1)).toBe(true);
  await unlock();
  // The cancel request is given up after a while.
  const { data } = await ask(server.url, compiled);
  expect(data).toEqual({ events: { nodes: [{ title: expect.any(String) }] } });
  await lockEvents();
  expect(await askAndLeave(server.url, compiled)).not.toBe(pid);
  await unlock();
});

test('what the resolvers run for it is cancelled as well', async () => {
  await using server = await start(database.url, { POOL_SIZE: '1', COMPILER: 'false' });
  await lockEvents();
  await askAndLeave(server.url, compiled);
  expect(await until(async () => (await waiting()).length === 0)).toBe(true);
  await unlock();
  expect((await ask(server.url, compiled)).errors).toBeUndefined();
  tried('clients that close while the SQL of a resolver runs', 1, 'the statement is cancelled');
});

test('clients that leave at any moment, a hundred at a time, leave all connections free', async () => {
  await using server = await start(database.url, { POOL_SIZE: '4' });
  const rounds = 3;
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const line = await openLine(server.url);
        line.socket.write(requestText('{ events(first: 50) { nodes { title participations { nodes { role } } } } }'));
        await setTimeout(n);
        line.socket.resetAndDestroy();
      }),
    );
  expect((await ask(server.url, compiled)).errors).toBeUndefined();
  const isFree = async () =>
    (await metric(server, 'casebook_pool_waiting')) === 0 &&
    (await metric(server, 'casebook_pool_connections')) === (await metric(server, 'casebook_pool_idle'));
  expect(await until(isFree)).toBe(true);
  expect(await metric(server, 'casebook_graphql_requests_total{outcome="failed"}')).toBe(0);
  tried(
    'clients that reset their connection in the first 100 ms of a request',
    100 * rounds,
    'every database connection free again, no fault',
  );
});
