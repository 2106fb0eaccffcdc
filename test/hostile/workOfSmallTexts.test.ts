// Short operations of few records that are much work: they are paid for, bounded, or done without the database.
import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLUnionType, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { readDocument } from '../compiler/readDocument.ts';
import { startTestServer } from '../server/testServer.ts';
import { useDatabase } from '../support/database.ts';
import { startTestApi } from '../support/startedApi.ts';
import { useFigures } from './figures.ts';
import { fanOutByType, times } from './oversizedOperations.ts';
import { paths, useServers } from './servers.ts';

const tried = useFigures(import.meta.url, 'A client');
const database = useDatabase('cases');
const servers = useServers(database, { RATE_LIMIT_POINTS: '100000', RATE_LIMIT_SECONDS: '86400' });

const schemaText = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

const left = ({ headers }: { headers: Headers }) => Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);

test('fields below a page of no records are paid for', async () => {
  const fragments = times(9, (n) => `fragment F${n} on Event{a:parent{...F${n + 1}}b:parent{...F${n + 1}}}`);
  const query = `{events(first:0){nodes{...F0}}}${fragments} fragment F9 on Event{id}`;
  for (const path of paths) {
    const before = left(await servers.post(path, { query: '{__typename}' }));
    const answer = await servers.post(path, { query });
    expect(answer.data).toEqual({ events: { nodes: [] } });
    // events, nodes, two parents to the power of 1 to 9, and an id in each of the last.
    const fields = 2 + (2 ** 10 - 2) + 2 ** 9;
    // And a point for each second or so that the statement takes.
    expect(before - left(answer) - fields).toBeGreaterThanOrEqual(0);
    expect(before - left(answer) - fields).toBeLessThan(60);
  }
  tried('1,500 fields of no records, in 500 bytes', paths.length, 'a point for each field');
});

test('fields of an interface count once for each type of which something else is asked', async () => {
  const fieldsOf = (query: string) => readDocument(parse(query)).shape.size.fields;
  const actor = (fields: string) => `{actors(first:1){nodes{slug name ${fields}}}}`;
  expect(fieldsOf(actor('id'))).toBe(2 + 3);
  expect(fieldsOf(actor('...on Actor{id}'))).toBe(2 + 3);
  // Two branches: persons, and all others.
  expect(fieldsOf(actor('...on Person{reportedAge}'))).toBe(2 + 3 + 2);
  const ofEach = '...on Person{reportedAge} ...on Organization{id} ...on State{kind} ...on Group{size}';
  expect(fieldsOf(actor(ofEach))).toBe(2 + 5 * 2 + 4);
  // A union has a branch for each of its members, also where nothing is asked of it.
  const members = (buildSchema(schemaText).getType('CitationSubject') as GraphQLUnionType).getTypes().length;
  const subject = (fields: string) => `{documents{nodes{passages{nodes{citations{nodes{subject{${fields}}}}}}}}}`;
  expect(fieldsOf(subject('...on Actor{slug}'))).toBe(fieldsOf(subject('...on Event{slug}')));
  expect(fieldsOf(subject('__typename'))).toBe(7 + members + 1);
  const three = await servers.post('compiled', { query: fanOutByType(3) });
  expect(three.data).toEqual({ actors: { nodes: [] } });
});

test('an id is one condition', async () => {
  const { data } = await servers.post('compiled', { query: '{events(first:1){nodes{id}}}' });
  const [{ id } = { id: '' }] = (data?.['events'] as { nodes: { id: string }[] }).nodes;
  for (const path of paths) {
    const answer = await servers.post(path, {
      query: `{${times(100, (n) => `a${n}:node(id:"${id}"){id __typename}`)}}`,
    });
    expect(answer.data).toMatchObject({ a0: { id }, a99: { id } });
  }
});

test.each(['text', 'failing text'])(
  'more than 4 MiB of answer are refused, whoever computed them (%s)',
  async (fields) => {
    const schema = buildSchema('type Query { text: String failing: Int }');
    const { text, failing } = schema.getQueryType()?.getFields() ?? {};
    if (text) text.resolve = () => 'ä'.repeat(4 * 2 ** 20);
    if (failing) failing.resolve = () => Promise.reject(new Error('it fails'));
    await using server = await startTestServer({ schema });
    const ask = async (query: string) =>
      (await (
        await fetch(server.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        })
      ).json()) as unknown;
    const extensions = { code: 'OPERATION_TOO_COMPLEX', limit: 4 * 2 ** 20, figure: expect.any(Number) };
    expect(await ask(`{${fields}}`)).toEqual({ data: null, errors: [expect.objectContaining({ extensions })] });
    expect(await ask('{__typename}')).toEqual({ data: { __typename: 'Query' } });
    tried(`answers of the resolvers of more than 4 MiB: ${fields}`, 1, 'refused, with limit and figure');
  },
);

test('what asks for no record is answered while PostgreSQL is away', async () => {
  const url = 'postgresql://nobody@127.0.0.1:1/nothing';
  await using server = await startTestApi(url);
  for (const [query, data] of [
    ['{__typename}', { __typename: 'Query' }],
    ['{nodes(ids:[]){id}}', { nodes: [] }],
  ] as const) {
    const address = new URL(server.url);
    address.search = new URLSearchParams({ query }).toString();
    const response = await fetch(address, { headers: { 'apollo-require-preflight': 'yes' } });
    expect([response.status, await response.json()]).toEqual([200, { data }]);
  }
});

test('an operation that is not in the document is no fault of the compiler', async () => {
  const response = await fetch(servers.urlOf('compiled'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query A{__typename}', operationName: 'B' }),
  });
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
  expect(await servers.metric('compiled', 'casebook_graphql_not_compiled_total{reason="fault"}')).toBe(0);
});
