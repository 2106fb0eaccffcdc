// DNS rebinding: a page's own name leads to this computer, and its browser takes the answers for the page's own.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { createMetrics } from '../../src/server/metrics.ts';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { json, openLine, requestText, send } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello: String }');
const metrics = createMetrics();
const local = useServer(() => ({ schema, metrics }));
const open = useServer(() => ({ schema, host: '127.0.0.1', loopbackOnly: false }));

const paths = ['/graphql?query={hello}', '/metrics', '/readyz', '/livez', '/', '/elsewhere'];
const strange = [
  'example.org',
  'example.org:4000',
  'localhost.example.org',
  '127.0.0.1.example.org',
  'localhost@example.org',
  '192.0.2.1',
  '[2001:db8::1]:4000',
  'localhost:4000:80',
  '[::1',
];
const own = ['localhost', 'LOCALHOST:4000', '127.0.0.1', '127.0.0.1:1', '[::1]', '[::1]:65535'];

const get = (url: string, path: string, host: string) =>
  send(url, { method: 'GET', path, headers: { host, 'apollo-require-preflight': 'yes' } });

test('a server that only this computer reaches answers to none but loopback names', async () => {
  for (const path of paths)
    for (const host of strange) {
      const { status, body } = await get(local.url, path, host);
      expect({ path, host, status }).toEqual({ path, host, status: 421 });
      expect(JSON.parse(body).errors).toEqual([
        { message: expect.stringContaining('set HOST'), extensions: { code: 'MISDIRECTED_REQUEST' } },
      ]);
    }
  const asked = await send(local.url, { headers: { ...json, host: 'example.org' }, body: '{"query":"{ hello }"}' });
  expect(asked.status).toBe(421);
  const preflight = { host: 'example.org', origin: 'http://localhost:1', 'access-control-request-method': 'POST' };
  expect((await send(local.url, { method: 'OPTIONS', headers: preflight })).status).toBe(421);
  expect(await metrics.registry.getSingleMetricAsString('casebook_graphql_rejected_total')).toContain(
    `{reason="MISDIRECTED_REQUEST"} ${paths.length * strange.length + 2}`,
  );
  tried(
    'names of other sites that lead here (DNS rebinding)',
    paths.length * strange.length + 2,
    '421, on every address',
  );
});

test('to those it answers, on any port', async () => {
  for (const host of own) expect((await get(local.url, '/graphql?query={hello}', host)).status).toBe(200);
  tried('loopback names with any port', own.length, 'answered');
});

test('a server that others reach answers to any name, also to one that is none', async () => {
  for (const host of ['example.org', '192.0.2.1:80', 'no name at all', '[', '%zz', ':::'])
    expect((await get(open.url, '/graphql?query={hello}', host)).status).toBe(200);
});

test('a request without a Host is refused', async () => {
  const line = await openLine(open.url);
  line.socket.write(requestText('{ hello }').replace('host: localhost\r\n', 'connection: close\r\n'));
  expect(await line.closed).toMatch(/^HTTP\/1.1 400 [\s\S]*\{"errors":\[\{"message":"The request has no Host header"/);
});
