import { beforeAll, describe, expect, test } from '@jest/globals';
import { syntheticCase } from '../../seed/corpus/case.ts';
import { loadCorpus } from '../../seed/corpus/load.ts';
import { loadCases, loadProjectCases } from '../../src/cases/storing/load.ts';
import { useDatabase } from '../support/database.ts';
import { silent } from './caseFolders.ts';
import { allRows, query } from './rows.ts';

const corpus = { events: 50, seed: 7, progress: silent };

describe('a synthetic corpus', () => {
  const database = useDatabase('tables');
  beforeAll(async () => {
    await loadCorpus(database.url, corpus);
  });
  const count = async (sql: string) =>
    Number((await query<{ n: string }>(database.url, `select count(*) as n ${sql}`))[0]?.n);

  test('has five statements to each event, in cases of ordinary size', async () => {
    expect(await count('from "Case"')).toBe(3);
    expect(await count('from "Event"')).toBe(50);
    expect(await count('from "Statement"')).toBe(250);
  });

  test('is the same when it is loaded again, and no row is written', async () => {
    const before = await allRows(database.url);
    expect(await loadCorpus(database.url, corpus)).toBe(0);
    expect(await allRows(database.url)).toEqual(before);
  });

  test('cites about two passages for each record, some of them against it', async () => {
    const records = await count('from (select id from "Event" union all select id from "Position") r');
    const cited = await count('from "Citation" where "eventId" is not null or "positionId" is not null');
    expect(cited).toBeGreaterThan(1.5 * records);
    expect(await count(`from "Citation" where relation = 'CONTRADICTS'`)).toBeGreaterThan(0);
  });

  test('has a few actors that stand everywhere and many that hardly do', async () => {
    const parts = await query<{ n: number }>(
      database.url,
      'select count(p.id)::int as n from "Actor" a left join "Participation" p on p."actorId" = a.id group by a.id order by n desc',
    );
    const numbers = parts.map(({ n }) => n);
    const median = numbers[numbers.length >> 1] ?? 0;
    expect(numbers[0]).toBeGreaterThan(10 * Math.max(1, median));
  });

  test('has dates of every precision, open ones and none', async () => {
    const known = await query<{ p: string | null }>(
      database.url,
      `select distinct p from (select "datePrecision"::text as p from "Event" union select "datePrecision"::text from "Statement") d`,
    );
    const precisions = known.map(({ p }) => p);
    for (const precision of ['DAY', 'MONTH', 'SEASON', 'YEAR', 'DECADE', 'INTERVAL', 'ONE_OF', null])
      expect(precisions).toContain(precision);
  });

  test('disputes claims: one is affirmed and denied', async () => {
    const disputed =
      'from "Claim" c where exists (select from "Position" p where p."claimId" = c.id and p.stance = $$AFFIRMS$$) and exists (select from "Position" p where p."claimId" = c.id and p.stance = $$DENIES$$)';
    expect(await count(disputed)).toBeGreaterThan(5);
  });
});

describe('many cases without a folder', () => {
  const database = useDatabase('tables');

  test('are one line when the cases of the project are loaded', async () => {
    const cases = Array.from({ length: 6 }, (_, number) => syntheticCase(7, number, 1));
    await loadCases(database.url, { cases, casesPerTransaction: 6, progress: silent });
    const { warnings } = await loadProjectCases(database.url, { progress: silent });
    expect(warnings.filter((line) => line.includes('no folder'))).toEqual([
      expect.stringMatching(/^6 cases, 'synthetic-case-\d' among them, are in the database/),
    ]);
  });
});

test('the same seed makes the same case, another seed another', () => {
  expect(syntheticCase(1, 3, 20).revision).toBe(syntheticCase(1, 3, 20).revision);
  expect(syntheticCase(2, 3, 20).revision).not.toBe(syntheticCase(1, 3, 20).revision);
});
