// The same walk further out: see statementCount.test.ts.
import { expect, test } from '@jest/globals';
import { useApi } from '../support/api.ts';
import { few, more } from '../support/rows.ts';
import { pathsThatGrow } from './growth.ts';

const apis = { few: useApi(few), more: useApi(more) };
const minutes = 60_000;

test(
  'three fields from an id',
  async () => {
    expect(await pathsThatGrow(apis, { start: 'ids', depth: 3 })).toEqual([]);
  },
  10 * minutes,
);

test(
  'four fields from the root, on one of five paths',
  async () => {
    expect(await pathsThatGrow(apis, { start: 'fields', depth: 4, oneIn: 5 })).toEqual([]);
  },
  15 * minutes,
);
