/** What a start says of a superuser in DATABASE_URL, and that it works. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadProjectCases } from '../../src/cases/storing/load.ts';
import { projectFolder } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { type EmbeddedServer } from '../../src/db/embedded/server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { checkReaderUrl } from '../../src/db/reader.ts';
import { warnOfSuperuser } from '../../src/db/superuser.ts';
import { urlOf } from '../support/databases.ts';
import { noProgress, startThrowAwayServer } from '../support/postgres.ts';

const migrations = join(projectFolder, 'prisma', 'migrations');

// The SQL makes users, who belong to the whole server.
let server: EmbeddedServer;
let url: string;
let older: string;
beforeAll(async () => {
  server = await startThrowAwayServer(noProgress);
  await withClient(server.url, (client) => client.query('create database "Old one"'));
  url = urlOf(server.url, 'Old one');
  await withClient(url, (client) => client.query('create extension pg_trgm'));
  // As a version without the last migration left it.
  older = mkdtempSync(join(tmpdir(), 'casebook-migrations-'));
  cpSync(migrations, older, { recursive: true });
  const [last = ''] = readdirSync(older)
    .filter((name) => /^\d/.test(name))
    .sort()
    .slice(-1);
  rmSync(join(older, last), { recursive: true });
  await migrate(url, { folder: older, progress: noProgress });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(older, { recursive: true });
});

const urlAs = (username: string) => Object.assign(new URL(url), { username, password: 'p' }).href;

test('its three lines make an owner who can migrate and load, and a user for the API', async () => {
  const [warning = '', ...more] = await warnOfSuperuser(url, false);
  expect(more).toEqual([]);
  const [what, ...lines] = warning.split('\n');
  expect(what).toMatch(/^the user of DATABASE_URL is a superuser, .* change DATABASE_URL and READER_DATABASE_URL:$/);
  expect(lines).toHaveLength(3);
  await withClient(url, async (client) => {
    for (const line of lines) await client.query(line.replaceAll('…', 'p'));
  });
  const owner = urlAs('casebook_owner');
  expect(await migrate(owner, { progress: noProgress })).toHaveLength(1);
  await loadProjectCases(owner, { progress: noProgress });
  await checkReaderUrl(urlAs('casebook_api'));
  expect(await warnOfSuperuser(owner, true)).toEqual([]);
  // What a later migration may do.
  const able = await withClient(owner, async (client) => {
    await client.query(`alter type "Standing" add value 'ANOTHER'; alter table "Case" add column another int`);
    const { rows } = await client.query(
      `select i.identity, pg_get_userbyid(o.owner) as owner from (
         select 'pg_class'::regclass as class, oid, relowner as owner from pg_class where relnamespace = 'public'::regnamespace
         union all select 'pg_type'::regclass, oid, typowner from pg_type where typnamespace = 'public'::regnamespace
         union all select 'pg_proc'::regclass, oid, proowner from pg_proc where pronamespace = 'public'::regnamespace
       ) o, pg_identify_object(o.class, o.oid, 0) i
       where not exists (select from pg_depend where classid = o.class and objid = o.oid and deptype = 'e')`,
    );
    return rows;
  });
  expect(able.length).toBeGreaterThan(50);
  expect(able.filter(({ owner }) => owner !== 'casebook_owner' && owner !== undefined)).toEqual([]);
  const extension = await withClient(url, (client) =>
    client.query(`select distinct pg_get_userbyid(proowner) as owner from pg_proc where proname like '%trgm%'`),
  );
  expect(extension.rows).toEqual([{ owner: 'postgres' }]);
});

test('where there is a READER_DATABASE_URL, only an owner is made', async () => {
  const [warning = ''] = await warnOfSuperuser(url, true);
  expect(warning).toMatch(
    /, and change DATABASE_URL:\n {2}CREATE ROLE casebook_owner [^;]*;\n {2}ALTER DATABASE "Old one"/,
  );
});
