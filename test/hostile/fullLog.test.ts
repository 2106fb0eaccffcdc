// The disk that the log goes to is full: the server goes on.
import { afterEach, expect } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectFolder } from '../../src/config.ts';
import { lacking, row } from '../start/conditions.ts';
import { answer, ask, type Program, start } from '../start/program.ts';
import { useDatabase } from '../support/database.ts';
import { freePort } from '../support/freePort.ts';

const database = useDatabase('cases');

const started: Program[] = [];
afterEach(() => {
  // One that hangs hears nothing else.
  for (const { child } of started.splice(0)) child.kill('SIGKILL');
});

/** What npm start runs, with its outputs sent elsewhere. */
const command = (redirected: string) => [
  ...['sh', '-c', `exec "$@" ${redirected}`, 'sh'],
  ...[process.execPath, '--import', './src/typescript.mjs', 'src/index.ts'],
];

async function startWith(redirected: string) {
  const port = await freePort();
  const env = { DATABASE_URL: database.url, PORT: String(port), LOG_LEVEL: 'info' };
  const program = start(projectFolder, { command: command(redirected), env });
  started.push(program);
  let code: number | string | undefined;
  void program.ended.then((given) => (code = given));
  const origin = `http://localhost:${port}`;
  const isReady = async () => (await fetch(`${origin}/readyz`).catch(() => undefined))?.status === 200;
  while (code === undefined && !(await isReady())) await sleep(20);
  return { ...program, url: `${origin}/graphql` };
}

row('a server whose log is on a full disk says so once, answers, and stops in order', lacking.linux, async () => {
  const program = await startWith('> /dev/full');
  const told = () => program.output().match(/the log cannot be written.*/g) ?? [];
  while (program.child.exitCode === null && told().length === 0) await ask(program.url);
  for (let asked = 0; asked < 20; asked += 1) expect(await ask(program.url)).toEqual(answer);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(told()).toEqual(['the log cannot be written (ENOSPC): the server goes on, lines may be lost']);
});

row('a server all of whose outputs are on a full disk answers, and stops in order', lacking.linux, async () => {
  const program = await startWith('> /dev/full 2>&1');
  for (let asked = 0; asked < 20; asked += 1) {
    expect(await ask(program.url)).toEqual(answer);
    // Longer than the log waits before it writes.
    await sleep(20);
  }
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
});

row('a server whose disk has room again writes its log again, and says so', lacking.namespaces, async () => {
  const disk = mkdtempSync(join(tmpdir(), 'casebook-log-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  try {
    writeFileSync(join(disk, 'filler'), Buffer.alloc(48 * 1024));
    const program = await startWith(`> ${join(disk, 'log')}`);
    const asking = async (until: string) => {
      while (program.child.exitCode === null && !program.output().includes(until)) await ask(program.url);
    };
    await asking('the log cannot be written (ENOSPC)');
    rmSync(join(disk, 'filler'));
    await asking('the log is written again');
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    const lines = readFileSync(join(disk, 'log'), 'utf8').match(/^\{.*\}$/gm) ?? [];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level');
  } finally {
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true });
  }
});
