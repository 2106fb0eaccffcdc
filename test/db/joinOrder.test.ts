// Join tables carry what their lists are ordered by, and always what the record says.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadCases } from '../../seed/load.ts';
import { caseFolder, silent } from '../seed/caseFolders.ts';
import { query } from '../seed/rows.ts';
import { useDatabase } from '../support/database.ts';
import { few, fillTables } from '../support/rows.ts';
import { joinOrder } from './joinOrder.ts';

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
