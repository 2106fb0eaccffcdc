// Whose budget a request is paid from, whatever it says of itself.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import http from 'node:http';
import { send } from '../hostile/sending.ts';
import { useServer } from './testServer.ts';

const schema = buildSchema('type Query { hello: String }');
const behindProxy = { schema, loopbackOnly: false, trustProxy: ['loopback'] };
const rateLimit = { points: 1000, seconds: 3600 };
const nameless = useServer(() => ({ ...behindProxy, rateLimit }));
const crowded = useServer(() => ({ ...behindProxy, rateLimit }));

/** What is left to a client after one more request, which costs ten points and is answered by nothing. */
async function leftTo(url: string, client: string, agent?: http.Agent): Promise<number> {
  const sent = { method: 'DELETE', headers: { 'x-forwarded-for': client }, ...(agent && { agent }) };
  const { status, headers } = await send(url, sent);
  expect(status).toBe(405);
  return Number(/^"points";r=(\d+);/.exec(String(headers['ratelimit']))?.[1]);
}

test('all who are named by no address have one budget: that of the proxy', async () => {
  const names = ['unknown', '_hidden', '203.0.113.1:4711', 'a:b', '[2001:db8::1]:80', '1.2.3', '::g', 'x%1', '"'];
  for (const [n, name] of names.entries())
    expect([name, await leftTo(nameless.url, name)]).toEqual([name, 990 - 10 * n]);
  expect(await leftTo(nameless.url, '127.0.0.1')).toBe(990 - 10 * names.length);
  expect(await leftTo(nameless.url, '203.0.113.1')).toBe(990);
});

test('of ten thousand clients each has its budget, and one more makes the server forget who was away for longest', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  const addressOf = (n: number) => `10.0.${n >> 8}.${n & 255}`;
  const askAs = (first: number, count: number) =>
    Promise.all(Array.from({ length: count }, (_, n) => leftTo(crowded.url, addressOf(first + n), agent)));
  expect(await askAs(0, 1)).toEqual([990]);
  expect(await askAs(1, 1)).toEqual([990]);
  for (let first = 2; first < 10_000; first += 1000) await askAs(first, Math.min(1000, 10_000 - first));
  // The first one is not away any more.
  expect(await askAs(0, 1)).toEqual([980]);
  await askAs(10_000, 1);
  expect(await askAs(0, 1)).toEqual([970]);
  expect(await askAs(1, 1)).toEqual([990]);
  agent.destroy();
});
