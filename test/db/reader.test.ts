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
import { noProgress, startThrowAwayServer } from '../support/postgres.ts';

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

  test('a user who may create roles creates it', async () => {
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
    await expect(checkReaderUrl(url)).rejects.toEqual(
      failure(
        "the API's user plain cannot read the tables; ask an administrator of the server to run: GRANT casebook_reader TO plain;",
      ),
    );
    await sql('GRANT casebook_reader TO plain');
    await checkReaderUrl(url);
  });

  test('a user of READER_DATABASE_URL whose role lacks rights, as after a restore, is told what the role needs', async () => {
    const own = urlOf(server.url, 'a');
    const url = Object.assign(new URL(own), { username: 'plain', password: 'p' }).href;
    const sql =
      'GRANT USAGE ON SCHEMA public TO casebook_reader; GRANT SELECT ON ALL TABLES IN SCHEMA public TO casebook_reader;';
    await withClient(own, (client) => client.query('revoke select on record from casebook_reader'));
    await expect(checkReaderUrl(url)).rejects.toEqual(failure(`to run: ${sql}`));
    await withClient(own, (client) => client.query(sql));
    await checkReaderUrl(url);
  });

  const another =
    'name another one in READER_DATABASE_URL, who can only read; ask an administrator of the server to run: CREATE ROLE casebook_api LOGIN';

  test('a user of READER_DATABASE_URL who is a superuser is refused', async () => {
    await expect(checkReaderUrl(urlOf(server.url, 'a'))).rejects.toEqual(failure(`can change the tables: ${another}`));
  });

  test.each([
    ['by a right', 'can change the tables', 'grant delete on record to writer'],
    ['one column of it', 'can change the tables', 'grant update (id) on record to writer'],
    ['by inserting one column', 'can change the tables', 'grant insert (id) on record to writer'],
    ['by emptying it', 'can change the tables', 'grant truncate on record to writer'],
    ['by a trigger', 'can change the tables', 'grant trigger on record to writer'],
    ['that lists the migrations', 'can change the tables', 'grant update on _prisma_migrations to writer'],
    ['that it owns', 'can change the tables', 'alter table record owner to writer'],
    [
      'as another role',
      'can change the tables',
      'grant insert on record to other; grant other to writer with inherit false',
    ],
    [
      'as another role, by its attribute',
      'can change the tables',
      'alter role writer noinherit; grant insert on record to other; grant other to writer',
    ],
    ['as a role of PostgreSQL', 'can change the tables', 'grant pg_write_all_data to writer with inherit false'],
    ['by files of the server', 'can change the tables', 'grant pg_write_server_files to writer'],
    ['by programs of the server', 'can change the tables', 'grant pg_execute_server_program to writer'],
    ['by adding another', 'can create tables', 'grant create on schema public to writer'],
  ])('a user of READER_DATABASE_URL who can change a table is refused: %s', async (_, can, grant) => {
    const own = urlOf(server.url, 'a');
    const url = Object.assign(new URL(own), { username: 'writer', password: 'p' }).href;
    await withClient(own, (client) =>
      client.query(`create role other; create role writer login password 'p' in role casebook_reader`),
    );
    try {
      await checkReaderUrl(url);
      await withClient(own, (client) => client.query(grant));
      await expect(checkReaderUrl(url)).rejects.toEqual(failure(`${can}: ${another}`));
    } finally {
      await withClient(own, (client) =>
        client.query('alter table record owner to postgres; drop owned by writer, other; drop role writer, other'),
      );
    }
  });

  test('where everybody can create tables, as before PostgreSQL 15, the SQL to run is told', async () => {
    const own = urlOf(server.url, 'a');
    const url = Object.assign(new URL(own), { username: 'plain', password: 'p' }).href;
    await withClient(own, (client) =>
      client.query('grant casebook_reader to plain; grant create on schema public to public'),
    );
    const refused: unknown = await checkReaderUrl(url).catch((error: unknown) => error);
    await withClient(own, (client) => client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC;'));
    expect(refused).toEqual(failure('to run: REVOKE CREATE ON SCHEMA public FROM PUBLIC;'));
    await checkReaderUrl(url);
  });
});

test('a user who may not create tables is told the SQL to run', async () => {
  const url = await databaseOf('postgres', 'z', 'plain');
  await expect(run(url)).rejects.toEqual(failure('to run: GRANT USAGE, CREATE ON SCHEMA public TO plain;'));
});
