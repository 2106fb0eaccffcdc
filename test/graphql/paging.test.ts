// Whoever pages through a connection sees every record once, in order, in both directions: by one statement as by the resolvers.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Path, paths, useServers } from '../hostile/servers.ts';
import type { Data } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { fillTables, several } from '../support/rows.ts';
import { type Asked, fullestParent, type List, lists, orderings, page } from './lists.ts';

const database = useDatabase('tables');
beforeAll(() => fillTables(database.url, several));
const servers = useServers(database);

const selection = `totalCount nodes { id } edges { cursor node { id } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
const idsIn = ({ nodes }: Data): string[] => nodes.map(({ id }: Data) => id);

/** All pages of a list from its start (or its end), in the list's order; fails on a page that contradicts itself. */
async function walk(
  api: Asked,
  list: List,
  id: string | undefined,
  order: string,
  way: 'first' | 'last',
  size: number,
) {
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

const asked = (path: Path): Asked => ({ ask: (query, variables) => servers.ask(path, { query, variables }) });

describe.each(lists().map((list) => [`${list.parent}.${list.field}`, list] as const))('%s', (_name, list) => {
  const api = asked('compiled');

  test('is the same list in pages of any size, from its start and from its end, in every order', async () => {
    const id = await fullestParent(api, several, list);
    for (const order of orderings(list)) {
      const whole = await walk(api, list, id, order, 'first', 100);
      expect(whole.length).toBeGreaterThan(1);
      expect(new Set(whole).size).toBe(whole.length);
      for (const [way, size] of ways(order, whole.length))
        expect([order, size, way, await walk(api, list, id, order, way, size)]).toEqual([order, size, way, whole]);
    }
  });

  test('is the same list to the resolvers', async () => {
    const id = await fullestParent(api, several, list);
    const whole = await walk(api, list, id, '', 'first', 100);
    const size = Math.min(100, Math.ceil(whole.length / 3));
    for (const way of ['first', 'last'] as const)
      expect([way, await walk(asked('resolvers'), list, id, '', way, size)]).toEqual([way, whole]);
  });

  test.each(['first', 'last'])('has the same page (%s: 3) whatever is asked of it', async (way) => {
    const id = await fullestParent(api, several, list);
    const { nodes, edges, pageInfo } = await page(api, list, id, `${way}: 3`, selection);
    const alone = (fields: string) => page(api, list, id, `${way}: 3`, fields);
    expect(await alone('nodes { id }')).toEqual({ nodes });
    expect(await alone('edges { cursor node { id } }')).toEqual({ edges });
    expect(await alone('pageInfo { hasNextPage hasPreviousPage startCursor endCursor }')).toEqual({ pageInfo });
    expect(await alone('a: nodes { id } b: nodes { id }')).toEqual({ a: nodes, b: nodes });
  });

  test.each(paths)('has no records on a page of none, and says how many there are (%s)', async (path) => {
    const id = await fullestParent(api, several, list);
    const { totalCount } = await page(api, list, id, '', 'totalCount');
    for (const way of ['first', 'last'])
      expect(await page(asked(path), list, id, `${way}: 0`, selection)).toEqual({
        totalCount,
        nodes: [],
        edges: [],
        pageInfo: { hasNextPage: way === 'first', hasPreviousPage: way === 'last', startCursor: null, endCursor: null },
      });
  });
});
