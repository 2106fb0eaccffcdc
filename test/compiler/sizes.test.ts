// How large an answer can be is told before it is made: by the extents of the data, and by PostgreSQL from its texts.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
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

describe.each<Content>(['cases', 'tables'])('of %s', (content) => {
  const database = useDatabase(content);
  let known: Known;
  let extents: Extents;
  beforeAll(async () => {
    if (content === 'tables') await fillTables(database.url, many);
    known = await readKnown(database.url);
    extents = await extentsOf(database.url);
  });

  /** @returns the bytes of an answer: as they are, as PostgreSQL sums them, and at most. */
  async function sizesOf(client: pg.Client, text: string, variables: Record<string, unknown> = {}) {
    const read = readDocument(parse(text), variables, extents);
    const data = String(await valueOf(client, read, compileOperation(read)));
    const summed = Number(await valueOf(client, read, compileSize(read)));
    return { bytes: Buffer.byteLength(data), summed, most: read.shape.size.bytes };
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
        const { bytes, summed, most } = found;
        compared += 1;
        if (bytes > 200) filled += 1;
        expect({ text, isBounded: bytes <= most }).toEqual({ text, isBounded: true });
        expect({ text, isSummed: bytes <= summed && summed <= most }).toEqual({ text, isSummed: true });
      }
    });
    expect(compared).toBeGreaterThan(documents / 3);
    expect(filled).toBeGreaterThan(compared / 10);
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
