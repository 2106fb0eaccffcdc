// Whatever characters a text has, it is looked for as it is, or refused as one that no record can hold.
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';
import { fillTables } from '../support/rows.ts';
import { useFigures } from './figures.ts';
import { paths, useServers } from './servers.ts';
import { textPositions } from './textPositions.ts';

/** Of LIKE, of regular expressions, of SQL, JSON and arrays; letters that run from right to left, join, or are no letters. */
const pieces = [
  ...['%', '_', '\\', '\\%', '.*', '[a-z]+', '(', '^', '$', '?', '|'],
  ...["'", '"', '`', ';', '--', '/*', '$1', '$$', '{', '}', ',', ':', 'null', '\n', '\t', ' '],
  ...['שלום', 'مرحبا', '\u202e', '\u200f', '\u0301', 'e\u0301', '\u200d', '🎉', '\ufffd', '\uffff', 'a', 'B', '0'],
];
const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').normalize());
/** The same in every run; each is the title of an event, in normal form C as all that is loaded. */
const titles = [...new Set(fc.sample(text, { numRuns: 40, seed: 2018 }))];

const database = useDatabase('tables');
const servers = useServers(database);
const tried = useFigures(import.meta.url, 'A client');

beforeAll(async () => {
  await fillTables(database.url, { records: titles.length, related: 1 });
  await withClient(database.url, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from "Event" order by id');
    expect(rows).toHaveLength(titles.length);
    for (const [n, title] of titles.entries())
      await client.query('update "Event" set title = $1 where id = $2', [title, rows[n]?.id]);
  });
});

/** Titles that contain a text, whatever the case of its letters. */
const containing = (part: string) => titles.filter((title) => title.toLowerCase().includes(part.toLowerCase())).sort();
const partOfTitle = fc.tuple(fc.constantFrom(...titles), fc.nat(), fc.nat()).map(([title, start, length]) => {
  const points = [...title];
  const from = start % points.length;
  return points.slice(from, from + 1 + (length % points.length)).join('');
});

describe.each(paths)('%s', (path) => {
  test('`contains` finds the texts that contain it, and no others', async () => {
    const query = 'query($t:String!){events(first:100,filter:{title:{contains:$t}}){nodes{title}}}';
    const numRuns = 100;
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, partOfTitle), async (part) => {
        const request = { query, variables: { t: part } };
        const { errors, data } = await servers.post(path, request);
        expect(errors).toBeUndefined();
        const { nodes } = data?.['events'] as { nodes: { title: string }[] };
        expect(nodes.map(({ title }) => title).sort()).toEqual(containing(part));
      }),
      { numRuns },
    );
    if (path === 'compiled')
      tried('`contains` with any characters', numRuns * paths.length, 'finds what contains it, and nothing else');
  });

  test('as a slug it is none, and hides none beside it', async () => {
    const query = 'query($s:String!){event(slug:$s){id} events(filter:{slug:{in:[$s,"event-0"]}}){nodes{slug}}}';
    const numRuns = 100;
    await fc.assert(
      fc.asyncProperty(text, async (slug) => {
        const { data } = await servers.post(path, { query, variables: { s: slug } });
        expect(data).toEqual({ event: null, events: { nodes: [{ slug: 'event-0' }] } });
      }),
      { numRuns },
    );
    if (path === 'compiled')
      tried('slugs with any characters', numRuns * paths.length, 'no record, or the one beside it');
  });

  test('every argument and filter takes a text as text', async () => {
    const absent = [
      "' or '1'='1",
      `'); drop table "Event"; --`,
      '%z%',
      '_z_',
      'z\\',
      '%%%z',
      '.*z',
      '$1z',
      'שלוםz',
      'z\u202e',
      '\u0301z',
      '🎉z',
      'z'.repeat(1000),
    ];
    const refused = ['\0', 'a\0b', '\ud800', 'a\udc00b', 'z'.repeat(1001), '%'.repeat(5000)];
    let count = 0;
    for (const position of textPositions()) {
      const texts = [absent[count % absent.length] ?? '', refused[count % refused.length] ?? ''];
      for (const value of texts) {
        const isLiteral = count % 2 === 1;
        const send = count % 3 === 0 ? servers.get : servers.post;
        const answer = await send(path, position.ask(value, isLiteral));
        const why =
          isLiteral && /\p{Surrogate}/u.test(value)
            ? { code: 'GRAPHQL_PARSE_FAILED' }
            : { code: 'BAD_USER_INPUT', argumentName: position.argumentName };
        expect([position.argumentName, value, answer.data ?? answer.extensions]).toEqual([
          position.argumentName,
          value,
          refused.includes(value) ? why : position.none,
        ]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(500);
    if (path === 'compiled')
      tried(
        'texts in every argument and filter, in variables and literals, by GET and POST',
        count * paths.length,
        'nothing found, or BAD_USER_INPUT',
      );
  });
});
