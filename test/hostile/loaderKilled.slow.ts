// The loader is killed at any moment: the database has the case as it was, or as it was to be.
import { afterAll, beforeAll, expect } from '@jest/globals';
import fc from 'fast-check';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { loadCases } from '../../src/cases/storing/load.ts';
import { projectFolder } from '../../src/config.ts';
import { migrate } from '../../src/db/migrate.ts';
import { silent } from '../cases/caseFolders.ts';
import { allRows, query } from '../cases/rows.ts';
import { lacking, row } from '../start/conditions.ts';
import { runToEnd, start } from '../start/program.ts';
import { noProgress } from '../support/postgres.ts';
import { useFigures } from './figures.ts';
import { useOwnPostgres } from './ownPostgres.ts';

const tried = useFigures(import.meta.url, 'A fault');
const postgres = useOwnPostgres();
const folder = mkdtempSync(join(tmpdir(), 'casebook-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The article's case, and the same with another text in every summary and note. */
const versions = ['first', 'second'] as const;
type Version = (typeof versions)[number];
const folderOf = (version: Version) => join(folder, version);
const other = (version: Version): Version => (version === 'first' ? 'second' : 'first');
const states = {} as Record<Version, string>;

beforeAll(async () => {
  for (const version of versions)
    cpSync(join(projectFolder, 'seed/cases/free-iran-rally-plot'), folderOf(version), { recursive: true });
  for (const name of readdirSync(folderOf('second')).filter((one) => one.endsWith('.yaml'))) {
    const path = join(folderOf('second'), name);
    const change = (key: string, value: unknown) =>
      key === 'summary' || key === 'note' ? `Again: ${String(value)}` : value;
    writeFileSync(
      path,
      stringify(
        parse(readFileSync(path, 'utf8'), (key, value) => change(String(key), value)),
        { lineWidth: 0 },
      ),
    );
  }
  await migrate(postgres().url, { progress: noProgress });
  for (const version of ['second', 'first'] as const) {
    await loadCases(postgres().url, { folders: [folderOf(version)], progress: silent });
    states[version] = await state();
  }
});

/** All that is stored, but for when it was loaded. */
async function state(): Promise<string> {
  const rows = (await allRows(postgres().url)).map(({ table, row: { loadedAt: _, ...fields } }) => [table, fields]);
  return rows
    .map((one) => JSON.stringify(one))
    .sort()
    .join('\n');
}

const command = (version: Version) => [
  process.execPath,
  '--import',
  './src/typescript.mjs',
  'seed/index.ts',
  '--case',
  folderOf(version),
];
const env = () => ({ DATABASE_URL: postgres().url });
const load = (version: Version) => runToEnd(projectFolder, { command: command(version), env: env() });

/** The sessions of a loader; one that writes has the lock by which writers queue. */
const sessions = () =>
  query<{ isWriting: boolean }>(
    postgres().url,
    `select exists (
       select from pg_locks l where l.pid = a.pid and l.locktype = 'advisory' and l.objid = 72707370 and l.granted
     ) as "isWriting"
     from pg_stat_activity a
     where application_name = 'casebook' and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );

const moments = ['at any time', 'while it writes', 'when it has written'] as const;

/** Begins to load, and kills the loader at a moment, or `delay` ms after that. */
async function killWhile(version: Version, moment: (typeof moments)[number], delay: number): Promise<void> {
  const { child, ended } = start(projectFolder, { command: command(version), env: env() });
  const until = async (writes: boolean) => {
    while (child.exitCode === null && (await sessions()).some(({ isWriting }) => isWriting) !== writes) await sleep(1);
  };
  if (moment !== 'at any time') await until(true);
  if (moment === 'when it has written') await until(false);
  await sleep(delay);
  child.kill('SIGKILL');
  await ended;
  // PostgreSQL notices, and rolls back what was not committed.
  while ((await sessions()).length > 0) await sleep(5);
}

const kills = 50;
const seed = 1;

row(`killed with SIGKILL at ${kills} random moments (seed ${seed})`, lacking.linux, async () => {
  expect(states.first).not.toBe(states.second);
  const began = performance.now();
  expect((await load('second')).code).toBe(0);
  const whole = performance.now() - began;
  expect(await state()).toBe(states.second);
  let stored: Version = 'second';
  const ends = { old: 0, new: 0 };
  for (const [index, share] of fc
    .sample(fc.double({ min: 0, max: 1, noNaN: true }), { seed, numRuns: kills })
    .entries()) {
    const moment = moments[index % moments.length] ?? 'at any time';
    await killWhile(other(stored), moment, share * (moment === 'at any time' ? whole : whole / 10));
    const now = await state();
    expect(versions.map((version) => now === states[version])).toContain(true);
    const isNew = now === states[other(stored)];
    ends[isNew ? 'new' : 'old'] += 1;
    if (isNew) stored = other(stored);
  }
  expect(ends.old).toBeGreaterThan(0);
  expect(ends.new).toBeGreaterThan(0);
  expect((await load(other(stored))).code).toBe(0);
  expect(await state()).toBe(states[other(stored)]);
  tried(
    'The loader killed with SIGKILL at random moments: before, while and after it writes',
    kills,
    'the old state of the case or the new one, never a mixture; the next load succeeds',
  );
});
