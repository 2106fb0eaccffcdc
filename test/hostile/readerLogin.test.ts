/** Whoever gets the API's connection to run SQL of their own can read the cases, and nothing else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { type EmbeddedServer } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { createPool } from '../../src/db/connect.ts';
import { checkReaderUrl } from '../../src/db/reader.ts';
import { createReaderLogin } from '../../src/db/readerLogin.ts';
import { urlOf } from '../support/databases.ts';
import { noProgress, startThrowAwayServer } from '../support/postgres.ts';
import { useFigures } from './figures.ts';

const tried = useFigures(import.meta.url, 'Supply chain');

// The login is of the whole server.
let server: EmbeddedServer;
let url: string;
/** The URLs of two owners, and of the user that each has made for the API. */
const owners = new Map<string, { own: string; reader: string }>();
beforeAll(async () => {
  server = await startThrowAwayServer(noProgress);
  await withClient(server.url, async (client) => {
    await client.query(`create role owner login createrole password 'p'`);
    await client.query('create database owned owner owner');
  });
  const ownedUrl = Object.assign(new URL(urlOf(server.url, 'owned')), { username: 'owner', password: 'p' }).href;
  for (const [name, own] of [
    // Who makes the reader role may let others become it.
    ['owner', ownedUrl],
    ['postgres', server.url],
  ] as const) {
    await migrate(own, { progress: noProgress });
    owners.set(name, { own, reader: await createReaderLogin(own) });
  }
  url = owners.get('postgres')?.reader ?? '';
});
afterAll(async () => server[Symbol.asyncDispose]());

/** What the API's session starts with can be undone by whoever runs SQL there. */
const undone = 'set session characteristics as transaction read write; reset role; set statement_timeout = 0';

const attempts = [
  'delete from "Case"',
  `update "Revision" set id = gen_random_uuid()`,
  'truncate "Passage" cascade',
  'drop table "Case" cascade',
  'create table public.mine (a int)',
  'create schema mine',
  `create function public.mine() returns int language sql as 'select 1'`,
  'set role postgres',
  'set session authorization postgres',
  'alter role current_user superuser',
  'create role mine',
  'grant postgres to current_user',
  'create extension pg_stat_statements',
  `alter system set archive_command = 'true'`,
  `select pg_read_file('postgresql.conf')`,
  `select pg_ls_dir('.')`,
  `select lo_import('/etc/hostname')`,
  `copy "Case" to '/tmp/casebook-mine'`,
  `copy (select 1) to program 'true'`,
  'select rolpassword from pg_authid',
  'select * from _prisma_migrations',
  `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres' and pid <> pg_backend_pid()`,
  'select pg_reload_conf()',
  `create database mine`,
];

test('the API can read with it', () => checkReaderUrl(url));

test.each(attempts)('%s', async (sql) => {
  await withClient(url, async (client) => {
    await client.query(undone);
    // Insufficient privilege.
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});

/** What could make a session somebody else's; "owner" is the user of DATABASE_URL. */
const becoming = [
  'reset role',
  'set role none',
  'set role owner',
  `select set_config('role', 'owner', false)`,
  'set session authorization owner',
  'set session_authorization = owner',
  'reset session authorization',
  'set session authorization default',
  'set role pg_database_owner',
  'set role pg_write_all_data',
  'set role casebook_reader',
  'reset all',
  'discard all',
];
const writes = [`insert into "Case" default values`, 'delete from "Case"', 'create table public.mine (a int)'];

test.each(['owner', 'postgres'])(
  'the connections of the API, where DATABASE_URL is of %s, cannot become another user',
  async (owner) => {
    const pool = createPool(owners.get(owner)?.reader ?? '', { size: 1, statementTimeout: 5000, onError: () => {} });
    for (const attempt of becoming) {
      const become = attempt.replace(/\bowner\b/, owner);
      await pool.query(become).catch((error: unknown) => expect(error).toMatchObject({ severity: 'ERROR' }));
      await pool.query('set session characteristics as transaction read write');
      const { rows } = await pool.query('select current_user, session_user');
      expect([become, rows]).not.toEqual([become, [expect.objectContaining({ current_user: owner })]]);
      expect(rows).toEqual([expect.objectContaining({ session_user: expect.stringMatching(/^casebook_api_\d+$/) })]);
      for (const write of writes)
        await expect(pool.query(write).then(() => `${become}; ${write}`)).rejects.toMatchObject({ code: '42501' });
    }
    await pool.end();
  },
);

test('on a connection of the owner that has become the reader, one statement would undo that', async () => {
  await withClient(owners.get('owner')?.own ?? '', async (client) => {
    await client.query('set role casebook_reader');
    await expect(client.query('delete from "Case"')).rejects.toMatchObject({ code: '42501' });
    await client.query('reset role');
    await client.query('delete from "Case"');
  });
  tried(
    "SQL on the API's own connection that would change, read or run what is not its own",
    attempts.length,
    'refused by PostgreSQL: the user can only read the cases',
  );
  tried(
    "RESET ROLE, SET ROLE, SET SESSION AUTHORIZATION and the like on the API's own connection, each with a write after it",
    2 * becoming.length * writes.length,
    'refused by PostgreSQL: the session is of a user who can become nobody who writes',
  );
});
