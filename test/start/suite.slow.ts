/** What a run of the tests leaves behind, whatever is killed: nothing. */
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../src/db/client.ts';
import { type EmbeddedServer } from '../../src/db/embedded/server.ts';
import { noProgress, startThrowAwayServer } from '../support/postgres.ts';
import { lacking, row } from './conditions.ts';
import { killAllIn, untilNoneIn } from './processes.ts';
import { type Program, start } from './program.ts';
import { copyProject, makeFolder, removeFolder } from './project.ts';

let folder: string;
let project: string;
/** For the runs with DATABASE_URL. */
let server: EmbeddedServer;
beforeAll(async () => {
  folder = makeFolder();
  project = copyProject(join(folder, 'casebook'));
  mkdirSync(join(project, 'test', 'hanging'));
  for (const name of ['one', 'two']) writeFileSync(join(project, 'test', 'hanging', `${name}.test.ts`), hangingTest);
  server = await startThrowAwayServer(noProgress);
});
afterEach(() => killAllIn(folder));
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  removeFolder(folder);
});

const hangingTest = `import { test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('tables');

test('hangs', () => withClient(database.url, () => new Promise(() => { process.stderr.write('hanging;'); })));
`;

const jest = [
  '--experimental-vm-modules',
  '--import',
  './test/support/endWithJest.mjs',
  'node_modules/jest/bin/jest.js',
];

/** Starts two test files that hang, each in a worker, and waits until they do. */
async function startHanging(env: Record<string, string> = {}): Promise<Program> {
  const command = [process.execPath, ...jest, 'test/hanging', '--maxWorkers', '2', '--no-cache'];
  const program = start(project, { command, env: { TMPDIR: folder, ...env } });
  while (program.output().split('hanging;').length < 3) await sleep(50);
  return program;
}

/** The folders that a run made for its server. */
const foldersOf = ({ child }: Program) =>
  ['/dev/shm', folder]
    .flatMap((parent) => readdirSync(parent))
    .filter((name) => name.startsWith(`casebook-test-${child.pid}-`));

async function databases(): Promise<string[]> {
  const { rows } = await withClient(server.url, (client) =>
    client.query<{ name: string }>(`select datname as name from pg_database where datname like 'casebook%' order by 1`),
  );
  return rows.map(({ name }) => name);
}

describe('kill -9 of jest', () => {
  row('leaves neither a process nor a folder', lacking.linux, async () => {
    const program = await startHanging();
    expect(foldersOf(program)).toHaveLength(1);
    program.child.kill('SIGKILL');
    await untilNoneIn(project);
    // The keeper ends when it has removed the folder.
    expect(foldersOf(program)).toEqual([]);
    expect(existsSync(join(project, '.data'))).toBe(false);
  });

  row(
    'with DATABASE_URL leaves databases, which the next run drops, and none of a run that is alive',
    lacking.linux,
    async () => {
      const env = { DATABASE_URL: server.url };
      const killed = await startHanging(env);
      const left = await databases();
      expect(left).toHaveLength(4);
      killed.child.kill('SIGKILL');
      await untilNoneIn(project);
      expect(await databases()).toEqual(left);

      const alive = await startHanging(env);
      const its = await databases();
      expect(its).toHaveLength(4);
      expect(its.filter((name) => left.includes(name))).toEqual([]);
      const beside = await startHanging(env);
      expect(await databases()).toEqual(expect.arrayContaining(its));
      for (const program of [alive, beside]) program.child.kill('SIGKILL');
      await untilNoneIn(project);
    },
  );
});
