/** The users that docker/roles.sql makes, on a PostgreSQL as the image has made it, with the settings of docker-compose.yml. */
import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadProjectCases } from '../../src/cases/storing/load.ts';
import { startApi } from '../../src/api.ts';
import { projectFolder, readConfig } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { checkReaderUrl } from '../../src/db/reader.ts';
import { warnOfSuperuser } from '../../src/db/superuser.ts';
import { ask } from '../server/testServer.ts';
import { lacking, row } from '../start/conditions.ts';
import { urlOf } from '../support/databases.ts';
import { noProgress, startThrowAwayServer } from '../support/postgres.ts';

const script = join(projectFolder, 'docker', 'roles.sql');
/** As a user may have set them; passwords that roles.sql has to quote. */
const given: Record<string, string> = { CASEBOOK_PASSWORD: `o'wner`, CASEBOOK_READER_PASSWORD: 'reader' };

/** The services as Docker Compose reads them where `given` is set. */
function services() {
  const text = readFileSync(join(projectFolder, 'docker-compose.yml'), 'utf8');
  return parse(text.replace(/\$\{(\w+):-(\w+)\}/g, (_, name: string, otherwise: string) => given[name] ?? otherwise))
    .services;
}

/** Runs the script as psql does: variables are taken from the environment, and quoted. */
async function runScript(url: string, env: Record<string, string>): Promise<void> {
  const text = readFileSync(script, 'utf8');
  const variables = new Map(
    [...text.matchAll(/^\\getenv (\w+) (\w+)$/gm)].map(([, name = '', from = '']) => [name, env[from] ?? '']),
  );
  const sql = text
    .replace(/^\\.*$/gm, '')
    .replace(/:'(\w+)'/g, (_, name: string) => `'${(variables.get(name) ?? '').replaceAll("'", "''")}'`);
  await withClient(url, (client) => client.query(sql));
}

/** What psql itself makes of it, with the options that the image runs it with. */
function runInPsql(url: string, env: Record<string, string>): void {
  execFileSync('psql', ['-v', 'ON_ERROR_STOP=1', '--no-password', '--no-psqlrc', '-f', script, url], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: 'pipe',
  });
}

async function makesWhatTheServerNeeds(run: typeof runScript | typeof runInPsql): Promise<void> {
  await using postgres = await startThrowAwayServer(noProgress);
  const { database, server } = services();
  const name: string = database.environment.POSTGRES_DB;
  await withClient(postgres.url, (client) => client.query(`create database ${name}`));
  await run(urlOf(postgres.url, name), database.environment);

  const here = (url: string) => Object.assign(new URL(url), { host: new URL(postgres.url).host }).href;
  const owner = here(server.environment.DATABASE_URL);
  const reader = here(server.environment.READER_DATABASE_URL);
  await migrate(owner, { progress: noProgress });
  await loadProjectCases(owner, { progress: noProgress });
  await checkReaderUrl(reader);
  expect(await warnOfSuperuser(owner, true)).toEqual([]);
  const { rows: rights } = await withClient(owner, (client) =>
    client.query(
      `select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as special from pg_roles
       where rolname in (current_user, 'casebook_api', 'casebook_reader')`,
    ),
  );
  expect(rights).toEqual([{ special: false }, { special: false }, { special: false }]);
  await withClient(reader, async (client) => {
    for (const sql of [`insert into "Case" default values`, 'delete from "Case"', 'create table public.mine ()'])
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
  await using api = await startApi(readConfig({ PORT: '0', LOG_LEVEL: 'silent' }), reader);
  expect((await ask(api.url, '{ cases { totalCount } }')).data).toEqual({ cases: { totalCount: 1 } });
}

test('an owner who is no superuser and may make no roles, and a user for the API who cannot write', () =>
  makesWhatTheServerNeeds(runScript));

row('the same with psql', lacking.psql, () => makesWhatTheServerNeeds(runInPsql));
