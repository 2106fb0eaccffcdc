import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { type EmbeddedServer } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { checkReader, checkReaderUrl } from '../../src/db/reader.ts';
import { urlOf } from '../support/databases.ts';
import { noProgress, startThrowAwayServer } from '../support/server.ts';

// Roles belong to a whole server, and these tests drop one: they have a server of their own.
let server: EmbeddedServer;
let folder: string;
beforeAll(async () => {
  server = await startThrowAwayServer(noProgress);
  folder = await mkdtemp(join(tmpdir(), 'casebook-migrations-'));
  await mkdir(join(folder, '1_first'));
  const reader = await readFile(
    join(projectFolder, 'prisma', 'migrations', '20261123000001_reader', 'migration.sql'),
    'utf8',
  );
  await writeFile(join(folder, '1_first', 'migration.sql'), `create table record (id int);\n${reader}`);
  await sql(`create role maker login createrole password 'p'`, `create role plain login password 'p'`);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function sql(...statements: string[]) {
  await withClient(server.url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

/** A new database of `owner`, as `user` connects to it. */
async function databaseOf(owner: string, name: string, user = owner): Promise<string> {
  await sql(`create database ${name} owner ${owner}`);
  const url = new URL(urlOf(server.url, name));
  if (user !== 'postgres') Object.assign(url, { username: user, password: 'p' });
  return url.href;
}

const run = (url: string) => migrate(url, { folder, progress: noProgress });
const check = (url: string) => withClient(url, checkReader);
const failure = (message: string) =>
  expect.objectContaining({ name: 'Failure', message: expect.stringContaining(message) });

describe('the reader role', () => {
  test('a user who may not create it is told the SQL to run', async () => {
    const url = await databaseOf('plain', 'a');
    await expect(run(url)).rejects.toEqual(
      failure(
        'may not create roles; ask an administrator of the server to run: CREATE ROLE casebook_reader NOLOGIN; GRANT casebook_reader TO plain;',
      ),
    );
    await sql('CREATE ROLE casebook_reader NOLOGIN; GRANT casebook_reader TO plain;');
    expect(await run(url)).toEqual(['1_first']);
    await check(url);
    await sql('drop database a', 'drop role casebook_reader');
  });

  test('a user who may create roles creates it, and may become it', async () => {
    const url = await databaseOf('maker', 'b');
    expect(await run(url)).toEqual(['1_first']);
    await check(url);
  });

  test('a user who may not become the existing one is told the SQL to run', async () => {
    const url = await databaseOf('plain', 'c');
    await expect(run(url)).rejects.toEqual(failure('to run: GRANT casebook_reader TO plain;'));
    await sql('drop database b', 'drop database c', 'drop role casebook_reader');
  });

  test('eight databases may create it at the same instant', async () => {
    const urls = await Promise.all([...'abcdefgh'].map((name) => databaseOf('postgres', name)));
    expect(await Promise.all(urls.map(run))).toEqual(Array(8).fill(['1_first']));
    await Promise.all(urls.map(check));
  });

  test('missing rights, as after a restore, are told with the SQL to run', async () => {
    const url = urlOf(server.url, 'a');
    await withClient(url, (client) => client.query('revoke select on record from casebook_reader'));
    await expect(check(url)).rejects.toEqual(
      failure('run: GRANT USAGE ON SCHEMA public TO casebook_reader; GRANT SELECT'),
    );
    await withClient(url, (client) => client.query('GRANT SELECT ON ALL TABLES IN SCHEMA public TO casebook_reader;'));
    await check(url);
  });

  test('a user of READER_DATABASE_URL needs its rights', async () => {
    const url = Object.assign(new URL(urlOf(server.url, 'a')), { username: 'plain', password: 'p' }).href;
    await expect(checkReaderUrl(url)).rejects.toEqual(failure('GRANT casebook_reader TO plain;'));
    await sql('GRANT casebook_reader TO plain');
    await checkReaderUrl(url);
  });

  test.each(['postgres', 'writer'])(
    'a user of READER_DATABASE_URL who can change a table is refused: %s',
    async (user) => {
      const own = urlOf(server.url, 'a');
      await withClient(own, async (client) => {
        await client.query(`drop role if exists writer; create role writer login password 'p' in role casebook_reader`);
        await client.query('grant delete on record to writer');
      });
      const url = user === 'postgres' ? own : Object.assign(new URL(own), { username: user, password: 'p' }).href;
      await expect(checkReaderUrl(url)).rejects.toEqual(
        failure(
          'name another one, who can only read; ask an administrator of the server to run: CREATE ROLE casebook_api LOGIN',
        ),
      );
      await withClient(own, (client) => client.query('drop owned by writer'));
    },
  );
});

test('a user who may not create tables is told the SQL to run', async () => {
  const url = await databaseOf('postgres', 'z', 'plain');
  await expect(run(url)).rejects.toEqual(failure('to run: GRANT USAGE, CREATE ON SCHEMA public TO plain;'));
});
