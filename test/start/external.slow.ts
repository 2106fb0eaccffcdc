/** With DATABASE_URL: the oldest PostgreSQL that will do. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../../src/db/client.ts';
import { urlOf } from '../support/databases.ts';
import { killAllIn, untilNoneIn } from './processes.ts';
import { lacking, row } from './conditions.ts';
import { noPostgres15, type Postgres15, startPostgres15 } from './postgres15.ts';
import { answer, ask, runToEnd, start } from './program.ts';
import { copyProject, makeFolder, removeFolder } from './project.ts';

const reason = lacking.linux || noPostgres15;
let folder: string;
let project: string;
let server: Postgres15;
beforeAll(async () => {
  if (reason !== '') return;
  folder = makeFolder();
  project = copyProject(join(folder, 'casebook'));
  server = await startPostgres15(join(folder, 'postgres'));
});
afterEach(() => {
  if (reason === '') killAllIn(project);
});
afterAll(async () => {
  if (reason !== '') return;
  await server[Symbol.asyncDispose]();
  removeFolder(folder);
});

async function sql(...statements: string[]) {
  await withClient(server.url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

/** The URL of a database, as `user` connects to it. */
function urlAs(database: string, user: string): string {
  return Object.assign(new URL(urlOf(server.url, database)), { username: user, password: 'secret' }).href;
}

/** Starts a server for each, asks all, and stops them. @returns what each printed, and the users of its API's sessions. */
async function startAndAsk(...envs: Record<string, string>[]) {
  const programs = envs.map((env) => start(project, { env }));
  for (const program of programs) expect(await ask(await program.listening)).toEqual(answer);
  const readers = await withClient(server.url, async (client) => {
    const { rows } = await client.query<{ database: string; user: string }>(
      `select distinct datname as database, usename as user from pg_stat_activity where state = 'idle'`,
    );
    return (env: Record<string, string>) =>
      rows.filter(({ database }) => env['DATABASE_URL']?.endsWith(`/${database}`)).map(({ user }) => user);
  });
  for (const program of programs) program.child.kill('SIGINT');
  for (const program of programs) expect(await program.ended).toBe(0);
  return envs.map((env, n) => ({ output: programs[n]?.output() ?? '', readers: readers(env) }));
}

row('a user who may not create roles is told the SQL to run, and that SQL is enough', reason, async () => {
  await sql(`create role plain login password 'secret'`, 'create database modest owner plain');
  const env = { DATABASE_URL: urlAs('modest', 'plain') };
  for (const message of [
    /^npm start: the database user may not create roles; .* to run: (.*)$/,
    /^npm start: the user of DATABASE_URL may not make a user for the API .* to run: (.*)$/,
  ]) {
    const { code, lines } = await runToEnd(project, { env });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    const [, told = ''] = message.exec(lines[0] ?? '') ?? [];
    await sql(told.replace('…', 'secret'));
  }
  const [started] = await startAndAsk({ ...env, READER_DATABASE_URL: urlAs('modest', 'casebook_api') });
  expect(started?.readers).toEqual(['casebook_api']);
  await sql('drop database modest', 'drop role casebook_api', 'drop role casebook_reader');
});

row('a user who may create roles makes one for the API, which all servers log in as', reason, async () => {
  await sql(`create role maker login createrole password 'secret'`, 'create database made owner maker');
  const env = { DATABASE_URL: urlAs('made', 'maker') };
  for (const { readers } of await startAndAsk(env, env))
    expect(readers).toEqual([expect.stringMatching(/^casebook_api_\d+$/)]);
  await sql('drop database made');
});

row('a superuser is warned with the SQL that makes other users, and that SQL is enough', reason, async () => {
  await sql('create database grand');
  const [before] = await startAndAsk({ DATABASE_URL: urlAs('grand', 'owner') });
  const warning = /^warning: the user of DATABASE_URL is a superuser, .*:\n((?: {2}.*\n){3})/m;
  const [, told = ''] = warning.exec(before?.output ?? '') ?? [];
  await withClient(urlAs('grand', 'owner'), (client) => client.query(told.replaceAll('…', 'secret')));
  const [after] = await startAndAsk({
    DATABASE_URL: urlAs('grand', 'casebook_owner'),
    READER_DATABASE_URL: urlAs('grand', 'casebook_api'),
  });
  expect(after?.output).not.toContain('warning');
  expect(after?.readers).toEqual(['casebook_api']);
  await sql('drop database grand');
});

row('two databases of one server, migrated at the same moment', reason, async () => {
  await sql('create database first', 'create database second');
  await startAndAsk(...['first', 'second'].map((name) => ({ DATABASE_URL: urlAs(name, 'owner') })));
});

row('nothing embedded is started, and nothing is written', reason, async () => {
  await untilNoneIn(project);
  expect(existsSync(join(project, '.data'))).toBe(false);
});

row('READER_DATABASE_URL is used to read, once its user has the rights', reason, async () => {
  await sql(`create role reader login password 'secret'`);
  const env = { DATABASE_URL: urlAs('first', 'owner'), READER_DATABASE_URL: urlAs('first', 'reader') };
  const { code, lines } = await runToEnd(project, { env });
  expect(code).toBe(1);
  const [, told = ''] = /^npm start: the API's user reader cannot read .* to run: (.*)$/.exec(lines.at(-1) ?? '') ?? [];
  await sql(told);
  const [started] = await startAndAsk(env);
  expect(started?.readers).toEqual(['reader']);
});

row('a server that is not there', reason, async () => {
  const { code, lines } = await runToEnd(project, {
    env: { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/casebook' },
  });
  expect(code).toBe(1);
  expect(lines).toEqual([
    expect.stringMatching(/^npm start: cannot connect to PostgreSQL at 127\.0\.0\.1:1 .*: check .* DATABASE_URL$/),
  ]);
});

row(
  'the suite passes on it',
  reason,
  async () => {
    const command = ['npm', 'test', '--', '--maxWorkers', '2'];
    const program = start(project, {
      command,
      env: { DATABASE_URL: server.url, HOME: folder, TMPDIR: folder, PORT: '', LOG_LEVEL: '' },
    });
    const code = await program.ended;
    expect(program.output().match(/^ *(FAIL|●) .*/gm) ?? []).toEqual([]);
    expect(program.output()).toMatch(/Tests: .*passed/);
    expect(code).toBe(0);
    const left = await withClient(server.url, (client) =>
      client.query(`select from pg_database where datname like 'casebook_test%'`),
    );
    expect(left.rowCount).toBe(0);
  },
  900_000,
);
