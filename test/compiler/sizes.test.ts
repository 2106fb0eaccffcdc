// How large an answer can be is told before it is made: its records and bytes by the extents of the data, its bytes also by
// PostgreSQL from its texts.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type DocumentNode, Kind, parse, visit } from 'graphql';
import type pg from 'pg';
import { type Compiled, compileOperation, compileSize } from '../../src/compiler/operation.ts';
import { NotCompilable } from '../../src/compiler/statement.ts';
import { createPool } from '../../src/db/connect.ts';
import { type Extents, watchExtents } from '../../src/db/extents.ts';
import { schema } from '../../src/graphql/schema.ts';
import type { ReadOperation } from '../../src/operation/read.ts';
import { withClient } from '../../src/db/client.ts';
import { type Content } from '../support/databases.ts';
import { useDatabase } from '../support/database.ts';
import { nameOf, operation, paths } from '../graphql/paths.ts';
import { fillTables, many } from '../support/rows.ts';
import { Choices } from './generate/choices.ts';
import { randomDocument } from './generate/document.ts';
import { type Known, readKnown } from './generate/known.ts';
import { readDocument } from './readDocument.ts';

/** Always the same here, so that a commit passes or does not. */
const seed = 1;
const documents = 250;

/** Numbers that look random: a linear congruential generator, as in "Numerical Recipes". */
function* numbers(): Generator<number> {
  for (let state = seed; ; state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) yield state >>> 1;
}

async function extentsOf(url: string): Promise<Extents> {
  const pool = createPool(url, { size: 1, statementTimeout: 60_000, onError: () => {} });
  try {
    return (await watchExtents(pool)).current;
  } finally {
    await pool.end();
  }
}

/** @returns the one value of the one row that a statement has. */
async function valueOf(client: pg.Client, read: ReadOperation, { sql, parameters }: Compiled): Promise<unknown> {
  const values = parameters.map((place) => read.leaves[place]);
  const { rows } = await client.query<Record<string, unknown>>(sql, values);
  return Object.values(rows[0] ?? {})[0];
}

/** The key under which every object of an answer has the name of its type. */
const typeKey = '_type_';

const withTypes = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SelectionSet: {
      leave: (set) => ({
        ...set,
        selections: [
          ...set.selections,
          {
            kind: Kind.FIELD,
            name: { kind: Kind.NAME, value: '__typename' },
            alias: { kind: Kind.NAME, value: typeKey },
          } as const,
        ],
      }),
    },
  });

/** What stands for no record of its own. */
const isPart = (type: string) => /^Query$|Edge$|^PageInfo$|^FuzzyDate$|^ReportedAge$/.test(type);

/** @returns the records in an answer: what a page is read by twice, as `nodes` and as `edges`, is on it once. */
function recordsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + recordsIn(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const { [typeKey]: type, ...fields } = value as Record<string, unknown>;
  const inside = recordsIn(Object.values(fields));
  if (!String(type).endsWith('Connection')) return inside + (isPart(String(type)) ? 0 : 1);
  const pages = Object.values(fields).filter(Array.isArray);
  const onPages = pages.reduce((sum, page) => sum + page.length, 0);
  return inside - onPages + Math.max(0, ...pages.map((page) => page.length));
}

describe.each<Content>(['cases', 'tables'])('of %s', (content) => {
  const database = useDatabase(content);
  let known: Known;
  let extents: Extents;
  beforeAll(async () => {
    if (content === 'tables') await fillTables(database.url, many);
    known = await readKnown(database.url);
    extents = await extentsOf(database.url);
  });

  /** @returns the bytes of an answer, as they are, as PostgreSQL sums them, and at most; its records, as they are and at most. */
  async function sizesOf(client: pg.Client, text: string, variables: Record<string, unknown> = {}) {
    const read = readDocument(withTypes(parse(text)), variables, extents);
    const data = String(await valueOf(client, read, compileOperation(read)));
    const summed = Number(await valueOf(client, read, compileSize(read)));
    const { bytes: most, cost } = read.shape.size;
    return { bytes: Buffer.byteLength(data), summed, most, records: recordsIn(JSON.parse(data)), cost };
  }

  test('no answer is larger than it was said to be, whatever is asked', async () => {
    const random = numbers();
    const tape = (length: number) => Array.from({ length }, () => Number(random.next().value));
    let compared = 0;
    let filled = 0;
    await withClient(database.url, async (client) => {
      for (let n = 0; n < documents; n += 1) {
        const document = randomDocument(schema, known, tape(400));
        const { query: text, variables } = document.request(new Choices(tape(80)));
        // What introspection answers is not counted.
        if (/__schema|__type\(/.test(text)) continue;
        const found = await sizesOf(client, text, variables).catch((error: unknown) => {
          // Introspection, a value that is wrong, two operations in a document.
          if (error instanceof NotCompilable || (error as Error).message === 'no operation and no mistake')
            return undefined;
          if ((error as Error).name === 'GraphQLError' || (error as Error).message === 'no operation') return undefined;
          throw error;
        });
        if (!found) continue;
        const { bytes, summed, most, records, cost } = found;
        compared += 1;
        if (bytes > 500) filled += 1;
        expect({ text, isCounted: records <= cost }).toEqual({ text, isCounted: true });
        expect({ text, isBounded: bytes <= most }).toEqual({ text, isBounded: true });
        expect({ text, isSummed: bytes <= summed && summed <= most }).toEqual({ text, isSummed: true });
      }
    });
    expect(compared).toBeGreaterThan(documents / 3);
    expect(filled).toBeGreaterThan(compared / 10);
  });
});

describe('of tables', () => {
  const database = useDatabase('tables');

  test('along every path there are no more records than it costs', async () => {
    await fillTables(database.url, many);
    const extents = await extentsOf(database.url);
    await withClient(database.url, async (client) => {
      let tried = 0;
      for (const length of [3, 4]) {
        for (const { path, next } of paths(schema, 'fields', length, many)) {
          // Of all paths a part, in turn; and everything at once would be too many fields.
          if (tried++ % (length === 3 ? 2 : 25) !== 0) continue;
          const last = length === 3 ? next : next.slice(0, 3);
          const read = readDocument(withTypes(parse(operation(schema, path, last, 'nodes'))), {}, extents);
          const records = recordsIn(JSON.parse(String(await valueOf(client, read, compileOperation(read)))));
          const { cost } = read.shape.size;
          expect({ path: nameOf(path), records, isCounted: records <= cost }).toMatchObject({ isCounted: true });
        }
      }
      expect(tried).toBeGreaterThan(1000);
    });
  });
});

describe('a long text', () => {
  const database = useDatabase('cases');
  const long = 100_000;

  test('is counted where it is asked for, and only there', async () => {
    await withClient(database.url, async (client) => {
      await client.query(`update "Event" set summary = repeat('x', ${long}) where slug = 'villepinte-bomb-plot'`);
      const size = async (selection: string) => {
        const read = readDocument(parse(`{ ${selection} }`));
        return Number(await valueOf(client, read, compileSize(read)));
      };
      const plot = (fields: string) => size(`event(slug: "villepinte-bomb-plot") { ${fields} }`);
      expect(await plot('summary')).toBeGreaterThan(long);
      expect(await plot('title')).toBeLessThan(1000);
      expect(await plot('a: summary b: summary c: summary')).toBeGreaterThan(3 * long);
      expect(await size('event(slug: "free-iran-rally-2018") { summary }')).toBeLessThan(2000);
      expect(await size('events { nodes { summary } }')).toBeGreaterThan(long);
    });
  });
});
