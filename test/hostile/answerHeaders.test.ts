// What every answer says of itself, whatever was asked and however it went.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { json, openLine, send, type Sent } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const server = useServer(() => ({ schema: buildSchema('type Query { hello: String }') }));

const preflight = { origin: 'http://localhost:3000', 'access-control-request-method': 'POST' };
const requests: readonly (readonly [string, Sent, number])[] = [
  ['an answer', { headers: json, body: '{"query":"{ hello }"}' }, 200],
  [
    'a refused operation',
    { headers: { ...json, accept: 'application/graphql-response+json' }, body: '{"query":"{"}' },
    400,
  ],
  ['a broken body', { headers: json, body: '{' }, 400],
  ['another address', { method: 'GET', path: '/elsewhere' }, 404],
  ['an address that is none', { method: 'GET', path: '/graphql%zz' }, 400],
  ['another method', { method: 'DELETE' }, 405],
  ['a preflight', { method: 'OPTIONS', headers: preflight }, 204],
  ['the root', { method: 'GET', path: '/' }, 302],
  ['health', { method: 'GET', path: '/livez' }, 200],
  ['readiness', { method: 'GET', path: '/readyz' }, 200],
  ['metrics', { method: 'GET', path: '/metrics' }, 200],
  ['another name', { method: 'GET', path: '/livez', headers: { host: 'example.org' } }, 421],
  ['an unknown expectation', { headers: { ...json, expect: 'a cake' }, body: '{}' }, 417],
  ['Sandbox', { method: 'GET', headers: { accept: 'text/html' } }, 200],
];

test.each(requests)(
  '%s has a request id, is taken for nothing else than it is, and is kept by no cache',
  async (_what, sent, status) => {
    const ids = new Set<unknown>();
    for (let time = 0; time < 2; time += 1) {
      const received = await send(server.url, sent);
      expect(received.status).toBe(status);
      expect(received.headers['x-request-id']).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
      expect(received.headers['x-content-type-options']).toBe('nosniff');
      expect(received.headers['cache-control']).toBe('no-store');
      expect(received.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      ids.add(received.headers['x-request-id']);
    }
    expect(ids.size).toBe(2);
  },
);

test('so has what is no HTTP', async () => {
  const line = await openLine(server.url);
  line.socket.write('hello\r\n\r\n');
  expect(await line.closed).toMatch(/\r\nx-request-id: [\da-f-]{36}\r\nx-content-type-options: nosniff\r\n/);
  tried('sorts of answers, refusals among them', requests.length + 1, 'a request id of its own, nosniff, in no frame');
});

test('the policy of Sandbox lets it load what it needs, the policy of data lets nothing load', async () => {
  const page = await send(server.url, { method: 'GET', headers: { accept: 'text/html' } });
  expect(page.headers['content-security-policy']).not.toMatch(/default-src|script-src|style-src|connect-src|frame-src/);
  expect(page.body).toContain('embeddable-sandbox.cdn.apollographql.com');
  const data = await send(server.url, { headers: json, body: '{"query":"{ hello }"}' });
  expect(data.headers['content-security-policy']).toContain("default-src 'none'");
});
