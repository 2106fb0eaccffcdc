import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { useDatabase } from '../support/database.ts';
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
