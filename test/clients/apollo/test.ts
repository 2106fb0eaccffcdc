/** Apollo Client 4, or 3 when told so: both take the same cache. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Apollo from '@apollo/client';
import { ask, exchanges, quiet, url, watchedFetch } from '../api.ts';
import { operations } from '../operations.ts';
import { cacheConfig } from './cache.ts';

const isThree = process.argv[2] === '3';
const apollo = await import(isThree ? 'apollo-client-3/core/core.cjs' : '@apollo/client');
const { ApolloClient, HttpLink, InMemoryCache, gql }: typeof Apollo = apollo.default ?? apollo;
const createClient = (config = cacheConfig) =>
  new ApolloClient({ link: new HttpLink({ uri: url, fetch: watchedFetch }), cache: new InMemoryCache(config) });

type Client = ReturnType<typeof createClient>;

/** Selections of a list: records by nodes, by edges, by both; a type's fields differ from one to the other. */
const byNodes = '{ nodes { id slug } pageInfo { endCursor hasNextPage } }';
const byEdges = '{ edges { cursor node { id title date { latest } } } pageInfo { endCursor hasNextPage } }';
const events = (selection: string, size = '$size') =>
  gql(`query Events($size: Int = 3, $after: String) { events(first: ${size}, after: $after) ${selection} }`);

const all: string[] = (await ask('{ events(first: 100) { nodes { id } } }')).events.nodes.map(
  ({ id }: { id: string }) => Buffer.from(id, 'base64').toString().slice(6, 11),
);
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any;
const idsOf = ({ nodes, edges }: Any): string[] =>
  (nodes ?? edges.map(({ node }: Any) => node)).map(({ id }: Any) => Buffer.from(id, 'base64').toString().slice(6, 11));

/** A component that shows a list. */
function component(client: Client, query: Any, variables = {}, listIn: (data: Any) => Any = ({ events }) => events) {
  const observable = client.watchQuery<Any>({ query, variables });
  observable.subscribe(() => {});
  const list = () => listIn(observable.getCurrentResult().data);
  return {
    list,
    ids: () => idsOf(list()),
    refetch: () => observable.refetch(),
    async more(options = {}) {
      await observable.fetchMore({ variables: { after: list().pageInfo.endCursor, ...options } });
      // The component hears of it a moment later.
      while (observable.getCurrentResult().loading) await sleep(1);
    },
    async toTheEnd() {
      for (let pages = 0; list().pageInfo.hasNextPage && pages < all.length; pages++) await this.more();
    },
  };
}

test('every ready operation is answered from the cache as from the server', async () => {
  const client = createClient();
  for (const { name, document } of operations) {
    const { data } = await client.query<Any>({ query: document });
    assert.deepEqual(data, (exchanges.at(-1)?.answer as Any).data, name);
    assert.deepEqual((await client.query({ query: document, fetchPolicy: 'cache-only' })).data, data, name);
  }
  assert.equal(exchanges.length, operations.length);
});

for (const [name, selection] of Object.entries({ nodes: byNodes, edges: byEdges })) {
  test(`pages by ${name} to the end of the list`, async () => {
    const list = component(createClient(), events(selection));
    await quiet();
    assert.deepEqual(list.ids(), all.slice(0, 3));
    await list.toTheEnd();
    assert.deepEqual(list.ids(), all);
    assert.equal(exchanges.length, Math.ceil(all.length / 3));
  });
}

test('pages backward to the start of the list', async () => {
  const query = gql(
    `query Back($before: String) { events(last: 4, before: $before) { nodes { id } pageInfo { startCursor hasPreviousPage } } }`,
  );
  const list = component(createClient(), query);
  await quiet();
  assert.deepEqual(list.ids(), all.slice(-4));
  while (list.list().pageInfo.hasPreviousPage)
    await list.more({ before: list.list().pageInfo.startCursor, after: undefined });
  assert.deepEqual(list.ids(), all);
});

test('two components on one list, by nodes and by edges, are served by two requests, and page apart', async () => {
  const client = createClient();
  const [left, right] = [component(client, events(byNodes)), component(client, events(byEdges))];
  await quiet();
  assert.equal(exchanges.length, 2);
  await left.toTheEnd();
  await quiet();
  assert.deepEqual(left.ids(), all);
  await right.toTheEnd();
  await quiet();
  assert.deepEqual(right.ids(), all);
  assert.deepEqual(left.ids(), all);
  assert.ok(exchanges.length <= 2 * Math.ceil(all.length / 3), `${exchanges.length} requests`);
});

