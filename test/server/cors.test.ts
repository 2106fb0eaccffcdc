// Pages of other origins, where CORS_ORIGINS says which; and the server's own.
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { json, send } from '../hostile/sending.ts';
import { useServer } from './testServer.ts';

const schema = buildSchema('type Query { hello: String }');
const listed = useServer(() => ({ schema, corsOrigins: ['https://example.org', 'http://example.net:8080'] }));
const all = useServer(() => ({ schema, corsOrigins: ['*'] }));

/** What a browser is told on behalf of a page: before a request, with an answer, and to a request without a preflight. */
async function toldTo(url: string, origin: string) {
  const wanted = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  const before = await send(url, { method: 'OPTIONS', headers: wanted });
  const answer = await send(url, { headers: { ...json, origin }, body: '{"query":"{ hello }"}' });
  const path = '/graphql?query={hello}';
  const simple = await send(url, { method: 'GET', path, headers: { origin, 'sec-fetch-mode': 'cors' } });
  for (const { headers } of [before, answer, simple]) {
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
    // No cache gives one page what was said to another.
    expect(headers['vary']).toContain('Origin');
  }
  return {
    before: [before.status, before.headers['access-control-allow-origin']],
    headers: before.headers['access-control-allow-headers'],
    seconds: before.headers['access-control-max-age'],
    answer: [answer.status, answer.headers['access-control-allow-origin']],
    exposed: answer.headers['access-control-expose-headers'],
    simple: [simple.status, simple.headers['access-control-allow-origin']],
  };
}

const may = (origin: string) => ({
  before: [204, origin],
  headers: 'content-type',
  // A browser asks once a day at most.
  seconds: '86400',
  answer: [200, origin],
  exposed: 'x-request-id, operation-cost, ratelimit, ratelimit-policy, retry-after',
  simple: [200, origin],
});
const mayNot = { before: [405, undefined], answer: [403, undefined], simple: [403, undefined] };

describe('a list', () => {
  test.each(['https://example.org', 'http://example.net:8080'])('%s may ask and read', async (origin) => {
    expect(await toldTo(listed.url, origin)).toEqual(may(origin));
  });

  test.each([
    'https://studio.apollographql.com',
    'http://localhost:3000',
    'http://example.org',
    'https://example.org:8443',
    'https://www.example.org',
    'https://example.org.example.com',
    'http://example.net',
    'null',
    '*',
  ])('%s may not', async (origin) => {
    expect(await toldTo(listed.url, origin)).toMatchObject(mayNot);
  });

  test('who is on no page is answered without a word of it', async () => {
    const { status, headers } = await send(listed.url, { headers: json, body: '{"query":"{ hello }"}' });
    expect(status).toBe(200);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('a page that the server itself has served', () => {
  const schemaOf = { schema, corsOrigins: ['https://example.org'] };
  const direct = useServer(() => ({ ...schemaOf, allowedHosts: ['casebook.example.net'] }));
  const behindProxy = useServer(() => ({ ...schemaOf, loopbackOnly: false, trustProxy: ['loopback'] }));
  const statusFor = async (url: string, origin: string, headers: Record<string, string> = {}) =>
    (await send(url, { headers: { ...json, origin, ...headers }, body: '{"query":"{ hello }"}' })).status;

  test('may ask, by any of its names', async () => {
    const { port, origin } = new URL(direct.url);
    expect(await statusFor(direct.url, origin)).toBe(200);
    expect(await statusFor(direct.url, `http://127.0.0.1:${port}`, { host: `127.0.0.1:${port}` })).toBe(200);
    for (const host of ['casebook.example.net', 'Casebook.example.net:80'])
      expect(await statusFor(direct.url, 'http://casebook.example.net', { host })).toBe(200);
    const get = { method: 'GET', path: '/graphql?query={hello}', headers: { origin, 'sec-fetch-mode': 'cors' } };
    expect((await send(direct.url, get)).status).toBe(200);
  });

  test('is no page of another port or name', async () => {
    const { port } = new URL(direct.url);
    for (const origin of [`http://localhost:${Number(port) - 1}`, 'http://localhost', `http://127.0.0.1:${port}`])
      expect(await statusFor(direct.url, origin)).toBe(403);
    expect(await statusFor(direct.url, `ftp://localhost:${port}`)).toBe(403);
  });

  test('may ask by the name that a trusted proxy passes on, which may have ended TLS', async () => {
    const origin = 'https://casebook.example.net';
    const passed = { 'x-forwarded-for': '203.0.113.1' };
    expect(await statusFor(behindProxy.url, origin, { ...passed, host: 'casebook.example.net' })).toBe(200);
    const forwarded = { ...passed, host: 'upstream', 'x-forwarded-host': 'casebook.example.net' };
    expect(await statusFor(behindProxy.url, origin, forwarded)).toBe(200);
    expect(await statusFor(behindProxy.url, origin, { ...passed, host: 'upstream' })).toBe(403);
  });
});

describe('*', () => {
  // A page without an origin, such as one in a sandboxed frame, says `null`.
  test.each(['https://example.org', 'http://localhost:3000', 'null'])('%s may ask and read', async (origin) => {
    expect(await toldTo(all.url, origin)).toEqual(may(origin));
  });
});
