// Every condition of every filter keeps the records that meet it, and no others.
import { describe, expect, test } from '@jest/globals';
import { type Data, useApi } from '../support/api.ts';
import { many } from '../support/rows.ts';
import { type Condition, conditionsOf, through } from './conditionsOf.ts';
import { fullestParent, type List, lists, page } from './lists.ts';
import { modelOfType, nodeTypes } from './records.ts';

const api = useApi(many);
const allLists = lists();

/** The types that are listed in no connection: where their filter can be asked. */
const parts: Record<string, [type: string, relation: string]> = {
  Agreement: ['Case', 'agreement'],
  Coverage: ['Case', 'coverage'],
  Name: ['Actor', 'names'],
  Item: ['Event', 'items'],
  Measure: ['Event', 'measures'],
  LegalStatus: ['LegalAction', 'statuses'],
  LegalTerm: ['LegalAction', 'terms'],
};

const models = [...new Set(nodeTypes().map(modelOfType))];
const cases = models.flatMap((model) =>
  conditionsOf(model).map((condition): [string, string, Condition] => {
    const name = `${model}.${condition.name}`;
    const [host, relation] = parts[model] ?? [model];
    if (!relation) return [name, host, condition];
    // Only of that record does the part have such a subject.
    const subject = /^subject\.(.)(\w*)/.exec(condition.name);
    const owner = subject ? `${subject[1]?.toUpperCase()}${subject[2]}` : host;
    return [name, owner, through(owner, relation, condition)];
  }),
);

/** The value that the fewest records meet. */
function rarest(records: Data[], { values, meets }: Condition): Data {
  const all = records.flatMap(values).filter((value) => value != null);
  const count = (asked: Data) => records.filter((record) => values(record).some((value) => meets(value, asked))).length;
  return all.toSorted((a, b) => count(a) - count(b))[0];
}

/** All records of a list that a filter keeps, on however many pages. */
async function kept(list: List, parent: string | undefined, select: string, filter: string): Promise<Data[]> {
  const records: Data[] = [];
  for (let after = ''; ;) {
    const selection = `totalCount pageInfo { hasNextPage endCursor } nodes { id ${select} }`;
    const answer = await page(api, list, parent, `first: 100${after}${filter}`, selection);
    records.push(...answer.nodes);
    if (!answer.pageInfo.hasNextPage) {
      expect(records).toHaveLength(answer.totalCount);
      return records;
    }
    after = `, after: "${answer.pageInfo.endCursor}"`;
  }
}

const ids = (records: Data[]) => records.map(({ id }) => id);

const parents = new Map<List, Promise<string | undefined>>();
/** A list of the records of a type, with the parent that has most of them. */
async function listOf(host: string): Promise<[List, string | undefined]> {
  const list = allLists.find(({ node }) => node === host);
  if (!list) throw new Error(`no connection of ${host}`);
  const parent = parents.get(list) ?? fullestParent(api, many, list);
  parents.set(list, parent);
  return [list, await parent];
}

describe('a condition keeps the records that meet it', () => {
  test.each(cases)('%s', async (_name, host, condition) => {
    const [list, parent] = await listOf(host);
    const all = await kept(list, parent, condition.select, '');
    const asked = rarest(all, condition);
    const expected = all.filter((record) => condition.values(record).some((value) => condition.meets(value, asked)));
    expect(expected).not.toEqual([]);
    expect(ids(await kept(list, parent, '', `, filter: ${condition.filter(asked)}`))).toEqual(ids(expected));
    expect(await kept(list, parent, '', `, filter: ${condition.none}`)).toEqual([]);
  });
});
