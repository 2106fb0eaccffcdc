import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gql } from '@urql/core';
import { print } from 'graphql';
import { ask, exchanges, quiet, url, watchedFetch } from '../api.ts';
import { operations } from '../operations.ts';
import { createClient } from './client.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any;

const all: string[] = (await ask('{ events(first: 100) { nodes { slug } } }')).events.nodes.map(
  ({ slug }: Any) => slug,
);
const slugsOf = ({ nodes, edges }: Any): string[] =>
  (nodes ?? edges.map(({ node }: Any) => node)).map(({ slug }: Any) => slug);
const newClient = () => createClient(url, watchedFetch);

/** What a client read, or why it could not. */
async function read(client: ReturnType<typeof newClient>, query: Any, variables = {}, options = {}) {
  const { data, error } = await client.query(query, variables, options).toPromise();
  assert.equal(error, undefined);
  return data;
}

test('every ready operation is answered from the cache as from the server', async () => {
  const client = newClient();
  for (const { name, document } of operations) {
    const data = await read(client, document);
    assert.deepEqual(data, await ask(print(document)), name);
    assert.deepEqual(await read(client, document, {}, { requestPolicy: 'cache-only' }), data, name);
  }
  assert.equal(exchanges.length, operations.length);
  assert.ok(exchanges.every(({ method }) => method === 'POST'));
});

for (const [name, selection] of Object.entries({
  nodes: 'nodes { id slug }',
  edges: 'edges { cursor node { id slug } }',
})) {
  test(`pages by ${name} to the end of the list`, async () => {
    const client = newClient();
    const query = gql(`query Events($after: String) {
      events(first: 3, after: $after) { ${selection} pageInfo { endCursor hasNextPage } }
    }`);
    let { events } = await read(client, query);
    while (events.pageInfo.hasNextPage) ({ events } = await read(client, query, { after: events.pageInfo.endCursor }));
    assert.deepEqual(slugsOf(events), all);
    assert.equal(exchanges.length, Math.ceil(all.length / 3));
  });
}

test('pages backward to the start of the list', async () => {
  const client = newClient();
  const query = gql(`query Back($before: String) {
    events(last: 4, before: $before) { nodes { id slug } pageInfo { startCursor hasPreviousPage } }
  }`);
  let { events } = await read(client, query);
  while (events.pageInfo.hasPreviousPage)
    ({ events } = await read(client, query, { before: events.pageInfo.startCursor }));
  assert.deepEqual(slugsOf(events), all);
});

test('two components with different page sizes both get what they ask for', async () => {
  const client = newClient();
  const query = gql(`query Events($size: Int!, $after: String) {
    events(first: $size, after: $after) { nodes { id slug } pageInfo { endCursor hasNextPage } }
  }`);
  const small = await read(client, query, { size: 3 });
  assert.deepEqual(slugsOf(small.events), all.slice(0, 3));
  let { events } = await read(client, query, { size: 10 });
  assert.deepEqual(slugsOf(events), all.slice(0, 10));
  while (events.pageInfo.hasNextPage)
    ({ events } = await read(client, query, { size: 10, after: events.pageInfo.endCursor }));
  assert.deepEqual(slugsOf(events), all);
});

test('a list of a record of an interface pages too', async () => {
  const client = newClient();
  const query = gql(`query Mentions($after: String) {
    actor(slug: "mek") { id mentions(first: 2, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }
  }`);
  let { mentions } = (await read(client, query)).actor;
  while (mentions.pageInfo.hasNextPage)
    ({ mentions } = (await read(client, query, { after: mentions.pageInfo.endCursor })).actor);
  assert.ok(mentions.totalCount > 2);
  assert.equal(mentions.nodes.length, mentions.totalCount);
});

test('two components on one list, by nodes and by edges, are served by two requests', async () => {
  const client = newClient();
  const shown: Any[] = [];
  const fields = ['nodes { id slug }', 'edges { node { id slug title } }'];
  const subscriptions = fields.map((field, index) =>
    client.query(gql(`{ events(first: 3) { ${field} } }`), {}).subscribe(({ data }) => (shown[index] = data?.events)),
  );
  await quiet();
  assert.equal(exchanges.length, 2);
  for (const events of shown) assert.deepEqual(slugsOf(events), all.slice(0, 3));
  subscriptions.forEach(({ unsubscribe }) => unsubscribe());
});

test('what two components ask of one date comes together', async () => {
  const client = newClient();
  const half = (fields: string) => gql(`{ event(slug: "villepinte-bomb-plot") { id date { ${fields} } } }`);
  await read(client, half('edtf'));
  await read(client, half('latest'));
  const { event } = await read(client, half('edtf latest'), {}, { requestPolicy: 'cache-only' });
  assert.deepEqual(Object.keys(event.date).sort(), ['edtf', 'latest']);
});
