// What the database refuses, whoever writes to it: every CHECK and every unique key.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';
import { few, fillTables, rowId } from '../support/rows.ts';
import { violations } from './violations.ts';

const database = useDatabase('tables');
beforeAll(() => fillTables(database.url, few));

/** The constraint that refuses a change to the first row of a table; undefined when none does. Nothing is kept. */
async function refusedBy(table: string, change: string): Promise<string | undefined> {
  return withClient(database.url, async (client) => {
    await client.query('begin');
    // Revision has its row from the migration, with an id of its own.
    const first = `select id from "${table}" order by id = '${rowId(table, 0)}' desc limit 1`;
    const update = client.query(`update "${table}" set ${change} where id = (${first}) returning id`);
    const { rowCount, constraint } = await update.then(
      (result) => ({ rowCount: result.rowCount, constraint: undefined }),
      (error: { constraint?: string }) => ({ rowCount: 1, constraint: error.constraint ?? String(error) }),
    );
    expect(rowCount).toBe(1);
    return constraint;
  });
}

const namesOf = async (type: 'c' | 'u') => {
  const sql = {
    c: `select conname as name from pg_constraint where contype = 'c' and connamespace = current_schema()::regnamespace`,
    u: `select indexrelid::regclass::text as name from pg_index where indisunique and not indisprimary
          and indrelid::regclass::text not like '\\_%' and indrelid::regclass::text not like '"\\_%' and indrelid::regclass::text not like 'pg_%'`,
  }[type];
  const { rows } = await withClient(database.url, (client) => client.query<{ name: string }>(`${sql} order by 1`));
  return rows.map(({ name }) => name.replaceAll('"', ''));
};

test('every CHECK refuses what it is there for', async () => {
  const names = await namesOf('c');
  // One less is one that no longer guards anything.
  expect(names).toHaveLength(85);
  expect(names.filter((name) => violations(name).length === 0)).toEqual([]);
  for (const name of names) {
    const table = name.split('_')[0] as string;
    for (const change of violations(name))
      expect([name, change, await refusedBy(table, change)]).toEqual([name, change, name]);
  }
});

describe('every unique key is refused a second time', () => {
  test('slugs, and numbers of passages', async () => {
    const keys = await namesOf('u');
    expect(keys).toEqual([
      'Actor_slug_key',
      'Case_slug_key',
      'Claim_slug_key',
      'Document_slug_key',
      'Event_slug_key',
      'LegalAction_slug_key',
      'Passage_documentId_number_key',
      'Place_slug_key',
      'Statement_slug_key',
    ]);
    for (const key of keys.filter((name) => name.endsWith('slug_key'))) {
      const table = key.split('_')[0] as string;
      const taken = `slug = (select slug from "${table}" where id = '${rowId(table, 1)}')`;
      expect(await refusedBy(table, taken)).toBe(key);
    }
    const taken = `(number, "documentId") = (select number, "documentId" from "Passage" where id = '${rowId('Passage', 1)}')`;
    expect(await refusedBy('Passage', taken)).toBe('Passage_documentId_number_key');
  });
});

describe('what is at the limit is accepted', () => {
  test.each([
    ['Event', `"dateEarliest" = '2018-01-01', "dateLatest" = '2018-01-01'`],
    ['Event', `"dateEarliest" = null, "dateLatest" = '2018-01-01'`],
    ['Event', `"dateVerbatim" = 'one two three four five six seven eight nine ten eleven twelve'`],
    ['Event', `kind = 'OTHER', label = 'march'`],
    ['Event', `"parentId" = null`],
    ['Event', `slug = 'a1-2'`],
    ['Measure', 'lower = 1, upper = 1'],
    ['Measure', 'lower = null, upper = 1'],
    ['Measure', 'lower = 1, upper = null'],
    ['Passage', `start = 0, "end" = 1`],
    ['Passage', `quote = null`],
    ['Place', `country = null`],
    ['Actor', `"reportedAge" = 0`],
    [
      'Actor',
      `kind = 'GROUP', "reportedAge" = null, "reportedAgeDateEdtf" = null, "reportedAgeDateEarliest" = null, "reportedAgeDateLatest" = null, "reportedAgeDatePrecision" = null, "reportedAgeDateQualified" = null, "reportedAgeDateVerbatim" = null, size = 1`,
    ],
    ['Citation', `fidelity = 'QUOTED', relation = 'SUPPORTS', note = null`],
  ])('%s: %s', async (table, change) => {
    expect(await refusedBy(table, change)).toBeUndefined();
  });
});
