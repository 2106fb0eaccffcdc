/** Whoever gets the API's connection to run SQL of their own can read the cases, and nothing else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { createReaderLogin } from '../../src/db/embedded/login.ts';
import { type EmbeddedServer } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { checkReaderUrl } from '../../src/db/reader.ts';
import { noProgress, startThrowAwayServer } from '../support/server.ts';
import { useFigures } from './figures.ts';

const tried = useFigures(import.meta.url, 'Supply chain');

// The login is of the whole server.
let server: EmbeddedServer;
let url: string;
beforeAll(async () => {
  server = await startThrowAwayServer(noProgress);
  await migrate(server.url, { progress: noProgress });
  url = await createReaderLogin(server.url);
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
  'alter role casebook_api superuser',
  'create role mine',
  'grant postgres to casebook_api',
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

test('each start has a password of its own', async () => {
  const next = await createReaderLogin(server.url);
  await withClient(next, (client) => client.query('select'));
  await expect(withClient(url, (client) => client.query('select'))).rejects.toThrow('does not let casebook_api in');
  tried(
    "SQL on the API's own connection that would change, read or run what is not its own",
    attempts.length,
    'refused by PostgreSQL: the user can only read the cases',
  );
});
