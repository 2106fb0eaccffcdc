import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { createPool, createPrisma } from '../../src/db/connect.ts';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';
import { asReader } from '../support/databases.ts';

const database = useDatabase('tables');
let pool: pg.Pool;
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

test('Prisma tells of each statement, and prepares each once', async () => {
  const statements: string[] = [];
  const prisma = createPrisma(pool, ({ sql }) => statements.push(sql));
  await prisma.case.findMany();
  await prisma.case.findMany();
  expect(statements).toHaveLength(2);
  expect(statements[0]).toContain('"Case"');
  const prepared = await prisma.$queryRaw<{ statement: string }[]>`select statement from pg_prepared_statements`;
  expect(prepared.filter(({ statement }) => statement === statements[0]).length).toBeLessThanOrEqual(1);
  await prisma.$disconnect();
});

test('no client makes one connection prepare more than a thousand statements', async () => {
  const single = createPool(asReader(database.url), { size: 1, statementTimeout: 5000, onError: () => {} });
  const prisma = createPrisma(single);
  for (let n = 0; n < 1050; n += 1) await prisma.$queryRawUnsafe(`select ${n} as n`);
  const prepared = async () => (await single.query('select from pg_prepared_statements')).rowCount;
  expect(await prepared()).toBe(1000);
  // Those that came first stay prepared, those that came later are answered without.
  for (const n of [0, 1049]) expect(await prisma.$queryRawUnsafe(`select ${n} as n`)).toEqual([{ n }]);
  expect(await prepared()).toBe(1000);
  await prisma.$disconnect();
  await single.end();
});
