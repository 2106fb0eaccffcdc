// A database in which Casebook's texts or tables would not be what they seem is refused before anything is done in it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { type EmbeddedServer } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { checkReaderUrl } from '../../src/db/reader.ts';
import { createReaderLogin } from '../../src/db/readerLogin.ts';
import { urlOf } from '../support/databases.ts';
import { noProgress, startThrowAwayServer } from '../support/postgres.ts';

// Roles and their settings belong to a whole server.
let server: EmbeddedServer;
beforeAll(async () => {
  server = await startThrowAwayServer(noProgress);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

async function create(name: string, options = ''): Promise<string> {
  await withClient(server.url, (client) => client.query(`create database ${name} ${options}`));
  return urlOf(server.url, name);
}

const sql = (url: string, text: string) => withClient(url, (client) => client.query(text));
const run = (url: string) => migrate(url, { progress: noProgress });
const tables = async (url: string) =>
  (await withClient(url, (client) => client.query(`select from pg_class where relname = '_prisma_migrations'`)))
    .rowCount;
const failure = (message: string) =>
  expect.objectContaining({ name: 'Failure', message: expect.stringContaining(message) });

/** The SQL in a failure, which is whatever comes after `before` up to the last semicolon. */
function sqlIn(error: unknown, before: string): string {
  const { message } = error as Error;
  return message.slice(message.indexOf(before) + before.length, message.lastIndexOf(';') + 1);
}

describe('texts', () => {
  const c = `template template0 locale_provider libc locale 'C'`;

  test.each([
    ['sql_ascii', `encoding 'SQL_ASCII' ${c}`, 'has the encoding SQL_ASCII'],
    ['latin1', `encoding 'LATIN1' ${c}`, 'has the encoding LATIN1'],
    ['only_ascii', `encoding 'UTF8' ${c}`, 'has a locale (C) that knows no letters but those of ASCII'],
  ])('%s is refused, with the SQL that makes one that will do', async (name, options, reason) => {
    const url = await create(name, options);
    const refused: unknown = await run(url).catch((error: unknown) => error);
    expect(refused).toEqual(failure(`database ${name} ${reason}`));
    expect((refused as Error).message).not.toContain('\n');
    expect(await tables(url)).toBe(0);
    await sql(server.url, sqlIn(refused, 'make another one ('));
    expect(await run(urlOf(server.url, 'casebook'))).not.toEqual([]);
    await sql(server.url, 'drop database casebook');
  });

  test('a locale of the system that knows other letters will do', async () => {
    const url = await create('libc', `encoding 'UTF8' template template0 locale_provider libc locale 'C.UTF-8'`);
    expect(await run(url)).not.toEqual([]);
  });
});

describe('a search_path', () => {
  test('that names no schema is told, with the SQL that does', async () => {
    const url = await create('nowhere');
    await sql(url, 'alter database nowhere set search_path = gone, "$user"');
    const refused: unknown = await run(url).catch((error: unknown) => error);
    expect(refused).toEqual(
      failure('the search_path of user postgres (gone, "$user") names no schema that exists; run: ALTER ROLE'),
    );
    await sql(url, sqlIn(refused, 'run: '));
    expect(await run(url)).not.toEqual([]);
    await sql(url, 'alter role postgres in database nowhere reset search_path');
  });

  test('that puts another schema before the tables is told, and makes no second set of them', async () => {
    const url = await create('before');
    await run(url);
    await sql(url, 'create schema other; alter database before set search_path = other, public');
    await expect(run(url)).rejects.toEqual(failure('does not come first to schema public, where the tables are; run:'));
    await sql(url, 'alter database before set search_path = other');
    await expect(run(url)).rejects.toEqual(failure('SET search_path = public;'));
    expect(await tables(url)).toBe(1);
  });

  test('of its own is as good as public', async () => {
    const url = await create('own');
    await sql(url, 'create schema own; alter database own set search_path = own');
    expect(await run(url)).not.toEqual([]);
    const reader = await createReaderLogin(url);
    await checkReaderUrl(reader);
    const user = new URL(reader).searchParams.get('user') ?? '';
    await sql(url, `alter role ${user} in database own set search_path = public`);
    const refused: unknown = await checkReaderUrl(reader).catch((error: unknown) => error);
    expect(refused).toEqual(failure(`the search_path of user ${user} (public) does not come first to schema own`));
    await sql(url, sqlIn(refused, 'run: '));
    await checkReaderUrl(reader);
  });
});
