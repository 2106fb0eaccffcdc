// What a start that was killed in the middle of its first minute left beside the data.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeLeftovers } from '../../../src/db/embedded/create.ts';
import { startEmbedded } from '../../../src/db/embedded/server.ts';
import { noProgress } from '../../support/postgres.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-leftovers-'));
  data = join(folder, 'postgres-18');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The number of a process that has ended. */
const { pid: gone } = spawnSync(process.execPath, ['--version']);

function leave(pid: number): string {
  const left = `${data}.new-${pid}`;
  mkdirSync(join(left, 'base', '1'), { recursive: true });
  writeFileSync(join(left, 'base', '1', '1247'), '');
  writeFileSync(`${left}.password`, 'x');
  return left;
}

test('is removed by the next start, with or without data', async () => {
  for (let n = 0; n < 2; n += 1) {
    leave(gone);
    await using server = await startEmbedded(folder, { progress: noProgress });
    expect(server.port).toBeGreaterThan(0);
    expect(readdirSync(folder).sort()).toEqual(['pgpass', 'postgres-18']);
  }
});

test('stays while the start that is making it is alive', async () => {
  const left = leave(process.ppid);
  await removeLeftovers(data);
  expect(existsSync(join(left, 'base', '1', '1247'))).toBe(true);
  expect(existsSync(`${left}.password`)).toBe(true);
});

test('is removed where that start had the number of this process, as in a container', async () => {
  const left = leave(process.pid);
  await removeLeftovers(data);
  expect(existsSync(left)).toBe(false);
  expect(existsSync(`${left}.password`)).toBe(false);
});

test('is removed although the initdb of that start is still writing into it', async () => {
  const left = leave(gone);
  // Makes files until one of its folders is gone, as initdb does.
  const script = `const fs = require('node:fs'); console.log('ready');
    for (let n = 0, end = Date.now() + 500; Date.now() < end; n++)
      fs.writeFileSync(process.argv[1] + '/base/1/' + n, '');`;
  const initdb = spawn(process.execPath, ['-e', script, left], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => initdb.once('exit', resolve));
  try {
    await new Promise((resolve) => initdb.stdout.once('data', resolve));
    await sleep(100);
    await removeLeftovers(data);
    expect(existsSync(left)).toBe(false);
    await ended;
  } finally {
    initdb.kill('SIGKILL');
  }
});
