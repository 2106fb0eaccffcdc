// Join tables carry what their lists are ordered by, and always what the record says.
import { setTimeout } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { withClient } from '../../src/db/client.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';
import { caseFolder, silent } from '../cases/caseFolders.ts';
import { query } from '../cases/rows.ts';
import { useDatabase } from '../support/database.ts';
import { few, fillTables } from '../support/rows.ts';
import { joinOrder } from './joinOrder.ts';

const migrated = useDatabase('tables');

/** The tables in which some row does not say what its record says, and how many rows they have. */
async function compareCopies(url: string) {
  const wrong: string[] = [];
  let rows = 0;
  for (const { table, model, columns } of joinOrder) {
    const differs = columns.map((column) => `j."${column}" is distinct from r."${column}"`).join(' or ');
    const sql = `select count(*)::int as rows, (count(*) filter (where ${differs}))::int as wrong from "${table}" j join "${model}" r on r.id = j."B"`;
    const [found] = await query<{ rows: number; wrong: number }>(url, sql);
    rows += found?.rows ?? 0;
    if (found?.wrong) wrong.push(table);
  }
  return { wrong, rows };
}

describe('whoever writes', () => {
  const database = useDatabase('tables');
  beforeAll(() => fillTables(database.url, few));

  test('rows come with the order of their records', async () => {
    const { wrong, rows } = await compareCopies(database.url);
    expect(wrong).toEqual([]);
    expect(rows).toBeGreaterThan(40);
  });

  test.each([
    [
      'Statement',
      `"dateEarliest" = null, "dateLatest" = null, "dateEdtf" = null, "datePrecision" = null, "dateQualified" = null, "dateVerbatim" = null`,
    ],
    ['LegalAction', `"dateEarliest" = "dateEarliest" - 100`],
    ['Claim', `slug = slug || '-renamed'`],
  ])('a %s that changes takes its rows along', async (model, change) => {
    const moved = await query(database.url, `update "${model}" set ${change} returning id`);
    expect(moved.length).toBeGreaterThan(0);
    expect((await compareCopies(database.url)).wrong).toEqual([]);
  });

  test.each(joinOrder)('a row of $table that is moved to another record', async ({ table, model }) => {
    const moved = `update "${table}" j set "B" = r.id from "${model}" r
      where r.id = (select max(id::text)::uuid from "${model}") and j."B" = (select min("B"::text)::uuid from "${table}")
        and not exists (select from "${table}" k where k."A" = j."A" and k."B" = r.id) returning j."B"`;
    expect((await query(database.url, moved)).length).toBeGreaterThan(0);
    expect((await compareCopies(database.url)).wrong).toEqual([]);
  });
});

describe('sessions', () => {
  const database = useDatabase('tables');
  beforeAll(() => fillTables(database.url, few));

  const dated = joinOrder.filter(({ columns }) => columns.includes('dateSortAsc'));
  test.each(dated)('a $model that another one changes while a row of $table comes', async ({ table, model }) => {
    await withClient(database.url, async (client) => {
      await client.query('begin');
      const { rows } = await client.query<{ A: string; B: string }>(
        `delete from "${table}" where ctid = (select min(ctid) from "${table}") returning "A", "B"`,
      );
      const row = rows[0] as { A: string; B: string };
      await client.query(`insert into "${table}" ("A", "B") values ($1, $2)`, [row.A, row.B]);
      const change = `update "${model}" set "dateEarliest" = "dateEarliest" - 100 where id = $1 returning id`;
      const other = query(database.url, change, [row.B]);
      // Until it waits, or was not made to.
      await Promise.race([other, untilLocked(database.url)]);
      await client.query('commit');
      expect(await other).toHaveLength(1);
    });
    expect((await compareCopies(database.url)).wrong).toEqual([]);
  });

  test('one with a table of its own of the same name', async () => {
    await withClient(database.url, async (client) => {
      await client.query('create temporary table "Statement" as select * from public."Statement" with no data');
      await client.query('update "_StatementSpeakers" set "B" = "B"');
      await client.query('update public."Statement" set "dateEarliest" = "dateEarliest" - 10');
    });
    expect((await compareCopies(database.url)).wrong).toEqual([]);
  });
});

test('the functions that copy use indexes, though their plans may be from when the tables were empty', async () => {
  const sql = `select distinct coalesce('enable_seqscan=off' = any(proconfig), false) as off
    from pg_trigger join pg_proc p on p.oid = tgfoid where not tgisinternal`;
  expect(await query(migrated.url, sql)).toEqual([{ off: true }]);
});

/** Resolves when a session of the database waits for another. */
async function untilLocked(url: string): Promise<void> {
  const sql = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await query(url, sql)).length === 0) await setTimeout(10);
}

test('every table that leads to what lists are ordered by has its copies', () => {
  const ordered = new Set(joinOrder.map(({ model }) => model));
  const isList = (name: string, type: string, relation: string | undefined) =>
    datamodel.models
      .find((model) => model.name === name)
      ?.fields.some((f) => f.relationName === relation && f.type === type && f.isList);
  const tables = datamodel.models.flatMap(({ name, fields }) =>
    fields
      .filter((f) => f.isList && name < f.type && ordered.has(f.type) && isList(f.type, name, f.relationName))
      .map((f) => `_${f.relationName}`),
  );
  expect(tables.sort()).toEqual(joinOrder.map(({ table }) => table).sort());
});

describe('the loader', () => {
  const database = useDatabase('tables');
  const fire = caseFolder('harbour-fire');
  beforeEach(() => loadCases(database.url, { folders: [fire.folder], progress: silent }));

  test('that gives a statement another date', async () => {
    const dates = () => query(database.url, 'select "dateSortAsc" from "_StatementSpeakers" order by 1');
    const before = await dates();
    fire.change("date: '2018-07-02'\n    speakers", "date: '2019-11-30'\n    speakers");
    await loadCases(database.url, { folders: [fire.folder], progress: silent });
    expect(await dates()).not.toEqual(before);
    expect((await compareCopies(database.url)).wrong).toEqual([]);
  });
});
