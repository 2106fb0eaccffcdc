import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { useDatabase } from '../support/database.ts';
import { Comparison } from './compare.ts';
import { contents, openDatasets } from './datasets.ts';
import { checkEqual, type Dataset } from './property.ts';

/** Milliseconds; `npm run fuzz` takes longer. */
const time = 18_000;
/** Always the same here, so that a commit passes or does not; `npm run fuzz` looks further. */
const seed = 1;

const databases = contents.map(({ content }) => useDatabase(content));
let datasets: Dataset[] = [];
beforeAll(async () => {
  datasets = await openDatasets(databases.map(({ url }) => url));
});
afterAll(async () => {
  for (const { servers } of datasets) await servers[Symbol.asyncDispose]();
});

test(`whatever is asked, the compiler answers as the resolvers do (seed ${seed})`, async () => {
  expect(await checkEqual(datasets, { runs: 1_000_000, seed, time })).toBeUndefined();
  // A difference is made small before it is told.
}, 600_000);

/** Records of so many fields that a function of PostgreSQL does not take them all. */
const wide = (key: string) => {
  const aliases = Array.from({ length: 60 }, (_, index) => `${key}${index}: title`);
  return `{ events(first: 3) { nodes { ${aliases.join(' ')} } } }`;
};

test.each([
  wide('key'),
  // Names longer than PostgreSQL's.
  wide('key'.padEnd(70, 'y')),
  // A count beside another of the same relation, in one of the two places that ask for the list.
  '{ cases { nodes { events { totalCount } a: events(filter: {parent: {in: []}}) { edges { cursor } } a: events(filter: {parent: {in: []}}) { totalCount } } } }',
  '{ cases { nodes { a: events(filter: {kind: {in: [ATTACK]}}) { totalCount } a: events(filter: {kind: {in: [ATTACK]}}) { nodes { slug } } } n: nodes { events { totalCount } } } }',
  // Lists of which nothing is asked.
  'query ($no: Boolean = false) { actors { nodes @include(if: $no) { slug } } events { pageInfo @include(if: $no) { endCursor } } }',
])('both answer %s, by one statement', async (query) => {
  for (const { servers } of datasets) {
    const comparison = new Comparison(servers);
    await comparison.recount();
    expect((await comparison.same({ query, variables: {} })).status).toBe(200);
    await comparison.expectCompiled();
  }
});

test('a directive that null leaves undecided is refused, also where no record gets to', async () => {
  const query =
    'query ($b: Boolean = true) { places { nodes { citations { case { ... on Node { ... on State @skip(if: $b) { name } } } } } } }';
  for (const { servers } of datasets) {
    const { body } = await new Comparison(servers).same({ query, variables: { b: null } });
    expect(JSON.parse(body)).toEqual({
      errors: [expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argumentName: 'if' } })],
    });
  }
});
