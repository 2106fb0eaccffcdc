import { beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { createEngine } from '../../src/answer/engine.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { send } from '../hostile/sending.ts';
import { useDatabase } from '../support/database.ts';
import { extentsOf } from '../support/extents.ts';
import { usePrisma, useServer } from './testServer.ts';

const database = useDatabase('tables');
const metrics = createMetrics();
const lines: string[] = [];
const logger = pino({ level: 'info' }, { write: (line) => void lines.push(line) });

const db = usePrisma(database);
beforeEach(() => {
  lines.length = 0;
  metrics.registry.resetMetrics();
});

const server = useServer(() => ({
  schema,
  metrics,
  logger,
  engine: createEngine({
    pool: db.pool,
    statementTimeout: 5000,
    compiler: false,
    onStatement: (statement, request) => metrics.observeStatement(statement, request),
    onFallback: () => {},
  }),
  extents: { current: extentsOf(100, 10) },
}));

const value = async (name: string, labels: Record<string, string> = {}) => {
  const metric = (await metrics.registry.getMetricsAsJSON()).find((each) => name.startsWith(each.name));
  const found = (metric?.values ?? []) as { value: number; labels: Record<string, string>; metricName?: string }[];
  return found.find(
    (each) =>
      (each.metricName ?? metric?.name) === name &&
      Object.entries(labels).every(([key, label]) => each.labels[key] === label),
  )?.value;
};

/** The first `count` operations of the log, which come a moment after their answers. */
async function logged(count: number) {
  const operations = () => lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'operation');
  while (operations().length < count) await setTimeout(5);
  return operations();
}

describe('the log', () => {
  test('has one line per operation, with its measures and without its text or values', async () => {
    const { headers } = await server.ask(
      'query Search($t: String) { events(first: 3, filter: { title: { contains: $t } }) { nodes { title } } }',
      {
        t: 'SECRET',
      },
    );
    expect((await logged(1))[0]).toMatchObject({
      msg: 'operation',
      requestId: headers.get('x-request-id'),
      operation: 'Search',
      status: 200,
      ms: expect.any(Number),
      depth: 3,
      cost: 3,
      statements: 1,
      codes: [],
    });
    await server.ask('query Search($t: String) { events(first: $t) { nodes { title } } }', { t: 'SECRET' });
    await logged(2);
    expect(lines.join()).not.toMatch(/SECRET|contains/);
  });
});

test.each([
  ['another name of the server', { host: 'example.org' }, 421, 'MISDIRECTED_REQUEST'],
  ['a page of another origin', { origin: 'https://example.org' }, 403, 'FORBIDDEN'],
  ['another coding of the body', { 'content-encoding': 'gzip' }, 415, 'BAD_REQUEST'],
])('a request that is refused before it is read has a line and a count: %s', async (_what, headers, status, code) => {
  await send(server.url, { headers: { 'content-type': 'application/json', ...headers }, body: '{"query":"{ x }"}' });
  expect((await logged(1))[0]).toMatchObject({ status, operation: null, codes: [code], statements: 0 });
  expect(await value('casebook_graphql_requests_total', { outcome: 'refused' })).toBe(1);
  expect(await value('casebook_graphql_rejected_total', { reason: code })).toBe(1);
});

test('a name, which may be long, is cut at a hundred characters in the log and in the metrics', async () => {
  const name = `Long${'x'.repeat(500)}`;
  expect((await server.ask(`query ${name} { __typename }`)).status).toBe(200);
  expect((await logged(1))[0].operation).toBe(name.slice(0, 100));
  const duration = 'casebook_graphql_request_duration_seconds_count';
  expect(await value(duration, { operation: name.slice(0, 100) })).toBe(1);
  expect(await metrics.registry.metrics()).not.toContain(name.slice(0, 101));
});

describe('the SQL statements of an operation are its own', () => {
  test('also when operations run side by side', async () => {
    const one = 'query One { events { nodes { title } } }';
    const two = 'query Two { a: events { nodes { title } } b: statements { nodes { summary } } }';
    await Promise.all(Array.from({ length: 20 }, (_, n) => server.ask(n % 2 ? one : two)));
    const operations = await logged(20);
    const counts = (name: string) =>
      operations.filter(({ operation }) => operation === name).map(({ statements }) => statements);
    expect(counts('One')).toEqual(Array(10).fill(1));
    expect(counts('Two')).toEqual(Array(10).fill(2));
    expect(await value('casebook_sql_statements_total')).toBe(30);
    expect(await value('casebook_graphql_operation_sql_statements_sum')).toBe(30);
  });
});

describe('the metrics', () => {
  test('count requests by outcome, rejections by reason and the cost', async () => {
    await server.ask('{ events(first: 7) { nodes { title } } }');
    await server.ask('{ events(first: 101) { nodes { title } } }');
    await server.ask('{ nothing }');
    await server.get('/graphql', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } });
    await logged(4);
    expect(await value('casebook_graphql_requests_total', { outcome: 'ok' })).toBe(1);
    expect(await value('casebook_graphql_requests_total', { outcome: 'refused' })).toBe(3);
    expect(await value('casebook_graphql_rejected_total', { reason: 'BAD_USER_INPUT' })).toBe(1);
    expect(await value('casebook_graphql_rejected_total', { reason: 'GRAPHQL_VALIDATION_FAILED' })).toBe(1);
    expect(await value('casebook_graphql_rejected_total', { reason: 'BAD_REQUEST' })).toBe(1);
    expect(await value('casebook_graphql_operation_cost_sum')).toBe(7);
  });

  test('tell the first hundred operation names apart, and no more', async () => {
    for (let n = 0; n < 120; n += 1) await server.ask(`query Name${n} { __typename }`);
    await server.ask('{ __typename }');
    await logged(121);
    const duration = 'casebook_graphql_request_duration_seconds_count';
    expect(await value(duration, { operation: 'Name50' })).toBe(1);
    expect(await value(duration, { operation: 'Name119' })).toBeUndefined();
    expect(await value(duration, { operation: 'other' })).toBeGreaterThanOrEqual(20);
    expect(await value(duration, { operation: 'anonymous' })).toBe(1);
  });

  test('are served with those of Node.js', async () => {
    const response = await server.get('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain');
    const text = await response.text();
    for (const name of ['casebook_graphql_requests_total', 'nodejs_eventloop_lag_seconds'])
      expect(text).toContain(name);
  });
});
