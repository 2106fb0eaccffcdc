// What a cursor holds, which lists take it, and what is said of one that a list does not take.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { cursorForm, readCursor, writeCursor } from '../../src/graphql/cursors.ts';
import { type Path, paths, useServers } from '../hostile/servers.ts';
import type { Data } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { fillTables, many, rowId } from '../support/rows.ts';

const database = useDatabase('tables');
beforeAll(() => fillTables(database.url, many));
const servers = useServers(database);

const id = '0189b5a0-0000-5000-8000-0123456789ab';
const byDate = cursorForm('Event', [{ dateSortAsc: 'asc' }, { id: 'asc' }]);
const bySlug = cursorForm('Claim', [{ slug: 'asc' }]);
const byName = cursorForm('Actor', [{ name: 'desc' }, { id: 'desc' }]);

describe('a cursor', () => {
  test.each([
    ['a day', byDate, { dateSortAsc: -1, id }, 'RXZlbnQgREFURSBBU0M6_____wGJtaAAAFAAgAABI0Vnias'],
    ['a slug, which no other record has', bySlug, { slug: 'so-it-is' }, 'Q2xhaW0gU0xVRyBBU0M6c28taXQtaXM'],
    ['a name', byName, { name: 'Ñandú', id }, 'QWN0b3IgTkFNRSBERVNDOsORYW5kw7oBibWgAABQAIAAASNFZ4mr'],
  ])('holds %s and the id', (_what, form, row, cursor) => {
    expect(writeCursor(form, row)).toBe(cursor);
    expect(readCursor(form, cursor, 'after')).toEqual(row);
  });

  test.each([-(2 ** 31), -6755, 0, 2 ** 31 - 1])('holds any number of days: %s', (dateSortAsc) => {
    const row = { dateSortAsc, id };
    expect(readCursor(byDate, writeCursor(byDate, row), 'after')).toEqual(row);
  });

  test('holds any text, the longest too', () => {
    for (const name of ['a', '日本', '\u{1F600}', '\uFEFFa', `"\\\n'`, 'é'.repeat(500)]) {
      const row = { name, id };
      expect(readCursor(byName, writeCursor(byName, row), 'after')).toEqual(row);
    }
  });
});

const cursorOf = async (path: Path, list: string) => {
  const { records } = await servers.ask(path, { query: `{ records: ${list} { edges { cursor } } }` });
  return records.edges[0].cursor as string;
};

describe.each(paths)('%s', (path) => {
  test.each([
    ['actors', 'events', 'is a cursor of Actor records, this list has Event records: take it from this list'],
    [
      'events',
      'events(orderBy: {field: TITLE})',
      'is a cursor of the order DATE ASC, this list is in the order TITLE ASC: ask for the same order, or start without a cursor',
    ],
    [
      'events',
      'events(orderBy: {field: DATE, direction: DESC})',
      'is a cursor of the order DATE ASC, this list is in the order DATE DESC: ask for the same order, or start without a cursor',
    ],
    [
      'places',
      'places(orderBy: {field: NAME, direction: DESC})',
      'is a cursor of the order NAME ASC, this list is in the order NAME DESC: ask for the same order, or start without a cursor',
    ],
  ])('a cursor of %s is refused by %s', async (from, to, message) => {
    const cursor = await cursorOf(path, from);
    for (const argumentName of ['after', 'before']) {
      const argument = `${argumentName}: "${cursor}"`;
      const list = to.includes('(') ? to.replace('(', `(${argument}, `) : `${to}(${argument})`;
      const { status, errors, data } = await servers.post(path, { query: `{ ${list} { totalCount } }` });
      expect([status, data, errors]).toEqual([
        400,
        undefined,
        [
          {
            message: `\`${argumentName}\` ${message}`,
            locations: [{ line: 1, column: 3 }],
            extensions: { code: 'BAD_USER_INPUT', argumentName },
          },
        ],
      ]);
    }
  });

  test('a cursor in the order of the case file is refused where the order is another', async () => {
    const query = '{ event(slug: "event-0") { participations { edges { cursor node { actor { slug } } } } } }';
    const { event } = await servers.ask(path, { query });
    const [{ cursor, node }] = event.participations.edges;
    const { errors, extensions } = await servers.post(path, {
      query: `{ actor(slug: "${node.actor.slug}") { participations(after: "${cursor}") { totalCount } } }`,
    });
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', argumentName: 'after' });
    expect(errors?.[0]?.message).toContain('is a cursor of the order FILE ASC, this list is in the order ID ASC');
  });

  test('a cursor of another list of the same type and order is a place in this one', async () => {
    const all = await servers.ask(path, { query: '{ events(first: 100) { edges { cursor node { slug } } } }' });
    const slugs = all.events.edges.map(({ node }: Data) => node.slug);
    const own = async (args: string) => {
      const query = `{ case(slug: "case-1") { events${args} { totalCount nodes { slug } } } }`;
      return (await servers.ask(path, { query })).case.events;
    };
    const { nodes, totalCount } = await own('');
    for (const [index, { cursor }] of all.events.edges.entries()) {
      const behind = nodes.filter(({ slug }: Data) => slugs.indexOf(slug) > index);
      expect([index, await own(`(after: "${cursor}")`)]).toEqual([index, { totalCount, nodes: behind }]);
    }
  });
});

test('texts of any length and script are paged by, with one cursor by whoever answers', async () => {
  const title = (index: number) => `${'ünïcödé 日本語 '.repeat(30)}${index}`;
  await withClient(database.url, async (client) => {
    for (const index of [0, 1, 2])
      await client.query('update "Event" set title = $1 where id = $2', [title(index), rowId('Event', index)]);
  });
  const pages = await Promise.all(
    paths.map(async (path) => {
      const found: string[] = [];
      const seen = new Set<string>();
      for (let after: string | null = null; ;) {
        const query =
          'query ($after: String) { events(first: 1, after: $after, orderBy: {field: TITLE}) { edges { cursor node { title } } pageInfo { hasNextPage endCursor } } }';
        const { events } = await servers.ask(path, { query, variables: { after } });
        const [{ cursor, node }] = events.edges;
        found.push(cursor, node.title);
        expect(seen.has(cursor)).toBe(false);
        seen.add(cursor);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(events.pageInfo.endCursor).toBe(cursor);
        if (!events.pageInfo.hasNextPage) return found;
        after = cursor;
      }
    }),
  );
  expect(pages[0]).toEqual(expect.arrayContaining([title(0), title(1), title(2)]));
  expect(pages[1]).toEqual(pages[0]);
});
