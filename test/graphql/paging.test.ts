// Whoever pages through a connection sees every record once, in order, in both directions.
import { describe, expect, test } from '@jest/globals';
import { type Data, useApi } from '../support/api.ts';
import { many } from '../support/rows.ts';
import { fullestParent, type List, lists, page } from './lists.ts';

const api = useApi(many);

const selection = `totalCount nodes { id } edges { cursor node { id } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const idsIn = ({ nodes }: Data): string[] => nodes.map(({ id }: Data) => id);

/** All pages of a list from its start (or its end), in the list's order; fails on a page that contradicts itself. */
async function walk(list: List, id: string | undefined, order: string, way: 'first' | 'last', size: number) {
  const forward = way === 'first';
  const pages: string[][] = [];
  const totals = new Set<number>();
  for (let cursor = ''; ;) {
    const at = cursor && `, ${forward ? 'after' : 'before'}: "${cursor}"`;
    const answer = await page(api, list, id, `${way}: ${size}${at}${order}`, selection);
    const { edges, pageInfo, totalCount } = answer;
    const ids = idsIn(answer);
    expect(edges.map((edge: Data) => edge.node.id)).toEqual(ids);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0].cursor, edges.at(-1).cursor]);
    expect(forward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== '');
    pages.push(ids);
    totals.add(totalCount);
    if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
    expect(ids).toHaveLength(size);
    cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
  }
  const all = (forward ? pages : pages.reverse()).flat();
  expect([...totals]).toEqual([all.length]);
  return all;
}

/** The values of `orderBy` that a list takes, and none. */
const orderings = ({ orders }: List) => [
  '',
  ...orders.flatMap((field) => [
    `, orderBy: { field: ${field}, direction: ASC }`,
    `, orderBy: { field: ${field}, direction: DESC }`,
  ]),
];

/** The directions and page sizes in which a list is walked; in any order but its default only one. */
function ways(order: string, length: number): ['first' | 'last', number][] {
  const [small, large] = length > 30 ? [40, 99] : [length > 12 ? 2 : 1, 7];
  if (order !== '') return [[order.includes('DESC') ? 'last' : 'first', small]];
  return [
    ['first', small],
    ['last', small],
    ['first', large],
    ['last', large],
  ];
}

describe.each(lists().map((list) => [`${list.parent}.${list.field}`, list] as const))('%s', (_name, list) => {
  test('is the same list in pages of any size, from its start and from its end, in every order', async () => {
    const id = await fullestParent(api, many, list);
    for (const order of orderings(list)) {
      const whole = await walk(list, id, order, 'first', 100);
      expect(whole.length).toBeGreaterThan(1);
      expect(new Set(whole).size).toBe(whole.length);
      for (const [way, size] of ways(order, whole.length))
        expect([order, size, way, await walk(list, id, order, way, size)]).toEqual([order, size, way, whole]);
    }
  });

  test('has no records on a page of none, and says how many there are', async () => {
    const id = await fullestParent(api, many, list);
    const { totalCount } = await page(api, list, id, '', 'totalCount');
    for (const way of ['first', 'last'])
      expect(await page(api, list, id, `${way}: 0`, selection)).toEqual({
        totalCount,
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: way === 'first', hasPreviousPage: way === 'last', startCursor: null, endCursor: null },
      });
  });
});
