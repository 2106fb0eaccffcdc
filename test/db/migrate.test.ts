import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectFolder } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { sha256 } from '../../src/domain/text.ts';
import { useDatabase } from '../support/database.ts';
import { noProgress } from '../support/postgres.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebook-migrations-'));
  await write('1_first', 'create table first (id int primary key);');
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, sql: string) {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

const database = useDatabase('nothing');
const run = (patience?: number) => migrate(database.url, { folder, progress: noProgress, patience });
const sql = async (text: string) => (await withClient(database.url, (client) => client.query(text))).rows;
const failure = (message: RegExp) =>
  expect.objectContaining({ name: 'Failure', message: expect.stringMatching(message) });

describe('migrations', () => {
  test('are applied once, in order, by whoever comes first', async () => {
    await write('2_second', 'create table second (id int references first);');
    const applied = await Promise.all([run(), run(), run()]);
    // One may apply the first, and another one the second.
    expect(applied.flat().sort()).toEqual(['1_first', '2_second']);
    expect(await run()).toEqual([]);
  });

  test('are recorded as prisma migrate deploy records them', async () => {
    const rows =
      await sql(`select migration_name, checksum, finished_at is not null as finished, applied_steps_count as steps,
      rolled_back_at, logs from _prisma_migrations order by migration_name`);
    expect(rows[0]).toEqual({
      migration_name: '1_first',
      // sha256sum of the file
      checksum: '20cab921ba3cc31e10dc5fcbc71443c3e86b0727f084e6f276d5d17c1bd0dae6',
      finished: true,
      steps: 1,
      rolled_back_at: null,
      logs: null,
    });
  });

  test('have one checksum, whatever their line ends are', async () => {
    const lines = ['create table lines (', '  id int', ');', ''];
    await write('2_third', lines.join('\r\n'));
    expect(await run()).toEqual(['2_third']);
    for (const end of ['\n', '\r\n']) {
      await write('2_third', lines.join(end));
      expect(await run()).toEqual([]);
    }
    // As an older version recorded the file of a zip that was edited on Windows.
    await sql(
      `update _prisma_migrations set checksum = '${sha256(lines.join('\r\n'))}' where migration_name = '2_third'`,
    );
    await write('2_third', lines.join('\n'));
    expect(await run()).toEqual([]);
    await write('2_third', lines.join('\n\n'));
    await expect(run()).rejects.toEqual(failure(/2_third.* was changed after it was applied/));
    await write('2_third', lines.join('\n'));
  });

  test('one that fails leaves nothing behind', async () => {
    await write('3_wrong', 'create table third (id int); select nonsense;');
    await expect(run()).rejects.toEqual(failure(/^migration 3_wrong failed \(column "nonsense" does not exist\)/));
    expect(await sql(`select to_regclass('third') as third`)).toEqual([{ third: null }]);
    await rm(join(folder, '3_wrong'), { recursive: true });
  });

  test('one that meets another session in a deadlock is tried again', async () => {
    const lock = (table: string) => `lock table ${table} in access exclusive mode;`;
    await write('3_locks', `${lock('first')} ${lock('second')}`);
    await withClient(database.url, async (client) => {
      await client.query(`set deadlock_timeout = '60s'; begin; ${lock('second')}`);
      const applied = run();
      const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await sql(waits)).length === 0) await setTimeout(10);
      await client.query(lock('first'));
      await client.query('commit');
      expect(await applied).toEqual(['3_locks']);
    });
    await sql(`delete from _prisma_migrations where migration_name = '3_locks'`);
    await rm(join(folder, '3_locks'), { recursive: true });
  });

  test('one that was edited after it was applied is refused', async () => {
    await write('2_second', 'create table other (id int);');
    await expect(run()).rejects.toEqual(failure(/2_second\/migration.sql was changed after it was applied/));
    await write('2_second', 'create table second (id int references first);');
  });

  test('one that the files do not have is refused', async () => {
    await sql(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '9_newer', now())`,
    );
    await expect(run()).rejects.toEqual(failure(/has migration 9_newer, which this version does not know/));
    await sql(`delete from _prisma_migrations where id = 'x'`);
  });

  test('one that Prisma left unfinished is refused', async () => {
    await sql(`update _prisma_migrations set finished_at = null where migration_name = '2_second'`);
    await expect(run()).rejects.toEqual(failure(/2_second was left unfinished/));
    await sql(`update _prisma_migrations set finished_at = now() where migration_name = '2_second'`);
  });

  test('one that was rolled back with Prisma is applied anew, one of another version then is no hindrance', async () => {
    await sql(`update _prisma_migrations set rolled_back_at = now() where migration_name = '2_second'`);
    await sql(
      `insert into _prisma_migrations (id, checksum, migration_name, rolled_back_at) values ('y', 'y', '9_newer', now())`,
    );
    await sql('drop table second');
    expect(await run()).toEqual(['2_second']);
    expect(await run()).toEqual([]);
  });

  test('wait for another process for a bounded time, then name it', async () => {
    await withClient(database.url, async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        'select pg_backend_pid() as pid, pg_advisory_lock(72707369)',
      );
      await expect(run(500)).rejects.toEqual(
        failure(new RegExp(`PostgreSQL backend ${rows[0]?.pid}\\) has been migrating`)),
      );
    });
    expect(await run()).toEqual([]);
  });
});

describe('a database that cannot be reached', () => {
  test.each([
    ['a closed port', (url: URL) => (url.port = '1'), /^cannot connect to PostgreSQL at .*:1 \(.*ECONNREFUSED/],
    [
      'no such database',
      (url: URL) => (url.pathname = '/nowhere'),
      /has no database nowhere: create it \(createdb nowhere\)/,
    ],
    [
      'a wrong password',
      (url: URL) => (url.password = 'wrong'),
      /does not let .* in \(.*\): correct user and password/,
    ],
  ])('%s is one line without the password', async (_name, change, message) => {
    const url = new URL(database.url);
    change(url);
    await expect(migrate(url.href, { folder, progress: noProgress })).rejects.toEqual(failure(message));
  });
});

describe('on a database with data', () => {
  const filled = useDatabase('tables');

  test('a migration gives the database another revision: what servers keep of it is of the old one', async () => {
    const own = await mkdtemp(join(tmpdir(), 'casebook-migrations-'));
    await cp(join(projectFolder, 'prisma', 'migrations'), own, { recursive: true });
    await mkdir(join(own, '99999999999999_function'));
    await writeFile(
      join(own, '99999999999999_function', 'migration.sql'),
      'create function one() returns int return 1;',
    );
    const state = `select id from "Revision"`;
    const ask = async () => (await withClient(filled.url, (client) => client.query(state))).rows;
    const before = await ask();
    expect(await migrate(filled.url, { folder: own, progress: noProgress })).toEqual(['99999999999999_function']);
    const after = await ask();
    expect(after).not.toEqual(before);
    expect(await migrate(filled.url, { folder: own, progress: noProgress })).toEqual([]);
    expect(await ask()).toEqual(after);
    await rm(own, { recursive: true });
  });
});
