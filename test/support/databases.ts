/** The databases of one test run: their names tell the run, so that those of dead runs can be told and dropped. */
import pg from 'pg';
import { randomBytes } from 'node:crypto';
import { withClient } from '../../src/db/client.ts';

/** Contents that a test file's database can start with. */
export type Content = 'cases' | 'tables' | 'nothing';

/** What the test files need to make their databases; it travels in the environment. */
export interface TestRun {
  /** Of the server, with a database that exists. */
  url: string;
  /** The first part of the name of every database of this run. */
  name: string;
  /** As whom the API reads them. */
  reader: { user: string; password: string };
  throwAway: boolean;
}

/** The variable in which the global setup leaves a TestRun for the test files. */
export const runVariable = 'CASEBOOK_TEST_RUN';

const prefix = 'casebook_test_';

/** A new name for a run. */
export const newRunName = () => `${prefix}${randomBytes(4).toString('hex')}`;

/** `url` with another database. */
export function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** The run that this process belongs to. */
export function currentRun(): TestRun {
  const text = process.env[runVariable];
  if (text === undefined) throw new Error(`${runVariable} is not set: run the tests with npm test`);
  return JSON.parse(text) as TestRun;
}

/** `url`, of a database of the run, for the user that the API has of its own: see src/db/readerLogin.ts. */
export function asReader(url: string): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(currentRun().reader)) changed.searchParams.set(name, value);
  return changed.href;
}

/** The template with `content`; none for a database with nothing. */
const templateOf = (run: TestRun, content: Content) => (content === 'nothing' ? 'template0' : `${run.name}_${content}`);

/** Creates a database with `content`, and returns its URL. */
export async function createDatabase(run: TestRun, content: Content): Promise<string> {
  return createAs(run, `${run.name}_${randomBytes(4).toString('hex')}`, content);
}

async function createAs(run: TestRun, name: string, content: Content): Promise<string> {
  // Copying files is the quickest without fsync, and forces checkpoints with it.
  const strategy = run.throwAway ? 'strategy file_copy' : '';
  await withClient(run.url, (client) =>
    client.query(`create database ${name} template ${templateOf(run, content)} ${strategy}`),
  );
  return urlOf(run.url, name);
}

/** Drops a database that `createDatabase` made, whoever is still connected. */
export async function dropDatabase(run: TestRun, url: string): Promise<void> {
  await withClient(run.url, (client) =>
    client.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`),
  );
}

/** Makes the template with `content` from the one with `base`, filled by `fill`. */
export async function createTemplate(
  run: TestRun,
  content: Content,
  base: Content,
  fill: (url: string) => Promise<void>,
) {
  const name = templateOf(run, content);
  await fill(await createAs(run, name, base));
  // A template can be copied only while nobody is connected to it.
  await withClient(run.url, (client) => client.query(`alter database ${name} with allow_connections false`));
}

/**
 * Marks the run as alive until it is disposed of or this process is gone: by a connection with the run's name. Drops
 * the databases of runs that are dead.
 */
export async function markAlive(run: TestRun): Promise<AsyncDisposable> {
  const marker = new pg.Client({ connectionString: run.url, application_name: run.name, keepAlive: true });
  marker.on('error', () => {});
  await marker.connect();
  await marker.query('set idle_session_timeout = 0');
  const { rows } = await marker.query<{ name: string }>(
    `select datname as name from pg_database where datname like $1 and not exists (
       select from pg_stat_activity where application_name <> '' and starts_with(datname, application_name))`,
    [`${prefix.replaceAll('_', '\\_')}%`],
  );
  for (const { name } of rows) await marker.query(`drop database if exists ${name} with (force)`);
  return {
    async [Symbol.asyncDispose]() {
      const own = await marker.query<{ name: string }>(
        `select datname as name from pg_database where starts_with(datname, $1)`,
        [run.name],
      );
      for (const { name } of own.rows) await marker.query(`drop database if exists ${name} with (force)`);
      await marker.end();
    },
  };
}
