// What the database refuses, whoever writes to it: every CHECK and every unique key.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';
import { useDatabase } from '../support/database.ts';
import { few, fillTables, rowId } from '../support/rows.ts';
import { ofOneTable, violations } from './violations.ts';

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

/** The unique keys that schema.prisma has, StatementSpeaker's primary key aside. */
const uniqueKeys = datamodel.models.flatMap(({ name, fields, uniqueIndexes }) => [
  ...fields.filter(({ isUnique }) => isUnique).map((field) => `${name}_${field.name}_key`),
  ...uniqueIndexes.map((index) => `${name}_${index.fields.join('_')}_key`),
]);

const unknown = (name: string) => `${name}: add to test/db/violations.ts a change that it refuses`;

test('every CHECK refuses what it is there for', async () => {
  const names = await namesOf('c');
  // Those that follow from a rule are asked for by tableRules.test.ts; one less of the others no longer guards anything.
  expect(ofOneTable.filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => violations(name).length === 0).map(unknown)).toEqual([]);
  for (const name of names) {
    const table = name.split('_')[0] as string;
    for (const change of violations(name))
      expect([name, change, await refusedBy(table, change)]).toEqual([name, change, name]);
  }
});

describe('every unique key is refused a second time', () => {
  test('slugs, and numbers of passages', async () => {
    const keys = await namesOf('u');
    expect(keys).toEqual(uniqueKeys.toSorted());
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