test('two components with different page sizes both get what they ask for', async () => {
  const client = createClient();
  const small = component(client, events(byNodes));
  await quiet();
  const large = component(client, events('{ nodes { id title } }'), { size: 10 });
  await quiet();
  assert.deepEqual(large.ids(), all.slice(0, 10));
  assert.ok(small.ids().length >= 3);
  assert.deepEqual(small.ids(), all.slice(0, small.ids().length));
  await small.toTheEnd();
  await quiet();
  assert.deepEqual(small.ids(), all);
  assert.deepEqual(large.ids().slice(0, 10), all.slice(0, 10));
  assert.ok(exchanges.length <= 9, `${exchanges.length} requests`);
});

test('a page that is asked for larger than the first one joins the list', async () => {
  const list = component(createClient(), events(byNodes));
  await quiet();
  await list.more({ size: 100 });
  assert.deepEqual(list.ids(), all);
});

test('a page by its own cursor is that page', async () => {
  const client = createClient();
  const first = component(client, events(byNodes));
  await quiet();
  const after = first.list().pageInfo.endCursor;
  const second = component(client, events(byNodes), { after });
  await quiet();
  assert.deepEqual(second.ids(), all.slice(3, 6));
  assert.deepEqual(second.list(), (exchanges.at(-1)?.answer as Any).data.events);
  await component(client, events(byNodes), { after }).list();
  assert.equal(exchanges.length, 2);
  // A cursor that comes from elsewhere, as from the address of a page.
  const elsewhere = component(createClient(), events(byNodes), { after });
  await quiet();
  assert.deepEqual(elsewhere.ids(), all.slice(3, 6));
});

test('lists of another filter or order, and lists with a name of their own, are apart', async () => {
  const client = createClient();
  const query = gql(`query Lists {
    down: events(first: 2, orderBy: { field: TITLE, direction: DESC }) { nodes { id title } }
    up: events(first: 2, orderBy: { field: TITLE }) { nodes { id title } }
    attacks: events(first: 2, filter: { kind: { in: [ATTACK] } }) { totalCount nodes { id kind } }
    none: events(first: 0) { totalCount nodes { id } }
    named: events(first: 1) @connection(key: "named") { nodes { id } }
    unnamed: events(first: 2) { nodes { id } }
  }`);
  const { data } = await client.query<Any>({ query });
  assert.deepEqual(data, (exchanges.at(-1)?.answer as Any).data);
  assert.deepEqual((await client.query({ query, fetchPolicy: 'cache-only' })).data, data);
});

test('a list of a record of an interface pages too', async () => {
  const query = gql(`query Said($after: String) {
    actor(slug: "mek") { id mentions(first: 2, after: $after) { totalCount nodes { id } pageInfo { endCursor hasNextPage } } }
  }`);
  const list = component(createClient(), query, {}, ({ actor }) => actor.mentions);
  await quiet();
  assert.ok(list.list().totalCount > 1);
  await list.toTheEnd();
  assert.equal(list.ids().length, list.list().totalCount);
});

test('what two components ask of one date comes together', async () => {
  const client = createClient();
  const half = (fields: string) => gql(`{ event(slug: "villepinte-bomb-plot") { id date { ${fields} } } }`);
  await client.query({ query: half('edtf') });
  await client.query({ query: half('latest') });
  const { data } = await client.query<Any>({ query: half('edtf latest'), fetchPolicy: 'cache-only' });
  assert.deepEqual(Object.keys(data.event.date).sort(), ['__typename', 'edtf', 'latest']);
});

test('a list that has changed is not mixed with what it was', async () => {
  const client = createClient();
  const list = component(client, events(byNodes));
  await quiet();
  await list.more();
  const id = client.cache.identify({ __typename: 'Event', id: all[0] });
  const stored = JSON.parse(JSON.stringify(client.cache.extract()));
  // As if another record had stood first when the list was read.
  const [field] = Object.keys(stored.ROOT_QUERY).filter((name) => name.startsWith('events'));
  stored.ROOT_QUERY[field].forward[''].items[0].node.__ref = `${id}-gone`;
  stored[`${id}-gone`] = { ...stored[id as string], id: `${all[0]}-gone` };
  client.cache.restore(stored);
  await list.refetch();
  assert.deepEqual(list.ids(), all.slice(0, 3));
  await list.toTheEnd();
  assert.deepEqual(list.ids(), all);
});
