// A walk through a list goes on in the right place when the record that its cursor came from is gone, or is filtered out.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { type Path, paths, useServers } from '../hostile/servers.ts';
import type { Data } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { fillTables, several } from '../support/rows.ts';
import { type Asked, fullestParent, type List, lists, orderings, page } from './lists.ts';

const database = useDatabase('tables');
beforeAll(() => fillTables(database.url, several));
const servers = useServers(database);
const askedOf = (path: Path): Asked => ({ ask: (query, variables) => servers.ask(path, { query, variables }) });

const uuid = (id: string) => Buffer.from(id, 'base64').toString().split(':')[1];
const idsIn = ({ nodes }: Data): string[] => nodes.map(({ id }: Data) => id);

/** Runs `then` while a record is not in its table; what refers to it stays. */
async function without(table: string, id: string, then: () => Promise<void>): Promise<void> {
  await withClient(database.url, async (client) => {
    const { rows: columns } = await client.query<{ names: string }>(
      `select string_agg(quote_ident(attname), ', ') as names from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [`"${table}"`],
    );
    const names = columns[0]?.names;
    await client.query('set session_replication_role = replica');
    const { rows } = await client.query(`delete from "${table}" r where id = $1 returning to_json(r) as record`, [id]);
    expect(rows).toHaveLength(1);
    try {
      await then();
    } finally {
      const back = `insert into "${table}" (${names}) select ${names} from json_populate_record(null::"${table}", $1)`;
      await client.query(back, [rows[0].record]);
    }
  });
}

/** The first places of a list and the last, and some between. */
const places = (length: number) => [
  ...new Set([0, 1, Math.floor(length / 3), Math.floor((2 * length) / 3), length - 2, length - 1]),
];

async function expectToGoOn(list: List, order: string): Promise<void> {
  const compiled = askedOf('compiled');
  const id = await fullestParent(compiled, several, list);
  const { edges } = await page(compiled, list, id, `first: 100${order}`, 'edges { cursor node { id } }');
  const ids: string[] = edges.map(({ node }: Data) => node.id);
  for (const place of places(ids.length)) {
    const { cursor, node } = edges[place];
    await without(list.node, uuid(node.id) as string, async () => {
      for (const path of paths) {
        const ask = (args: string) =>
          page(askedOf(path), list, id, `${args}: "${cursor}"${order}`, 'nodes { id } pageInfo { hasNextPage }');
        const after = await ask('first: 100, after');
        const seen = idsIn(after).slice(0, ids.length - place - 1);
        expect([path, order, place, seen]).toEqual([path, order, place, ids.slice(place + 1)]);
        const before = await ask('last: 100, before');
        expect([path, order, place, idsIn(before)]).toEqual([path, order, place, ids.slice(0, place)]);
        expect(before.pageInfo.hasNextPage).toBe(true);
      }
    });
  }
}

describe('the record of a cursor is gone', () => {
  test.each(lists().map((list) => [`${list.parent}.${list.field}`, list] as const))(
    '%s goes on behind it and before it, in every order',
    async (_name, list) => {
      for (const order of orderings(list)) await expectToGoOn(list, order);
    },
  );
});

describe.each(paths)('%s: the record of a cursor is filtered out', (path) => {
  const api = askedOf(path);

  test.each(['', ', orderBy: { field: DATE, direction: DESC }', ', orderBy: { field: TITLE, direction: DESC }'])(
    'at the root%s',
    async (order) => {
      const { events } = await api.ask(`{ events(first: 100${order}) { edges { cursor node { slug } } } }`);
      const slugs: string[] = events.edges.map(({ node }: Data) => node.slug);
      const others = slugs.filter((_slug, index) => index % 2 === 0);
      const filter = `filter: { slug: { in: ${JSON.stringify(others)} } }${order}`;
      for (const [index, { cursor }] of events.edges.entries()) {
        const answer = await api.ask(`{
          after: events(after: "${cursor}", ${filter}) { totalCount nodes { slug } pageInfo { hasNextPage } }
          before: events(before: "${cursor}", ${filter}) { totalCount nodes { slug } pageInfo { hasPreviousPage } }
        }`);
        const within = (some: string[]) => others.filter((slug) => some.includes(slug)).map((slug) => ({ slug }));
        expect([index, answer]).toEqual([
          index,
          {
            after: {
              totalCount: others.length,
              nodes: within(slugs.slice(index + 1)),
              pageInfo: { hasNextPage: false },
            },
            before: {
              totalCount: others.length,
              nodes: within(slugs.slice(0, index)),
              pageInfo: { hasPreviousPage: false },
            },
          },
        ]);
      }
    },
  );

  test.each([
    ['behind a foreign key', 'Case', 'statements'],
    ['behind a join table with dates', 'Person', 'statements'],
    ['behind a join table with slugs', 'Person', 'heldResponsibleIn'],
    ['behind a join table without an order', 'Case', 'actors'],
  ])('%s: %s.%s', async (_what, parent, field) => {
    const list = lists().find((one) => one.parent === parent && one.field === field) as List;
    const id = await fullestParent(api, several, list);
    const { edges } = await page(api, list, id, '', 'edges { cursor node { slug } }');
    expect(edges.length).toBeGreaterThan(1);
    const [first, ...rest] = edges;
    const slugs: string[] = rest.map(({ node }: Data) => node.slug);
    const args = `first: 1, after: "${first.cursor}", filter: { slug: { in: ${JSON.stringify(slugs)} } }`;
    const answer = await page(api, list, id, args, 'totalCount nodes { slug }');
    expect(answer).toEqual({ totalCount: slugs.length, nodes: [{ slug: slugs[0] }] });
  });
});
