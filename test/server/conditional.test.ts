// Conditional requests: RFC 9110, section 13.
import { expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { once } from 'node:events';
import http from 'node:http';
import { titleIn, titleQuery, useAnswering, useHarbourFire } from '../answer/answering.ts';

const database = useHarbourFire();
const server = useAnswering(database);
const other = useAnswering(database);
const strict = useAnswering(database, { MAX_COST: '1' });
const off = useAnswering(database, { ANSWER_CACHE_MB: '0' });

const tagOf = async (query = titleQuery, headers: Record<string, string> = {}) =>
  (await server().get(query, headers)).headers.get('etag') ?? '';
const listQuery = '{ events(first: 2) { nodes { title } } }';

test('every check of graphql-http passes with answers in memory too', async () => {
  for (const _time of [1, 2]) {
    const results = [];
    for (const { fn } of serverAudits({ url: server().url })) results.push(await fn());
    expect(results).toHaveLength(61);
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
  }
});

test('an answer to GET has a strong tag, and is to be asked about before each use', async () => {
  for (const _time of ['computed', 'from memory']) {
    const { status, headers } = await server().get(titleQuery, { origin: 'http://localhost:3000' });
    expect(status).toBe(200);
    expect(headers.get('etag')).toMatch(/^"[\w-]{43}"$/);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('vary')).toBe('Origin, Accept, Accept-Encoding');
  }
});

test('who has the answer is told so, without content, without SQL', async () => {
  const tag = await tagOf();
  const before = await server().metric('casebook_sql_statements_total');
  for (const condition of [tag, `W/${tag}`, `"other", W/"x", ${tag}`, '*']) {
    const [response] = (await once(
      http.get(`${server().url}?query=${encodeURIComponent(titleQuery)}`, {
        headers: {
          'if-none-match': condition,
          'apollo-require-preflight': 'yes',
          accept: '*/*',
          'accept-encoding': 'gzip, deflate',
        },
      }),
      'response',
    )) as [http.IncomingMessage];
    expect(response.statusCode).toBe(304);
    expect(response.headers).toMatchObject({
      etag: tag,
      'cache-control': 'no-cache',
      vary: 'Origin, Accept, Accept-Encoding',
    });
    expect(response.headers).not.toHaveProperty('content-type');
    expect(response.headers).not.toHaveProperty('content-length');
    expect(await response.toArray()).toEqual([]);
  }
  expect(await server().metric('casebook_sql_statements_total')).toBe(before);
});

test.each(['"other"', 'nonsense', 'W/"x", "y"'])('who has %s is sent the answer', async (condition) => {
  expect((await server().get(titleQuery, { 'if-none-match': condition })).status).toBe(200);
});

test('who has what only looks like the answer is sent it', async () => {
  const text = (await tagOf()).slice(1, -1);
  for (const condition of [
    text,
    `"${text}x"`,
    `"x${text}"`,
    `W/"${text}x"`,
    `"${text.slice(1)}"`,
    `"${text.toUpperCase()}"`,
  ])
    expect((await server().get(titleQuery, { 'if-none-match': condition })).status).toBe(200);
});

test('whoever accepts any answer is told of one that had to be computed too', async () => {
  const query = '{ once: event(slug: "warehouse-fire") { title } }';
  expect((await server().get(query, { 'if-none-match': '*' })).status).toBe(304);
  expect((await server().get('{ once: node(id: "wrong") { id } }', { 'if-none-match': '*' })).status).toBe(200);
});

test('another question, or another type of answer, has another tag', async () => {
  const tags = [
    await tagOf(),
    await tagOf(`${titleQuery} `),
    await tagOf(titleQuery, { accept: 'application/graphql-response+json' }),
  ];
  expect(new Set(tags).size).toBe(3);
});

test('servers of one database and one version have the same tags', async () => {
  const response = await other().get(titleQuery, { 'if-none-match': await tagOf() });
  expect(response.status).toBe(304);
});

test('a refused operation stays refused, whatever the client has', async () => {
  const headers = { 'if-none-match': await tagOf(listQuery), accept: '*/*' };
  expect((await server().get(listQuery, headers)).status).toBe(304);
  const refused = await strict().get(listQuery, { ...headers, accept: 'application/graphql-response+json' });
  expect(refused.status).toBe(400);
  expect(refused.headers.get('etag')).toBeNull();
  expect(await (await strict().get(listQuery, headers)).text()).toContain('OPERATION_TOO_COMPLEX');
});

test('POST has no tag and no condition', async () => {
  const response = await fetch(server().url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'if-none-match': `*` },
    body: JSON.stringify({ query: titleQuery }),
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).toBeNull();
  expect(response.headers.get('vary')).toBe('Origin');
});

test('a server that keeps nothing gives no tag, and answers in full', async () => {
  const response = await off().get(titleQuery, { 'if-none-match': `*, ${await tagOf()}` });
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).toBeNull();
});

test('after a load there is another tag', async () => {
  const tag = await tagOf();
  await database.entitle('Blaze');
  for (const each of [server(), other()]) {
    await each.keeping();
    const response = await each.get(titleQuery, { 'if-none-match': tag });
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).not.toBe(tag);
    expect(titleIn(await response.text())).toBe('Blaze');
  }
});
