import { expect, test } from '@jest/globals';
import { MAX_PREPARED, runPrepared } from '../../src/compiler/prepared.ts';
import { ReadingPool } from '../../src/db/readingPool.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('nothing');
const named = (text: string) => ({ name: text, text, values: [] });

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
