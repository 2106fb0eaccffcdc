/** Whatever is sent a signal, from npm down to PostgreSQL: nothing of the start is left, and the next start works. */
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../src/db/client.ts';
import { lacking, row } from '../start/conditions.ts';
import { killAllIn, parentOf, processesIn, untilNoneIn } from '../start/processes.ts';
import { answer, ask, processesOf, type Program, start, superuserUrl } from '../start/program.ts';
import { copyProject, makeFolder, moveProject, removeFolder } from '../start/project.ts';
import { freePort } from '../support/freePort.ts';
import { useFigures } from './figures.ts';

const tried = useFigures(import.meta.url, 'A fault');
const folder = makeFolder();
let project: string;
let port: number;
beforeAll(async () => {
  project = copyProject(join(folder, 'casebook'));
  port = await freePort();
});
afterEach(() => killAllIn(folder));
afterAll(() => removeFolder(folder));

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const;
const bash = { npm_config_script_shell: 'bash' };

/** Always on the same port and the same data, which the one before must have left. */
const npmStart = (env: Record<string, string> = {}) =>
  start(project, { command: ['npm', 'start'], env: { PORT: String(port), ...env } });

/** The processes of a running `npm start`; where the shell has become the server, the two are one. */
function chainOf({ child: { pid: npm = 0 } }: Program) {
  const { node: server, keeper, postgres } = processesOf(project);
  const shell = parentOf(server) === npm ? server : parentOf(server);
  return { npm, shell, server, keeper, postgres };
}

/** Resolves when all has ended and the port is free. */
async function untilEnded(): Promise<void> {
  await untilNoneIn(project);
  const listener = createServer().listen(port, '127.0.0.1');
  await once(listener, 'listening');
  listener.close();
}

const targets = ['npm', 'shell', 'server', 'keeper', 'postgres'] as const;
/** What is no request to end: a shell keeps the first two to itself (below), the third has the settings read again. */
const alone = ['SIGINT npm', 'SIGINT shell', 'SIGHUP postgres'];

const nothingLeft = 'no process is left, the port is free, the next start finds the data';

describe.each(signals)('%s', (signal) => {
  const ending = targets.filter((target) => !alone.includes(`${signal} ${target}`));
  const held: string[] = [];
  afterAll(() => tried(`${signal} to one process of \`npm start\`: ${held.join(', ')}`, held.length, nothingLeft));
  for (const target of ending)
    row(
      `to ${target}`,
      lacking.linux,
      async () => {
        const program = npmStart();
        expect(await ask(await program.listening)).toEqual(answer);
        process.kill(chainOf(program)[target], signal);
        await untilEnded();
        if (['npm', 'shell'].includes(target)) expect(program.output()).toContain('Stopping …');
        held.push(target);
      },
      60_000,
    );
});

row('SIGINT to npm alone, or to its shell: all or nothing', lacking.linux, async () => {
  for (const env of [{}, bash])
    for (const target of ['npm', 'shell'] as const) {
      const program = npmStart(env);
      const url = await program.listening;
      const chain = chainOf(program);
      process.kill(chain[target], 'SIGINT');
      // A shell that waits for its child (dash) keeps it to itself; one that has become its child (bash) does not.
      if (chain.shell !== chain.server) {
        await sleep(1000);
        expect(await ask(url)).toEqual(answer);
        program.child.kill('SIGTERM');
      }
      await untilEnded();
    }
});

row('npm and its shell killed at once', lacking.linux, async () => {
  const program = npmStart();
  await program.listening;
  const { npm, shell } = chainOf(program);
  for (const pid of [npm, shell]) process.kill(pid, 'SIGKILL');
  await untilEnded();
  expect(program.output()).toContain('Stopping …');
});

row('a signal to the whole group is one request to stop: what is under way is answered', lacking.linux, async () => {
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    const program = npmStart();
    const url = await program.listening;
    await withClient(superuserUrl(project), async (client) => {
      await client.query('begin; lock table "Case" in access exclusive mode');
      const waiting = ask(url);
      while ((await client.query('select from pg_locks where not granted')).rowCount === 0) await sleep(20);
      const { npm, server } = chainOf(program);
      process.kill(-npm, signal);
      // Longer than it takes the server to see that npm is gone.
      await sleep(1000);
      process.kill(server, 'SIGHUP');
      await sleep(200);
      await client.query('commit');
      expect(await waiting).toEqual(answer);
    });
    await untilEnded();
  }
});

row('npm killed in the middle of a first start', lacking.linux, async () => {
  const moments = [250, 350, 450, 550, 700, 900, 1200, 1500, 2000];
  for (const signal of ['SIGTERM', 'SIGKILL'] as const)
    for (const milliseconds of moments) {
      moveProject(project, project);
      const program = npmStart();
      await sleep(milliseconds);
      program.child.kill(signal);
      await untilEnded();
    }
  const program = npmStart();
  expect(await ask(await program.listening)).toEqual(answer);
  program.child.kill('SIGTERM');
  await untilEnded();
  tried('npm killed at moments of a first start, with SIGTERM or SIGKILL', 2 * moments.length, nothingLeft);
});

describe('a long command', () => {
  const corpus = ['npm', 'run', 'corpus', '--', '--events', '20000', '--data', '.data/corpus'];

  row('npm run corpus', lacking.linux, async () => {
    for (const signal of ['SIGTERM', 'SIGHUP', 'SIGKILL'] as const) {
      const program = start(project, { command: corpus });
      while (!program.output().includes('Loading')) await sleep(20);
      program.child.kill(signal);
      await untilNoneIn(project);
    }
  });

  row('npm run seed beside a server, which goes on', lacking.linux, async () => {
    const program = npmStart();
    const url = await program.listening;
    const before = [...processesIn(project).keys()];
    const { npm } = chainOf(program);
    expect(before).toContain(npm);
    const seed = start(project, { command: ['npm', 'run', 'seed', '--', '--force'] });
    while (!seed.output().includes('Reading')) await sleep(5);
    seed.child.kill('SIGKILL');
    const server = processesOf(project);
    while ([...processesIn(project).values()].some((command) => command.includes('seed/index.ts'))) await sleep(20);
    expect(processesOf(project)).toEqual(server);
    expect(await ask(url)).toEqual(answer);
    program.child.kill('SIGTERM');
    await untilEnded();
  });
});

row('a server that can open no file is not taken for an orphan', lacking.linux, async () => {
  const command = ['sh', '-c', 'ulimit -n 128 && exec npm start'];
  const program = start(project, { command, env: { PORT: String(port) } });
  const url = await program.listening;
  const sockets: Socket[] = [];
  // Whatever number becomes free is taken again at once.
  for (const end = Date.now() + 4000; Date.now() < end; await sleep(50))
    for (let count = 0; count < 20; count++) sockets.push(connect(port, '127.0.0.1').on('error', () => {}));
  for (const socket of sockets) socket.destroy();
  await sleep(500);
  expect(await ask(url)).toEqual(answer);
  program.child.kill('SIGTERM');
  await untilEnded();
});

row('a server that a script leaves in the background goes on without it', lacking.linux, async () => {
  const command = ['sh', '-c', 'node --import ./src/typescript.mjs src/index.ts & sleep 0.2'];
  const env = { npm_lifecycle_script: command[2] ?? '', npm_config_user_agent: 'npm/11.0.0' };
  const program = start(project, { command, env });
  const url = await program.listening;
  await sleep(1000);
  expect(await ask(url)).toEqual(answer);
  process.kill(processesOf(project).node, 'SIGTERM');
  await untilNoneIn(project);
});
