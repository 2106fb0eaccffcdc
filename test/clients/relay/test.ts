import assert from 'node:assert/strict';
import { register } from 'node:module';
import { test } from 'node:test';
import { createOperationDescriptor, fetchQuery, getSingularSelector } from 'relay-runtime';
import { ask, exchanges, url, watchedFetch } from '../api.ts';
import { createEnvironment } from './environment.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any;

// As bundlers do: what the compiler makes imports its like without an ending.
register(
  `data:text/javascript,${encodeURIComponent("export const resolve = (name, context, next) => next(name.endsWith('.graphql') ? `${name}.ts` : name, context);")}`,
);
const made = async (name: string): Promise<Any> => (await import(`../generated/relay/${name}.graphql.ts`)).default;
const [query, pageQuery, fragment] = await Promise.all(['eventsQuery', 'eventsPageQuery', 'events_list'].map(made));

test('pages to the end of the list, with records of an interface beside it', async () => {
  const environment = createEnvironment(url, watchedFetch);
  const operation = createOperationDescriptor(query, { size: 3 });
  environment.retain(operation);
  const { node } = (await fetchQuery(environment, query, { size: 3 }).toPromise()) as Any;
  assert.deepEqual(
    node,
    (await ask('{ actor(slug: "bahram-ghassemi") { name ... on Person { reportedAge } } }')).actor,
  );
  const events = (): Any => {
    const selector = getSingularSelector(fragment, environment.lookup(operation.fragment).data);
    return (environment.lookup(selector as Any).data as Any).events;
  };
  const { totalCount } = events();
  while (events().pageInfo.hasNextPage)
    await fetchQuery(environment, pageQuery, { size: 3, after: events().pageInfo.endCursor }).toPromise();
  const fields = '{ title standing date { edtf latest } }';
  const all = await ask(`{ events(first: 100) { edges { node ${fields} } } }`);
  const shown = events().edges.map(({ node }: Any) => ({
    node: { title: node.title, standing: node.standing, date: node.date },
  }));
  assert.deepEqual(shown, all.events.edges);
  assert.equal(exchanges.length, Math.ceil(totalCount / 3));
  assert.equal(environment.check(operation).status, 'available');
});
