import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { serverAudits } from 'graphql-http';
import { once } from 'node:events';
import http from 'node:http';
import { useServer } from './testServer.ts';

const server = useServer(() => ({
  schema: buildSchema('type Query { hello: String }'),
  landingDocument: '{ event(slug: "villepinte-bomb-plot") { title } }',
}));

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json) =>
  server.get('/graphql', { method: 'POST', headers, body });

test('every check of graphql-http for GraphQL over HTTP passes', async () => {
  const results = [];
  for (const { fn } of serverAudits({ url: server.url })) results.push(await fn());
  expect(results).toHaveLength(61);
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
});

describe('what is no operation is refused in the form of a GraphQL response', () => {
  test.each([
    ['a broken JSON body', () => post('{ "query": '), 400],
    ['an empty body', () => post(''), 400],
    ['a body over 100 kB', () => post(JSON.stringify({ query: `{ hello } #${'x'.repeat(100_000)}` })), 413],
    ['a form', () => post('query=%7Bhello%7D', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['plain text', () => post('{"query":"{hello}"}', { 'content-type': 'text/plain' }), 415],
    ['a batch', () => post('[{"query":"{hello}"},{"query":"{hello}"}]'), 400],
    [
      'an unknown operation name',
      () =>
        post('{"query":"query A{hello}","operationName":"B"}', {
          ...json,
          accept: 'application/graphql-response+json',
        }),
      400,
    ],
    [
      'no operation name of two',
      () => post('{"query":"query A{hello} query B{hello}"}', { ...json, accept: 'application/graphql-response+json' }),
      400,
    ],
    [
      'another method',
      () => server.get('/graphql', { method: 'PUT', headers: json, body: '{"query":"{hello}"}' }),
      405,
    ],
    ['another address', () => server.get('/elsewhere'), 404],
  ])('%s', async (_what, send, status) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(await response.json()).toEqual({
      errors: [expect.objectContaining({ message: expect.any(String), extensions: { code: expect.any(String) } })],
    });
  });

  test('a refused operation has status 400 in application/graphql-response+json and 200 in application/json', async () => {
    const status = async (accept: string) => (await post('{"query":"{ goodbye }"}', { ...json, accept })).status;
    expect(await status('application/graphql-response+json')).toBe(400);
    expect(await status('application/json')).toBe(200);
  });

  test('at most 5 errors are listed', async () => {
    const { errors } = await server.ask(`{ ${Array.from({ length: 50 }, (_, n) => `wrong${n}`).join(' ')} }`);
    expect(errors).toHaveLength(5);
  });
});

describe('pages of other origins', () => {
  const preflight = (origin: string) =>
    server.get('/graphql', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    });

  test.each([
    'https://studio.apollographql.com',
    'http://localhost:3000',
    'https://127.0.0.1:8443',
    'http://[::1]:5173',
  ])('%s may ask and read', async (origin) => {
    const { status, headers } = await preflight(origin);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-headers')).toBe('content-type');
    const answer = await post('{"query":"{ hello }"}', { ...json, origin });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  });

  test.each(['https://example.org', 'http://localhost.example.org', 'https://evil-studio.apollographql.com', 'null'])(
    '%s may not',
    async (origin) => {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const answer = await post('{"query":"{ hello }"}', { ...json, origin });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  describe('a request that needs no preflight', () => {
    // Not fetch: it sets Sec-Fetch-Mode itself.
    const get = async (headers: Record<string, string>) => {
      const [response] = await once(http.get(`${server.url}?query={hello}`, { headers }), 'response');
      response.resume();
      return response.statusCode;
    };

    test('is refused when an image, a form or a script sends it', async () => {
      expect(await get({ 'sec-fetch-mode': 'no-cors' })).toBe(400);
    });

    test('is refused when a page that may not read the answer fetches it', async () => {
      expect(await get({ 'sec-fetch-mode': 'cors', origin: 'https://example.org' })).toBe(403);
    });

    test('is answered when the page may read the answer', async () => {
      expect(await get({ 'sec-fetch-mode': 'cors', origin: 'http://localhost:3000' })).toBe(200);
    });
  });
});

describe('in a browser', () => {
  test('the root leads to Sandbox, which opens with an operation worth running', async () => {
    const root = await server.get('/');
    expect(root.status).toBe(302);
    expect(root.headers.get('location')).toBe('/graphql');
    const page = await (await server.get('/graphql', { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('new window.EmbeddedSandbox');
    expect(page).toContain('villepinte-bomb-plot');
    expect(page).toContain('"includeCookies":false');
  });
});
