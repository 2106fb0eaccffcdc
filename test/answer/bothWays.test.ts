// What is asked for the first time goes through Apollo Server, what is known does not: nobody can tell the difference.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { type Documents, rememberDocuments } from '../../src/answer/documents.ts';
import { createEngine } from '../../src/answer/engine.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import type { RunningServer } from '../../src/server/server.ts';
import { Choices } from '../compiler/generate/choices.ts';
import { randomDocument } from '../compiler/generate/document.ts';
import { type Known, readKnown } from '../compiler/generate/known.ts';
import { accepts, get, malformed, post, refused } from '../hostile/malformed.ts';
import { send, type Sent } from '../hostile/sending.ts';
import { startTestServer, usePrisma } from '../server/testServer.ts';
import { useDatabase } from '../support/database.ts';

/** `npm test -- test/answer` with FUZZ_RUNS takes longer. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 300);

const database = useDatabase('cases');
const db = usePrisma(database);

/** Knows no document, whatever it is told: every request is one for the first time. */
const forgetful: Documents = {
  find: () => undefined,
  refusal: () => undefined,
  refuse: () => {},
  store: { get: async () => undefined, set: async () => {}, delete: async () => {} },
};

/** A server, and what its log and its metrics tell. */
interface Watched {
  server: RunningServer;
  lines: string[];
  counts(): Promise<string[]>;
}

async function watch(documents: Documents): Promise<Watched> {
  const lines: string[] = [];
  const metrics = createMetrics();
  const engine = createEngine({
    pool: db.pool,
    statementTimeout: 5000,
    compiler: true,
    onStatement: (statement, request) => metrics.observeStatement(statement, request),
    onFallback: () => {},
  });
  const logger = pino({ level: 'debug' }, { write: (line) => void lines.push(line) });
  const server = await startTestServer({
    schema,
    engine,
    documents,
    metrics,
    logger,
    limits: { depth: 15, cost: 2000 },
  });
  const counts = async () =>
    (await metrics.registry.metrics())
      .split('\n')
      .filter((line) => /^casebook_(graphql|answers|sql_statements)/.test(line) && !/seconds_(bucket|sum)/.test(line));
  return { server, lines, counts };
}

let agent = new http.Agent({ keepAlive: true });
let asked = 0;
/** The last answer on a connection says so, after as many requests as no test is meant to send on one. */
function renewConnections(): void {
  if ((asked += 1) % 1000 !== 0) return;
  agent.destroy();
  agent = new http.Agent({ keepAlive: true });
}
let long: Watched;
let short: Watched;
let known: Known;
beforeAll(async () => {
  known = await readKnown(database.url);
  [long, short] = [await watch(forgetful), await watch(rememberDocuments())];
});
beforeEach(() => {
  long.lines.length = short.lines.length = 0;
});
afterAll(async () => {
  agent.destroy();
  await long.server[Symbol.asyncDispose]();
  await short.server[Symbol.asyncDispose]();
});

/** All that a client, the log and the metrics are told, without what is another one each time. */
async function toldBy({ server, lines }: Watched, sent: Sent) {
  lines.length = 0;
  const { status, headers, body } = await send(server.url, { agent, ...sent });
  while (lines.length === 0) await setTimeout(1);
  const log = lines.map((line) => {
    const { time: _time, ms: _ms, requestId: _id, ...rest } = JSON.parse(line) as Record<string, unknown>;
    return rest;
  });
  const { date: _date, 'x-request-id': _id, 'keep-alive': _alive, ...others } = headers;
  return { status, headers: others, body, log };
}

/** Sends a request so that it is new, and so that it is known, and compares all that is told of it. */
async function expectSame(sent: Sent): Promise<void> {
  renewConnections();
  const first = await toldBy(long, sent);
  expect(await toldBy(short, sent)).toEqual(first);
  expect(await toldBy(short, sent)).toEqual(first);
}

const folder = new URL('../../operations/', import.meta.url);
const operations = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

