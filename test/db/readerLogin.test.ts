/** The user that the API has of its own where READER_DATABASE_URL names none. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../src/db/client.ts';
import { type EmbeddedServer } from '../../src/db/embedded/server.ts';
import { checkReaderUrl } from '../../src/db/reader.ts';
import { createReaderLogin } from '../../src/db/readerLogin.ts';
import { urlOf } from '../support/databases.ts';
import { noProgress, startThrowAwayServer } from '../support/server.ts';

// Roles, and who is let in, belong to a whole server.
let server: EmbeddedServer;
let admission: string;
beforeAll(async () => {
  server = await startThrowAwayServer(noProgress);
  await sql('create role casebook_reader', `create role owner login createrole password 'p'`);
  await sql('grant casebook_reader to owner with admin option');
  for (const name of ['one', 'two']) await createDatabaseOf('owner', name);
  admission = (await sql(`select pg_read_file(current_setting('hba_file')) as text`))[0]?.['text'] as string;
});
afterEach(() => admit(admission));
afterAll(async () => server[Symbol.asyncDispose]());

async function sql(...statements: string[]): Promise<Record<string, unknown>[]> {
  return withClient(server.url, async (client) => {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
    return rows;
  });
}

/** The URL of a database, as `user` connects to it. */
const urlAs = (database: string, username: string, password = 'p') =>
  Object.assign(new URL(urlOf(server.url, database)), { username, password }).href;

/** A database with a table that the reader role may read. */
async function createDatabaseOf(owner: string, name: string): Promise<void> {
  await sql(`create database ${name} owner ${owner}`);
  await withClient(urlOf(server.url, name), (client) =>
    client.query(
      `create table record (id int); grant usage on schema public to casebook_reader; grant select on record to casebook_reader`,
    ),
  );
}

const loadedAt = async () => (await sql('select pg_conf_load_time()::text as at'))[0]?.['at'];

/** Puts `rules` into pg_hba.conf, and waits until they hold. */
async function admit(rules: string): Promise<void> {
  const before = await loadedAt();
  const lines = rules.split('\n').filter((line) => /^[a-z]/.test(line));
  const [copy] = await sql(
    `select format('copy (select unnest(%L::text[])) to %L', '{${lines.map((line) => `"${line}"`).join()}}', current_setting('hba_file')) as text`,
  );
  await sql(copy?.['text'] as string, 'select pg_reload_conf()');
  while ((await loadedAt()) === before) await sleep(10);
}

const failure = (message: string) =>
  expect.objectContaining({ name: 'Failure', message: expect.stringContaining(message) });
const userOf = (url: string) => withClient(url, async (client) => (await client.query('select session_user')).rows[0]);
const toldSql = `ask an administrator of the server to run: CREATE ROLE casebook_api LOGIN PASSWORD '…' IN ROLE casebook_reader;`;

test('an owner who may create roles makes it, and several servers have the same', async () => {
  const urls = await Promise.all(
    Array.from({ length: 8 }, (_, n) => createReaderLogin(urlAs(n % 2 ? 'one' : 'two', 'owner'))),
  );
  for (const url of urls) await checkReaderUrl(url);
  expect(new Set(await Promise.all(urls.map(userOf))).size).toBe(urls.length);
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

test('where PostgreSQL does not let it in, what to do is told, without a password', async () => {
  await admit(`host all /^casebook_api_ all reject\n${admission}`);
  const refused = (await createReaderLogin(urlAs('one', 'owner')).catch((error: unknown) => error)) as Error;
  expect(refused).toEqual(failure(`set READER_DATABASE_URL to another one; ${toldSql}`));
  expect(refused.message).toMatch(/^PostgreSQL does not let casebook_api_\d+ in, .*pg_hba\.conf rejects connection/);
  expect(refused.message).not.toContain('\n');
  expect(refused.message).not.toMatch(/SCRAM|password/);
});

test('an owner without a password gets one without, who needs the same admission', async () => {
  await sql('create role trusted login createrole', 'grant casebook_reader to trusted with admin option');
  await createDatabaseOf('trusted', 'trusting');
  const url = urlAs('trusting', 'trusted', '');
  await admit(`host all trusted all trust\n${admission}`);
  await expect(createReaderLogin(url)).rejects.toEqual(failure('set READER_DATABASE_URL'));
  await admit(`host trusting all all trust\n${admission}`);
  const reader = await createReaderLogin(url);
  await checkReaderUrl(reader);
  expect(await createReaderLogin(url)).toBe(reader);
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
  const { host } = new URL(server.url);
  const reader = await createReaderLogin(`postgresql://${rest.includes('+') ? 'postgres:x@' : ''}${host}/${rest}`);
  expect(await userOf(reader)).toEqual({ session_user: expect.stringMatching(/^casebook_api_/) });
  await checkReaderUrl(reader);
});

test('a URL without a database', async () => {
  await createDatabaseOf('owner', 'owner');
  const { host } = new URL(server.url);
  const reader = await createReaderLogin(`postgresql://owner:p@${host}`);
  const { rows } = await withClient(reader, (client) => client.query('select current_database() as name'));
  expect(rows).toEqual([{ name: 'owner' }]);
});
