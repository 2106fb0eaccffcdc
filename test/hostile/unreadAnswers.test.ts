// Clients that ask for large answers and read none: they may take neither the memory nor all connections.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { setTimeout } from 'node:timers/promises';
import { createMetrics } from '../../src/server/metrics.ts';
import { executing, useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { json, type Line, openLine, requestText, send } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello: String large: String }');
/** More than the system takes off the server's hands for a connection that is not read. */
const size = 30_000_000;
const large = schema.getQueryType()?.getFields()['large'];
if (large) large.resolve = () => 'x'.repeat(size);

const metrics = createMetrics();
/** Answers as long as they are. */
const engine = executing(
  schema,
  () => ({}),
  ({ data }) => JSON.stringify(data),
);
/** Room for three. */
const small = useServer(() => ({ schema, metrics, engine, maxUnread: 3.5 * size }));
const tiny = useServer(() => ({ schema, engine, maxUnread: size / 2 }));
const few = useServer(() => ({ schema, engine, maxConnections: 3 }));

const lastRequest = requestText('{ large }', { connection: 'close' });

/** A client that has seen the beginning of a large answer and leaves the rest. */
async function leaveUnread(url: string, requests = lastRequest): Promise<Line> {
  const line = await openLine(url);
  line.socket.write(requests);
  await line.hears(/^HTTP\/1.1 200/);
  line.socket.pause();
  return line;
}

/** Whether all of the answer comes once the client reads on. */
async function isWhole(line: Line): Promise<boolean> {
  line.socket.resume();
  return (await line.closed).length > size;
}

const others = (url: string) => send(url, { headers: json, body: '{"query":"{ hello }"}' });

const count = async (name: string) =>
  Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(await metrics.registry.metrics())?.[1] ?? 0);
const cut = () => count('casebook_graphql_rejected_total\\{reason="UNREAD_ANSWER"\\}');

test('when unread answers take too much memory, those go that have been left for longest', async () => {
  const lines = [];
  for (let n = 0; n < 6; n += 1) lines.push(await leaveUnread(small.url));
  expect(await cut()).toBe(3);
  expect((await others(small.url)).status).toBe(200);
  const whole = await Promise.all(lines.map(isWhole));
  expect(whole).toEqual([false, false, false, true, true, true]);
  tried('clients that leave answers of 30 MB unread', lines.length, 'those are cut off for which there is no room');
});

test('one client that asks for many on one connection and reads none is cut off as well', async () => {
  const before = await cut();
  const line = await openLine(small.url);
  line.socket.pause();
  line.socket.write(requestText('{ large }').repeat(4));
  while ((await cut()) === before) await setTimeout(10);
  expect((await others(small.url)).status).toBe(200);
  line.socket.resume();
  expect((await line.closed).length).toBeLessThan(size);
  expect(await cut()).toBe(before + 1);
  tried('answers of 30 MB that one connection leaves unread', 4, 'it is cut off, others are served');
});

test('an answer for which there is no room at all is sent to who reads it', async () => {
  expect((await tiny.ask('{ large }')).data?.['large']).toHaveLength(size);
});

test('answers that are read take no room, however many', async () => {
  const before = await cut();
  // On one connection, which stays.
  for (let n = 0; n < 4; n += 1) expect((await small.ask('{ large }')).data?.['large']).toHaveLength(size);
  // Neither do those whose clients are gone, nor those that waited behind them on the same connection.
  const pipelined = requestText('{ large }') + lastRequest;
  const kept = await count('casebook_http_connections');
  for (let n = 0; n < 4; n += 1) (await leaveUnread(small.url, pipelined)).socket.resetAndDestroy();
  while ((await count('casebook_http_connections')) > kept) await setTimeout(10);
  expect(await isWhole(await leaveUnread(small.url))).toBe(true);
  expect(await cut()).toBe(before);
});

test('clients that read nothing keep nobody out by holding all connections', async () => {
  const lines = [];
  for (let n = 0; n < 3; n += 1) lines.push(await leaveUnread(few.url));
  expect((await others(few.url)).status).toBe(200);
  expect(await Promise.all(lines.map(isWhole))).toEqual([false, true, true]);
  tried('unread answers on all connections that there may be', lines.length, 'the oldest goes, others are served');
});
