// Values that clients choose stand beside names that the server chooses, and are never taken for one.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { json, send } from '../hostile/sending.ts';
import { useServer } from './testServer.ts';

const schema = buildSchema('type Query { hello: String }');
const server = useServer(() => ({ schema, corsOrigins: ['*'] }));

const names = [
  'vary',
  'connection',
  'content-type',
  'content-length',
  'cache-control',
  'x-request-id',
  'operation-cost',
];
const preflight = ['access-control-allow-methods', 'access-control-allow-headers', 'access-control-max-age'];

test.each([...names, ...preflight])('a page that wants to send the header %s is told so', async (name) => {
  const { status, headers } = await send(server.url, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://example.org',
      'access-control-request-method': 'POST',
      'access-control-request-headers': name,
    },
  });
  expect([status, headers['access-control-allow-headers']]).toEqual([204, name]);
  expect(headers['access-control-max-age']).toBe('86400');
  expect(headers['vary']).toBe('Origin, Access-Control-Request-Headers');
});

test.each(names)('an origin called %s is answered as any', async (origin) => {
  const { status, headers, body } = await send(server.url, {
    headers: { ...json, origin },
    body: '{"query":"{ hello }"}',
  });
  expect([status, headers['access-control-allow-origin'], JSON.parse(body)]).toEqual([
    200,
    origin,
    { data: { hello: null } },
  ]);
});
