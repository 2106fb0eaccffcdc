// Views that a page would ask for, within the limits that are set unless others are given.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { readConfig } from '../../src/config.ts';
import { createPool } from '../../src/db/connect.ts';
import { type Extents, watchExtents } from '../../src/db/extents.ts';
import { schema } from '../../src/graphql/schema.ts';
import { readDocument } from '../compiler/readDocument.ts';
import { useDatabase } from '../support/database.ts';

const folder = new URL('views/', import.meta.url);
const views = readdirSync(folder).map((name) => [name, parse(readFileSync(new URL(name, folder), 'utf8'))] as const);
const { limits } = readConfig({});

/** What the loader measures of the synthetic corpus of 2,000 events (`npm run corpus`), which has the article in it. */
const corpus: Extents = {
  version: 'corpus',
  most: JSON.parse(readFileSync(new URL('corpusExtents.json', import.meta.url), 'utf8')) as Extents['most'],
  rows: {},
};

const database = useDatabase('cases');
let article: Extents;
beforeAll(async () => {
  const pool = createPool(database.url, { size: 1, statementTimeout: 5000, onError: () => {} });
  article = (await watchExtents(pool)).current;
  await pool.end();
});

describe.each(views)('%s', (_name, document) => {
  const costOn = (extents: Extents) => readDocument(document, { slug: 'a' }, extents).shape.size.cost;

  test('is valid', () => {
    expect(validate(schema, document)).toEqual([]);
  });

  test('is within the limits, on the article and on a hundred cases', () => {
    expect(costOn(corpus)).toBeLessThanOrEqual(limits.cost);
    // Not more than some records for each of those that there are.
    expect(costOn(article)).toBeLessThanOrEqual(4000);
  });

  test('costs less than by what lists are taken to have', () => {
    const unmeasured = costOn({ version: '', most: {}, rows: {} });
    expect(costOn(corpus)).toBeLessThan(unmeasured / 2);
    expect(costOn(article)).toBeLessThan(unmeasured / 9);
  });
});
