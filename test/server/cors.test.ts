// Pages of other origins, where CORS_ORIGINS says which.
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
    answer: [answer.status, answer.headers['access-control-allow-origin']],
    exposed: answer.headers['access-control-expose-headers'],
    simple: [simple.status, simple.headers['access-control-allow-origin']],
  };
}

const may = (origin: string) => ({
  before: [204, origin],
  headers: 'content-type',
  answer: [200, origin],
  exposed: 'x-request-id, ratelimit, ratelimit-policy, retry-after',
  simple: [200, origin],
});
const mayNot = { before: [405, undefined], answer: [200, undefined], simple: [400, undefined] };

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

describe('*', () => {
  // A page without an origin, such as one in a sandboxed frame, says `null`.
  test.each(['https://example.org', 'http://localhost:3000', 'null'])('%s may ask and read', async (origin) => {
    expect(await toldTo(all.url, origin)).toEqual(may(origin));
  });
});
