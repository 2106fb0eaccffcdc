/** The user that the API has of its own where READER_DATABASE_URL names none. */
import { expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { checkReaderUrl } from '../../src/db/reader.ts';
import { createReaderLogin } from '../../src/db/readerLogin.ts';
import { failure, toldSql, useRoleServer } from './roleServer.ts';

const { sql, urlAs, createDatabaseOf } = useRoleServer();

const userOf = (url: string) => withClient(url, async (client) => (await client.query('select session_user')).rows[0]);

test('an owner who may create roles makes it, and several servers have the same', async () => {
  const urls = await Promise.all(
    Array.from({ length: 8 }, (_, n) => createReaderLogin(urlAs(n % 2 ? 'one' : 'two', 'owner'))),
  );
  for (const url of urls) await checkReaderUrl(url);
  const [{ name } = {}] = await sql(`select 'casebook_api_' || oid as name from pg_roles where rolname = 'owner'`);
  for (const url of urls) expect(await userOf(url)).toEqual({ session_user: name });
  expect(await createReaderLogin(urlAs('one', 'owner'))).toBe(urls[1]);
});

test('PostgreSQL is told what to store of its password, not the password', async () => {
  const password = new URL(await createReaderLogin(urlAs('one', 'owner'))).searchParams.get('password') ?? '';
  expect(password).toMatch(/^[\w-]{43}$/);
  expect(password).not.toBe('p');
  const stored = await sql(`select rolpassword from pg_authid where rolname like 'casebook\\_api\\_%'`);
  expect(stored).toEqual([{ rolpassword: expect.stringMatching(/^SCRAM-SHA-256\$4096:/) }]);
});

test('it follows the password of the owner', async () => {
  const before = await createReaderLogin(urlAs('one', 'owner'));
  await sql(`alter role owner password 'another'`);
  // Several servers are started anew at once.
  const urls = Array.from({ length: 8 }, (_, n) => urlAs(n % 2 ? 'one' : 'two', 'owner', 'another'));
  for (const after of await Promise.all(urls.map(createReaderLogin))) await checkReaderUrl(after);
  await expect(userOf(before)).rejects.toEqual(failure('password authentication failed'));
  await sql(`alter role owner password 'p'`);
  expect(await createReaderLogin(urlAs('one', 'owner'))).toBe(before);
  await checkReaderUrl(before);
});

test('an owner who may not create roles any more goes on with it', async () => {
  const before = await createReaderLogin(urlAs('one', 'owner'));
  await sql('alter role owner nocreaterole');
  expect(await createReaderLogin(urlAs('one', 'owner'))).toBe(before);
  await sql('alter role owner createrole');
});

test('an owner who may not make it is told the SQL to run, which is enough', async () => {
  await sql(`create role plain login password 'p' in role casebook_reader`);
  await createDatabaseOf('plain', 'modest');
  await expect(createReaderLogin(urlAs('modest', 'plain'))).rejects.toEqual(
    failure('the user of DATABASE_URL may not make a user for the API (permission denied to create role): set READER'),
  );
  await expect(createReaderLogin(urlAs('modest', 'plain'))).rejects.toEqual(failure(toldSql));
  // It may create roles, but the reader role is not its own to give.
  await sql('alter role plain createrole');
  await expect(createReaderLogin(urlAs('modest', 'plain'))).rejects.toEqual(failure(toldSql));
  await sql(toldSql.replace(/.*run: /, '').replace('…', 'q'));
  await checkReaderUrl(urlAs('modest', 'casebook_api', 'q'));
});

test('it finds the tables in the schema where the owner has them', async () => {
  await sql(`create role apart login createrole password 'p'`, 'grant casebook_reader to apart with admin option');
  await sql('create database "A part" owner apart');
  const url = urlAs('A part', 'apart');
  await withClient(url, (client) =>
    client.query(
      `create schema apart; create table record (id int); grant usage on schema apart to casebook_reader; grant select on record to casebook_reader`,
    ),
  );
  const reader = await createReaderLogin(url);
  await checkReaderUrl(reader);
  const { rows } = await withClient(reader, (client) => client.query('select count(*)::int from record'));
  expect(rows).toEqual([{ count: 0 }]);
});

test.each([
  ['user and password as parameters', 'one?user=owner&password=p&sslmode=disable'],
  ['a password beside the user that counts', 'one?user=owner&password=p&application_name=a+b'],
])('a URL with %s', async (_what, rest) => {
  const { host } = new URL(urlAs('one', 'owner'));
  const reader = await createReaderLogin(`postgresql://${rest.includes('+') ? 'postgres:x@' : ''}${host}/${rest}`);
  expect(await userOf(reader)).toEqual({ session_user: expect.stringMatching(/^casebook_api_/) });
  await checkReaderUrl(reader);
});

test('a URL without a database', async () => {
  await createDatabaseOf('owner', 'owner');
  const { host } = new URL(urlAs('one', 'owner'));
  const reader = await createReaderLogin(`postgresql://owner:p@${host}`);
  const { rows } = await withClient(reader, (client) => client.query('select current_database() as name'));
  expect(rows).toEqual([{ name: 'owner' }]);
});
