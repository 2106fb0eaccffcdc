import { expect, test } from '@jest/globals';
import { MAX_PREPARED, MAX_PREPARED_LENGTH, runPrepared } from '../../src/compiler/prepared.ts';
import { ReadingPool } from '../../src/db/readingPool.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('nothing');
const named = (text: string, isRepeated = true) => ({ name: text.slice(0, 40), text, isRepeated, values: [] });
const requester = { client: '', isAbandoned: false };

/** A pool of one connection, so that all statements meet on it. */
function openPool() {
  const pool = new ReadingPool({ connectionString: database.url, max: 1 });
  return {
    run: (statement: ReturnType<typeof named>) => pool.read((client) => runPrepared(client, statement, { requester })),
    async ask(sql: string): Promise<unknown> {
      return (await pool.query(sql)).rows[0];
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

test('shapes without end stay bounded on a connection, one that PostgreSQL refused among them', async () => {
  await using pool = openPool();
  await expect(pool.run(named('select no_such_column'))).rejects.toThrow('no_such_column');
  for (let shape = 0; shape < MAX_PREPARED + 5; shape++) {
    expect(await pool.run(named(`select ${shape} as shape`))).toEqual([String(shape)]);
  }
  const prepared = await pool.ask('select count(*)::int as prepared from pg_prepared_statements');
  expect(prepared).toEqual({ prepared: MAX_PREPARED });
  // One that had to go is prepared again.
  expect(await pool.run(named('select 0 as shape'))).toEqual(['0']);
});

test('long shapes without end stay bounded by their length, and the longest are not prepared', async () => {
  await using pool = openPool();
  const long = (shape: number, length: number) => named(`select ${shape} as shape -- `.padEnd(length, '-'));
  for (let shape = 0; shape < 50; shape++)
    expect(await pool.run(long(shape, MAX_PREPARED_LENGTH / 20))).toEqual([String(shape)]);
  for (let n = 0; n < 2; n++) expect(await pool.run(long(99, MAX_PREPARED_LENGTH / 7))).toEqual(['99']);
  expect(await pool.run(named('select 1 as shape'))).toEqual(['1']);
  const prepared = await pool.ask('select count(*)::int, sum(length(statement))::int from pg_prepared_statements');
  expect(prepared).toEqual({ count: 20, sum: expect.any(Number) });
  expect((prepared as { sum: number }).sum).toBeLessThanOrEqual(MAX_PREPARED_LENGTH);
  expect(await pool.run(long(0, MAX_PREPARED_LENGTH / 20))).toEqual(['0']);
});

test('what is asked once is not prepared', async () => {
  await using pool = openPool();
  for (let shape = 0; shape < 5; shape++) await pool.run(named(`select ${shape} as shape`, false));
  expect(await pool.ask('select count(*)::int as prepared from pg_prepared_statements')).toEqual({ prepared: 0 });
});
