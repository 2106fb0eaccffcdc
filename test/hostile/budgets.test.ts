// A flood from one address: each client has a budget of points, and 429 beyond it.
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import type http from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { createMetrics } from '../../src/server/metrics.ts';
import { startAnswering, titleQuery, useHarbourFire } from '../answer/answering.ts';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { json, send, type Sent } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema(`
  type Event { title: String } type PageInfo { endCursor: String }
  type EventConnection { nodes: [Event!] pageInfo: PageInfo! }
  type Query { hello: String events(first: Int): EventConnection }
`);
// As the connections of the API have it.
Object.assign(schema.getType('EventConnection') ?? {}, { extensions: { page: 'connection' } });
let executed = 0;
const events = schema.getQueryType()?.getFields()['events'];
if (events) events.resolve = () => void (executed += 1);

const metrics = createMetrics();
const rateLimit = { points: 1000, seconds: 3600 };
const behindProxy = { schema, loopbackOnly: false, trustProxy: ['loopback'], rateLimit };
const server = useServer(() => ({ ...behindProxy, metrics }));
const direct = useServer(() => ({ schema, rateLimit }));
const unlimited = useServer(() => ({ schema }));
const brief = useServer(() => ({ ...behindProxy, rateLimit: { points: 30, seconds: 1 } }));

const hello = '{ hello }';
const ask = (url: string, client: string, query = hello, headers: Record<string, string> = {}) =>
  send(url, { headers: { ...json, 'x-forwarded-for': client, ...headers }, body: JSON.stringify({ query }) });
const left = ({ headers }: { headers: http.IncomingHttpHeaders }) =>
  Number(/^"points";r=(\d+);t=\d+$/.exec(String(headers['ratelimit']))?.[1]);
const spentBy = async (client: string, send: () => Promise<unknown>) => {
  const before = left(await ask(server.url, client));
  await send();
  return before - left(await ask(server.url, client)) - 10;
};

test('who has spent the budget gets 429 with the time to wait, and others are served', async () => {
  const answers = [];
  for (let n = 0; n < 110; n += 1) answers.push(await ask(server.url, '203.0.113.1'));
  expect(answers.map(({ status }) => status)).toEqual([...Array(100).fill(200), ...Array(10).fill(429)]);
  const { headers = {}, body = '' } = answers.at(-1) ?? {};
  expect(headers['ratelimit-policy']).toBe('"points";q=1000;w=3600');
  expect(headers['ratelimit']).toMatch(/^"points";r=0;t=\d+$/);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(3600);
  expect(JSON.parse(body)).toEqual({
    errors: [{ message: expect.stringContaining('Retry-After'), extensions: { code: 'RATE_LIMITED' } }],
  });
  expect((await ask(server.url, '203.0.113.2')).status).toBe(200);
  expect(await metrics.registry.getSingleMetricAsString('casebook_graphql_rejected_total')).toMatch(
    /reason="RATE_LIMITED"\} \d+/,
  );
  tried('requests of a client that has spent its budget', 10, '429 with Retry-After; other clients are served');
});

