// What clients of all kinds meet beside the answers themselves.
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectFolder } from '../../src/config.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { json, send } from '../hostile/sending.ts';
import { useDatabase } from '../support/database.ts';
import { startTestServer, usePrisma, useServer } from './testServer.ts';

const database = useDatabase('cases');
const db = usePrisma(database);
const metrics = createMetrics();
const server = useServer(() => ({ schema, metrics, createContext: () => ({ prisma: db.prisma }) }));

const post = (query: string, headers: Record<string, string> = {}) =>
  send(server.url, { headers: { ...json, ...headers }, body: JSON.stringify({ query }) });

describe('what the API does not do is the mistake of the client', () => {
  test.each(['mutation { x }', 'mutation { __typename }', 'subscription { __typename }', 'subscription S { a b }'])(
    '%s',
    async (query) => {
      for (const accept of ['application/json', 'application/graphql-response+json']) {
        const { status, body } = await post(query, { accept });
        expect(status).toBe(accept === 'application/json' ? 200 : 400);
        expect(JSON.parse(body)).toEqual({
          errors: [{ message: expect.stringContaining('only reads'), extensions: { code: 'OPERATION_NOT_SUPPORTED' } }],
        });
      }
      const path = `/graphql?${new URLSearchParams({ query }).toString()}`;
      const headers = { 'apollo-require-preflight': 'yes' };
      expect((await send(server.url, { method: 'GET', path, headers })).status).toBe(405);
    },
  );

  test('and never counted as a fault of the server', async () => {
    metrics.registry.resetMetrics();
    const refused = [
      'mutation { x }',
      'subscription { __typename }',
      '{',
      '{ x }',
      'query A { __typename } query B { __typename }',
    ];
    for (const query of refused) await post(query);
    // Neither is what is refused before it is read, one of it with a status above 500.
    const malformed: Record<string, string>[] = [
      { 'transfer-encoding': 'gzip, chunked' },
      { origin: 'https://example.org' },
      { expect: 'nothing' },
    ];
    for (const headers of malformed) await send(server.url, { headers: { ...json, ...headers } });
    const count = refused.length + malformed.length;
    while (!(await metrics.registry.metrics()).includes(`requests_total{outcome="refused"} ${count}`))
      await setTimeout(5);
    expect(await metrics.registry.metrics()).not.toContain('outcome="failed"');
  });
});

describe('a long answer', () => {
  const long = '{ actors(first: 100) { nodes { id slug name description names { id value kind standing } } } }';

  test.each(['gzip', 'br'])('is sent in %s to who can read that', async (coding) => {
    const plain = await post(long);
    const { port } = new URL(server.url);
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { ...json, 'accept-encoding': `identity;q=0.5, ${coding}` },
      body: JSON.stringify({ query: long }),
    });
    expect(response.headers.get('content-encoding')).toBe(coding);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect(await response.text()).toBe(plain.body);
    expect(Number(response.headers.get('content-length'))).toBeLessThan(Buffer.byteLength(plain.body) / 2);
  });

  test('is sent as it is to others, and so is a short one', async () => {
    expect((await post(long)).body.length).toBeGreaterThan(4096);
    expect((await post(long)).headers).not.toHaveProperty('content-encoding');
    for (const coding of ['identity', 'zstd', 'gzip;q=0', 'x'.repeat(600)])
      expect((await post(long, { 'accept-encoding': coding })).headers).not.toHaveProperty('content-encoding');
    expect((await post('{ __typename }', { 'accept-encoding': 'gzip' })).headers).not.toHaveProperty(
      'content-encoding',
    );
  });
});

test('the cost of an operation is told with its answer, and when it is refused', async () => {
  expect((await post('{ statements(first: 7) { nodes { slug } } }')).headers['operation-cost']).toBe('7');
  const tooMuch =
    '{ statements(first: 100) { nodes { statements: events(first: 100) { nodes { claims(first: 100) { nodes { id } } } } } } }';
  expect(Number((await post(tooMuch)).headers['operation-cost'])).toBeGreaterThan(30_000);
  expect((await post('{')).headers).not.toHaveProperty('operation-cost');
});

describe('the schema as a file', () => {
  test('is the one of the repository', async () => {
    const response = await server.get('/schema.graphql');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(readFileSync(join(projectFolder, 'schema.graphql'), 'utf8'));
  });

  test('is not there where clients may not ask for the schema', async () => {
    await using closed = await startTestServer({ schema, introspection: false });
    expect((await fetch(new URL('/schema.graphql', closed.url))).status).toBe(404);
  });
});

describe('who asks in another way is told how', () => {
  const messageOf = (body: string) => (JSON.parse(body) as { errors: { message: string }[] }).errors[0]?.message;

  test('another type of body', async () => {
    const { status, body } = await send(server.url, {
      headers: { 'content-type': 'application/graphql' },
      body: '{ x }',
    });
    expect([status, messageOf(body)]).toEqual([415, expect.stringContaining('application/json')]);
  });

  test('a page of an origin that is not admitted, before it asks', async () => {
    const headers = { origin: 'https://example.org', 'access-control-request-method': 'POST' };
    const { status, body } = await send(server.url, { method: 'OPTIONS', headers });
    expect([status, messageOf(body)]).toEqual([405, expect.stringContaining('CORS_ORIGINS')]);
  });

  test('a WebSocket', async () => {
    const headers = { connection: 'upgrade', upgrade: 'websocket', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' };
    const { status, body } = await send(server.url, { method: 'GET', headers });
    expect([status, messageOf(body)]).toEqual([
      400,
      expect.stringContaining('WebSockets and subscriptions are not supported'),
    ]);
  });

  test('a page whose headers are too long', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname === '[::1]' ? '::1' : hostname);
    const from = 'http://localhost:3000';
    socket.write(`POST /graphql HTTP/1.1\r\nhost: localhost\r\norigin: ${from}\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`);
    let heard = '';
    for await (const chunk of socket) heard += String(chunk);
    expect(heard).toMatch(/^HTTP\/1.1 431 /);
    expect(heard).toContain(`\r\naccess-control-allow-origin: ${from}\r\n`);
  });
});
