// Pages of other sites, in a browser that sends what they ask and only keeps the answer from them.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { setTimeout } from 'node:timers/promises';
import { createMetrics } from '../../src/server/metrics.ts';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { json, openLine, send, type Sent } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello: String }');
let executed = 0;
const hello = schema.getQueryType()?.getFields()['hello'];
if (hello) hello.resolve = () => String((executed += 1));
const metrics = createMetrics();
const server = useServer(() => ({ schema, metrics }));

const origins = ['https://example.org', 'http://localhost.example.org', 'null', '', '*', 'file://', 'about:blank'];
const body = '{"query":"{ hello }"}';
const required = { 'apollo-require-preflight': 'yes' };
const requests: readonly Sent[] = [
  { headers: json, body },
  { method: 'GET', path: '/graphql?query={hello}', headers: required },
  { method: 'GET', path: '/graphql?query={hello}', headers: { 'sec-fetch-mode': 'cors' } },
  { method: 'GET', headers: { accept: 'text/html' } },
  { method: 'HEAD', headers: required },
  { method: 'PUT', headers: json, body },
  ...['/metrics', '/livez', '/readyz', '/', '/elsewhere'].map((path) => ({ method: 'GET', path })),
];

test('whatever they ask is refused before anything is executed, and who runs the server is told what to set', async () => {
  for (const origin of origins)
    for (const sent of requests) {
      const { status, headers, body: told } = await send(server.url, { ...sent, headers: { ...sent.headers, origin } });
      expect({ origin, sent, status }).toEqual({ origin, sent, status: 403 });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      if (sent.method === 'HEAD') continue;
      expect(JSON.parse(told)).toEqual({
        errors: [{ message: expect.stringContaining('CORS_ORIGINS'), extensions: { code: 'FORBIDDEN' } }],
      });
    }
  expect(executed).toBe(0);
  // The last is counted a moment after its answer.
  const counted = `{reason="FORBIDDEN"} ${origins.length * requests.length}\n`;
  while (!(await metrics.registry.metrics()).includes(counted)) await setTimeout(5);
  tried(
    'requests of pages of other origins, by any method',
    origins.length * requests.length,
    '403, nothing is executed',
  );
});

test('two origins are none that may ask', async () => {
  for (const second of ['https://example.org', 'http://localhost:1']) {
    const line = await openLine(server.url);
    const head = [
      'GET /graphql?query={hello} HTTP/1.1',
      'host: localhost',
      'connection: close',
      'origin: http://localhost',
    ];
    line.socket.write([...head, `origin: ${second}`, 'apollo-require-preflight: y', '', ''].join('\r\n'));
    expect(await line.closed).toMatch(/^HTTP\/1.1 403 /);
  }
  expect(executed).toBe(0);
  tried('requests with two Origin headers', 2, '403');
});

test('who is on no page is answered', async () => {
  expect((await send(server.url, { headers: json, body })).status).toBe(200);
  expect(executed).toBe(1);
});