describe('whatever a client asks for', () => {
  const page = { origin: 'http://localhost:3000' };
  const others: readonly (readonly [string, Sent, number])[] = [
    ['the root', { method: 'GET', path: '/' }, 302],
    ['the metrics', { method: 'GET', path: '/metrics' }, 200],
    ['their headers', { method: 'HEAD', path: '/metrics' }, 200],
    ['Sandbox', { method: 'GET', headers: { accept: 'text/html' } }, 200],
    ['another address', { method: 'GET', path: '/elsewhere' }, 404],
    ['an address that is none', { method: 'GET', path: '/graphql%zz' }, 400],
    ['another method', { method: 'PUT' }, 405],
    ['its options', { method: 'OPTIONS' }, 405],
    ['a preflight', { method: 'OPTIONS', headers: { ...page, 'access-control-request-method': 'POST' } }, 204],
    ['the preflight of another site', { method: 'OPTIONS', headers: { origin: 'https://example.org' } }, 405],
    ['what another site wants to know', { method: 'GET', path: '/metrics', headers: { origin: 'null' } }, 403],
    ['what it expects', { method: 'GET', path: '/metrics', headers: { expect: 'a cake' } }, 417],
    ['a host that is none', { method: 'GET', headers: { host: ':::' } }, 400],
    ['another method of a probe', { method: 'POST', path: '/livez' }, 404],
  ];
  const sendAs = (client: string, sent: Sent) =>
    send(server.url, { ...sent, headers: { ...sent.headers, 'x-forwarded-for': client } });

  test.each(others)('%s is paid for', async (what, sent, status) => {
    const client = `192.0.2.${what.length}`;
    expect(await spentBy(client, async () => expect((await sendAs(client, sent)).status).toBe(status))).toBe(10);
  });

  test('it is refused who has spent the budget, and a page is let read that', async () => {
    while ((await ask(server.url, '203.0.113.20')).status !== 429);
    for (const [what, sent] of others) {
      const { status, headers } = await sendAs('203.0.113.20', sent);
      expect({ what, status }).toEqual({ what, status: 429 });
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    const { headers } = await sendAs('203.0.113.20', { headers: { ...json, ...page }, body: '{}' });
    expect(headers['access-control-allow-origin']).toBe(page.origin);
    tried('other addresses and methods, asked by a client that has spent its budget', others.length, '429');
  });

  test('but whether the server lives and is ready', async () => {
    while ((await ask(server.url, '203.0.113.21')).status !== 429);
    for (const path of ['/livez', '/readyz'])
      for (const method of ['GET', 'HEAD']) {
        const { status, headers } = await sendAs('203.0.113.21', { method, path });
        expect({ path, method, status }).toEqual({ path, method, status: 200 });
        expect(headers).not.toHaveProperty('ratelimit');
      }
  });
});

describe('what is taken off', () => {
  test.each([
    ['an operation costs its records', { query: '{ events(first: 300) { nodes { title } } }' }, 300],
    ['the smallest operation', { query: hello }, 10],
    ['a refused operation', { query: '{ nothing }' }, 10],
    ['a long text', { query: `{ hello } #${'x'.repeat(1970)}` }, 201],
  ])('%s', async (what, body, points) => {
    const client = `198.51.100.${what.length}`;
    const sent = { headers: { ...json, 'x-forwarded-for': client }, body: JSON.stringify(body) };
    expect(await spentBy(client, () => send(server.url, sent))).toBe(points);
  });

  test('a broken request', async () => {
    const headers = { ...json, 'x-forwarded-for': '198.51.100.200' };
    expect(await spentBy('198.51.100.200', () => send(server.url, { headers, body: '{' }))).toBe(10);
  });

  test('a body in chunks is paid for by its size', async () => {
    const headers = { ...json, 'x-forwarded-for': '198.51.100.201', 'transfer-encoding': 'chunked' };
    const body = JSON.stringify({ query: `{ hello } #${'x'.repeat(1970)}` });
    expect(await spentBy('198.51.100.201', () => send(server.url, { headers, body }))).toBe(201);
  });
});

test('an operation for which too little is left is not executed, and a smaller one still is', async () => {
  const before = executed;
  const large = '{ events(first: 600) { nodes { title } } }';
  expect((await ask(server.url, '203.0.113.3', large)).status).toBe(200);
  for (const accept of ['application/json', 'application/graphql-response+json']) {
    const { status, headers, body } = await ask(server.url, '203.0.113.3', large, { accept });
    expect(status).toBe(429);
    expect(headers['retry-after']).toMatch(/^\d+$/);
    expect(headers['content-type']).toContain(accept);
    expect(JSON.parse(body).errors[0].extensions).toEqual({ code: 'RATE_LIMITED' });
  }
  expect(executed).toBe(before + 1);
  expect((await ask(server.url, '203.0.113.3')).status).toBe(200);
  tried('operations beyond what is left of a budget', 2, '429 before anything is executed');
});

test('a full budget is enough for any operation', async () => {
  const { status } = await ask(server.url, '203.0.113.4', '{ events(first: 5000) { nodes { title } } }');
  expect(status).toBe(200);
});

test('a client is an address, of IPv6 a network of 64 bits', async () => {
  expect(left(await ask(server.url, '2001:db8:1:2::1'))).toBe(990);
  expect(left(await ask(server.url, '2001:db8:1:2:ffff::9'))).toBe(980);
  expect(left(await ask(server.url, '2001:db8:1:3::1'))).toBe(990);
  expect(left(await ask(server.url, '203.0.113.5'))).toBe(990);
  expect(left(await ask(server.url, '::ffff:203.0.113.5'))).toBe(980);
  // The zone is the name of an interface (RFC 4007, 11), here of a VLAN.
  expect(left(await ask(server.url, 'fe80::1%eth0.100'))).toBe(990);
  expect(left(await ask(server.url, 'fe80::2'))).toBe(980);
});

test('without a proxy to trust nobody names another address', async () => {
  const one = left(await ask(direct.url, '203.0.113.6'));
  expect(left(await ask(direct.url, '203.0.113.7'))).toBe(one - 10);
  tried('forged X-Forwarded-For headers', 1, 'one client, one budget');
});

test('without a limit no header tells of one', async () => {
  const { headers } = await ask(unlimited.url, '203.0.113.8');
  expect(headers).not.toHaveProperty('ratelimit');
  expect(headers).not.toHaveProperty('ratelimit-policy');
});

test('after the window there is a new budget', async () => {
  while ((await ask(brief.url, '203.0.113.9')).status !== 429);
  while ((await ask(brief.url, '203.0.113.9')).status !== 200) await setTimeout(100);
});

describe('on the whole API', () => {
  const database = useHarbourFire();

  test('an answer from memory is paid for, and one that is refused runs no SQL', async () => {
    const limit = { RATE_LIMIT_POINTS: '100', RATE_LIMIT_SECONDS: '3600', TRUST_PROXY: 'loopback' };
    await using api = await startAnswering(database.url, limit);
    await api.keeping();
    for (let n = 0; n < 10; n += 1) expect(await api.post(titleQuery)).toContain('"data"');
    const [hits, statements] = [await api.hits(), await api.metric('casebook_sql_statements_total')];
    expect(hits).toBe(9);
    for (let n = 0; n < 5; n += 1) expect(await api.post(titleQuery)).toContain('RATE_LIMITED');
    expect(await api.post('{ events { totalCount } }')).toContain('RATE_LIMITED');
    expect([await api.hits(), await api.metric('casebook_sql_statements_total')]).toEqual([hits, statements]);
    tried('answers from memory, and refusals after them', 16, 'paid for; refusals run no SQL');
  });
});
