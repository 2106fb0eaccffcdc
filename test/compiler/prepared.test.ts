import { expect, test } from '@jest/globals';
import { MAX_PREPARED, MAX_PREPARED_LENGTH, runPrepared } from '../../src/compiler/prepared.ts';
import { ReadingPool } from '../../src/db/readingPool.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('nothing');
const named = (text: string) => ({ name: text.slice(0, 40), text, values: [] });

test('shapes without end stay bounded on a connection, one that PostgreSQL refused among them', async () => {
  // One connection, so that all statements meet on it.
  const pool = new ReadingPool({ connectionString: database.url, max: 1 });
  try {
    await expect(runPrepared(pool, named('select no_such_column'))).rejects.toThrow('no_such_column');
    for (let shape = 0; shape < MAX_PREPARED + 5; shape++) {
      expect(await runPrepared(pool, named(`select ${shape} as shape`))).toEqual([String(shape)]);
    }
    const { rows } = await pool.query('select count(*)::int as prepared from pg_prepared_statements');
    expect(rows).toEqual([{ prepared: MAX_PREPARED }]);
    // One that had to go is prepared again.
    expect(await runPrepared(pool, named('select 0 as shape'))).toEqual(['0']);
  } finally {
    await pool.end();
  }
});

test('long shapes without end stay bounded by their length, and the longest are not prepared', async () => {
  const pool = new ReadingPool({ connectionString: database.url, max: 1 });
  const long = (shape: number, length: number) => named(`select ${shape} as shape -- `.padEnd(length, '-'));
  try {
    for (let shape = 0; shape < 50; shape++)
      expect(await runPrepared(pool, long(shape, MAX_PREPARED_LENGTH / 20))).toEqual([String(shape)]);
    for (let n = 0; n < 2; n++) expect(await runPrepared(pool, long(99, MAX_PREPARED_LENGTH / 10))).toEqual(['99']);
    expect(await runPrepared(pool, named('select 1 as shape'))).toEqual(['1']);
    const { rows } = await pool.query('select count(*)::int, sum(length(statement))::int from pg_prepared_statements');
    expect(rows).toEqual([{ count: 20, sum: expect.any(Number) }]);
    expect((rows[0] as { sum: number }).sum).toBeLessThanOrEqual(MAX_PREPARED_LENGTH);
    expect(await runPrepared(pool, long(0, MAX_PREPARED_LENGTH / 20))).toEqual(['0']);
  } finally {
    await pool.end();
  }
});
