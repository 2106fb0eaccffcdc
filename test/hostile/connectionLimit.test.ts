// More connections than there may be, in one burst: as many stay as there may be, and others get in.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { setTimeout } from 'node:timers/promises';
import { createMetrics } from '../../src/server/metrics.ts';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { json, openLine, send } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const metrics = createMetrics();
const maxConnections = 10;
const server = useServer(() => ({ schema: buildSchema('type Query { hello: String }'), metrics, maxConnections }));

const metric = async (name: string) =>
  Number(new RegExp(`^casebook_${name} (\\d+)$`, 'm').exec(await metrics.registry.metrics())?.[1] ?? 0);
const turnedOut = () => metric('graphql_rejected_total\\{reason="TOO_MANY_CONNECTIONS"\\}');

test('those that wait for longest make room, one for each that comes', async () => {
  const burst = 300;
  const lines = await Promise.all(Array.from({ length: burst }, () => openLine(server.url)));
  let closed = 0;
  for (const line of lines) void line.closed.then(() => (closed += 1));
  while ((await turnedOut()) < burst - maxConnections) await setTimeout(10);
  while (closed < burst - maxConnections) await setTimeout(10);
  expect(await metric('http_connections')).toBe(maxConnections);
  expect((await send(server.url, { headers: json, body: '{"query":"{ hello }"}' })).status).toBe(200);
  for (const { socket } of lines) socket.destroy();
  tried('connections in one burst, where ten may be open', burst, 'ten stay open, and another client gets in');
});
