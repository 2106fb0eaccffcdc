import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { createPool } from '../../src/db/connect.ts';
import { createPrisma, MAX_NAMED_LENGTH } from '../../src/db/prisma.ts';
import type { ReadingPool } from '../../src/db/readingPool.ts';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';
import { asReader } from '../support/databases.ts';

const database = useDatabase('tables');
let pool: ReadingPool;
const broken: Error[] = [];
beforeAll(() => {
  pool = createPool(asReader(database.url), {
    size: 4,
    statementTimeout: 300,
    onError: (error) => broken.push(error),
  });
});
afterAll(() => pool.end());

describe("the API's connections", () => {
  test("are the reader's own, who may read only", async () => {
    const users = await Promise.all(Array.from({ length: 8 }, () => pool.query('select session_user, current_user')));
    const user = new URL(asReader(database.url)).searchParams.get('user');
    for (const { rows } of users) expect(rows).toEqual([{ session_user: user, current_user: user }]);
  });

  test('read every table of the model', async () => {
    const { rows } = await pool.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = current_schema() and tablename <> '_prisma_migrations'`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { name } of rows) await expect(pool.query(`select count(*) from ${name}`)).resolves.toBeDefined();
  });

  test.each([
    ['write', `insert into "Case" default values`, 'cannot execute INSERT in a read-only transaction'],
    ['write in a transaction of their own', `begin read write; delete from "Case"`, 'permission denied'],
    ['create anything', 'begin read write; create table x ()', 'permission denied'],
    ['run for long', 'select pg_sleep(60)', 'canceling statement due to statement timeout'],
  ])('cannot %s', async (_what, statement, message) => {
    await expect(pool.query(statement)).rejects.toThrow(message);
    await pool.query('rollback').catch(() => {});
  });

  test('are replaced when they break', async () => {
    await pool.query('select 1');
    await withClient(database.url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      ),
    );
    while (broken.length === 0 || pool.totalCount > 0) await setImmediate();
    const { rows } = await pool.query('show default_transaction_read_only');
    expect(rows).toEqual([{ default_transaction_read_only: 'on' }]);
  });
});

test('Prisma tells of each statement, and prepares once what it asks again', async () => {
  const single = createPool(asReader(database.url), { size: 1, statementTimeout: 5000, onError: () => {} });
  const statements: string[] = [];
  const prisma = createPrisma(single, ({ sql }) => statements.push(sql));
  const prepared = async () =>
    (await single.query('select statement from pg_prepared_statements')).rows.map(({ statement }) => statement);
  await prisma.case.findMany();
  expect(statements).toEqual([expect.stringContaining('"Case"')]);
  expect(await prepared()).toEqual([]);
  for (let n = 0; n < 3; n += 1) await prisma.case.findMany();
  expect(statements).toHaveLength(4);
  expect(await prepared()).toEqual([statements[0]]);
  await prisma.$disconnect();
  await single.end();
});

test('no client makes one connection prepare statements without end', async () => {
  const single = createPool(asReader(database.url), { size: 1, statementTimeout: 5000, onError: () => {} });
  const prisma = createPrisma(single);
  const long = (n: number) => `select ${n} as n -- `.padEnd(1000, '-');
  const prepared = async () =>
    (await single.query('select coalesce(sum(length(statement)), 0)::int as length from pg_prepared_statements'))
      .rows[0]?.['length'];
  for (let n = 0; n < 100; n += 1) for (let use = 0; use < 2; use += 1) await prisma.$queryRawUnsafe(long(n));
  expect(await prepared()).toBeGreaterThan(MAX_NAMED_LENGTH - 1000);
  expect(await prepared()).toBeLessThanOrEqual(MAX_NAMED_LENGTH);
  // Those that came first stay prepared, those that came later are answered without.
  for (const n of [0, 99]) expect(await prisma.$queryRawUnsafe(long(n))).toEqual([{ n }]);
  await prisma.$disconnect();
  await single.end();
});