test.each(operations)('%s', async (_name, query) => {
  for (const [accept] of accepts) await expectSame(withAccept(post({ query }), accept));
  await expectSame(get({ query }));
});

/** Whether it fits the address of a GET request. */
const isShort = (query: string) => query.length < 4000;

const withAccept = ({ headers, ...sent }: Sent, accept: string | undefined): Sent => ({
  ...sent,
  headers: { ...headers, ...(accept !== undefined && { accept }) },
});

describe('what is malformed, or cannot be executed', () => {
  const rows = [...malformed.map(([what, sent]) => [what, sent] as const), ...refused];
  test.each(rows)('%s', async (_what, sent) => {
    for (const accept of [undefined, 'application/graphql-response+json']) await expectSame(withAccept(sent, accept));
  });
  test.each([
    ['a text that is no document', '{ events '],
    ['a field that is not there', '{ nothing }'],
    ['a mutation', 'mutation { __typename }'],
    ['a subscription', 'subscription { __typename }'],
    ['too deep', `{ events { nodes { ${'parent { '.repeat(20)} id ${'} '.repeat(20)} } } }`],
    ['too costly', '{ events(first: 100) { nodes { statements(first: 100) { nodes { id } } } } }'],
    ['too many tokens', `{ ${'__typename '.repeat(5000)} }`],
    ['wrong arguments', '{ a: events(first: 101) { totalCount } b: event(slug: "\\u0000") { id } }'],
    ['two operations and no name', 'query A { __typename } query B { __typename }'],
    ['introspection', '{ __schema { queryType { name } } events(first: 1) { totalCount } }'],
    ['bad ids', '{ node(id: "x") { id } }'],
  ])('%s', async (_what, query) => {
    for (const accept of [undefined, 'application/graphql-response+json'])
      for (const sent of [post({ query }), ...(isShort(query) ? [get({ query })] : [])])
        await expectSame(withAccept(sent, accept));
  });
});

test('operations at random, with right and with wrong values', async () => {
  const tape = (maxLength: number) => fc.noBias(fc.array(fc.nat(), { maxLength, size: 'max' }));
  const property = fc.asyncProperty(tape(300), tape(80), fc.boolean(), async (document, variables, isGet) => {
    const request = randomDocument(schema, known, document).request(new Choices(variables));
    const { query, operationName, variables: values } = request;
    await expectSame(
      isGet && isShort(query)
        ? get({ query, ...(operationName !== undefined && { operationName }), variables: JSON.stringify(values) })
        : post(request),
    );
  });
  await fc.assert(property, { numRuns: runs, seed: 1, endOnFailure: true });
});

/** By name and labels, how much each counter of a server has grown since `before`. */
async function grown({ counts }: Watched, before: readonly string[] = []): Promise<Record<string, number>> {
  const figures = (lines: readonly string[]) => new Map(lines.filter((line) => !line.startsWith('#')).map(figureOf));
  const old = figures(before);
  const now = [...figures(await counts())].map(([name, figure]) => [name, figure - (old.get(name) ?? 0)] as const);
  return Object.fromEntries(now.filter(([, growth]) => growth !== 0));
}

function figureOf(line: string): [name: string, figure: number] {
  const end = line.lastIndexOf(' ');
  return [line.slice(0, end), Number(line.slice(end))];
}

test('the metrics count the same, however a request was answered', async () => {
  const before = { long: await long.counts(), short: await short.counts() };
  const queries = ['query Once { events(first: 3) { totalCount nodes { id } } }', '{', '{ nothing }', 'mutation { x }'];
  for (const query of queries) {
    await expectSame(post({ query }));
    // One server was asked twice so far.
    await toldBy(long, post({ query }));
  }
  const counted = await grown(long, before.long);
  expect(counted['casebook_graphql_requests_total{outcome="ok"}']).toBe(2);
  expect(counted['casebook_graphql_requests_total{outcome="refused"}']).toBe(6);
  expect(await grown(short, before.short)).toEqual(counted);
});
