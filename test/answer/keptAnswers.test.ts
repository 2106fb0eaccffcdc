import { describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { startAnswering, titleQuery, useAnswering, useHarbourFire } from './answering.ts';

const database = useHarbourFire();
const server = useAnswering(database);
const small = useAnswering(database, { ANSWER_CACHE_MB: '1' });
const off = useAnswering(database, { ANSWER_CACHE_MB: '0' });

const listeners = async () =>
  withClient(database.url, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where application_name = 'casebook answers' and datname = current_database()`,
    );
    return rowCount;
  });
const statements = () => server().metric('casebook_sql_statements_total');

describe('an answer from memory', () => {
  test.each([
    ['compiled to SQL', '{ events { totalCount nodes { slug title date { edtf } } } }'],
    ['by the resolvers', '{ __schema { queryType { name } } event(slug: "warehouse-fire") { title } }'],
    ['with a null', '{ event(slug: "nothing") { title } }'],
  ])('%s is, byte for byte, the one that was computed', async (_what, query) => {
    const computed = await server().post(query);
    const [hits, before] = [await server().hits(), await statements()];
    expect(await server().post(query)).toBe(computed);
    expect(await server().hits()).toBe(hits + 1);
    expect(await statements()).toBe(before);
    expect(await off().post(query)).toBe(computed);
  });

  test('is of the same operation and the same variables', async () => {
    const query = `query A($n: Int, $slug: String = "warehouse-fire") { event(slug: $slug) { title } events(first: $n) { nodes { title } } }
      query B { event(slug: "petrol-found") { title } }`;
    const asked = [
      [{ n: 1 }, { operationName: 'A' }],
      [{ n: 2 }, { operationName: 'A' }],
      [{ n: 2, slug: 'nothing' }, { operationName: 'A' }],
      [{ n: 2, slug: null }, { operationName: 'A' }],
      [{ n: 2 }, { operationName: 'B' }],
    ] as const;
    const answers = async () => {
      const all = [];
      for (const [variables, rest] of asked) all.push(await server().post(query, variables, rest));
      return all;
    };
    const computed = await answers();
    expect(new Set(computed).size).toBe(asked.length);
    expect(await answers()).toEqual(computed);
  });

  test('counts as any other: measured, logged, named', async () => {
    const counted = () => server().metric('casebook_graphql_operation_cost_count');
    await server().post(titleQuery);
    const before = [await counted(), await server().hits()] as const;
    await server().post(titleQuery);
    expect([await counted(), await server().hits()]).toEqual([before[0] + 1, before[1] + 1]);
  });
});

describe('not kept', () => {
  test.each([
    ['what has errors', '{ node(id: "wrong") { id } }'],
    ['what is refused', '{ events(first: 101) { nodes { title } } }'],
  ])('%s', async (_what, query) => {
    const [hits, bytes] = [await server().hits(), await server().metric('casebook_answers_bytes')];
    expect(await server().post(query)).toContain('"errors"');
    expect(await server().post(query)).toContain('"errors"');
    expect(await server().hits()).toBe(hits);
    expect(await server().metric('casebook_answers_bytes')).toBe(bytes);
  });

  test('what takes more than an eighth of the memory', async () => {
    const types = Array.from({ length: 4 }, (_, n) => `t${n}: types { name description fields { name description } }`);
    const query = `{ __schema { ${types.join(' ')} } }`;
    expect((await small().post(query)).length).toBeGreaterThan(2 ** 17);
    await small().post(query);
    expect(await small().hits()).toBe(0);
    expect(await small().metric('casebook_answers_bytes')).toBe(0);
  });

  test('more than there is memory for', async () => {
    for (let n = 0; n < 60; n += 1) await small().post(`{ n${n}: __schema { types { name description } } }`);
    const bytes = await small().metric('casebook_answers_bytes');
    expect(bytes).toBeGreaterThan(2 ** 19);
    expect(bytes).toBeLessThanOrEqual(2 ** 20);
  });
});

test('with ANSWER_CACHE_MB=0 nothing is kept and nobody listens', async () => {
  const before = await listeners();
  await using other = await startAnswering(database.url, { ANSWER_CACHE_MB: '0' });
  const first = await other.get(titleQuery);
  expect(first.headers.get('etag')).toBeNull();
  await other.post(titleQuery);
  await other.post(titleQuery);
  expect(await other.metric('casebook_answers_total{result="miss"}')).toBe(0);
  expect(await other.hits()).toBe(0);
  expect(await other.metric('casebook_sql_statements_total')).toBe(3);
  expect(await listeners()).toBe(before);
});

test('the listening connection is closed with the server', async () => {
  const before = await listeners();
  const other = await startAnswering(database.url);
  await other.keeping();
  expect(await listeners()).toBe((before ?? 0) + 1);
  await other[Symbol.asyncDispose]();
  while ((await listeners()) !== before);
});
