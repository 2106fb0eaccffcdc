/** Whatever is killed: no PostgreSQL outlives the server, and the next start finds the data. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { withClient } from '../../src/db/client.ts';
import { lacking, row } from './conditions.ts';
import { killAllIn, untilNoneIn } from './processes.ts';
import { answer, ask, processesOf, type Program, start, superuserUrl } from './program.ts';
import { copyProject, makeFolder, moveProject, removeFolder } from './project.ts';

let folder: string;
let project: string;
beforeAll(() => {
  folder = makeFolder();
  project = copyProject(join(folder, 'casebook'));
});
afterEach(() => killAllIn(folder));
afterAll(() => removeFolder(folder));

let program: Program;
beforeEach(async () => {
  program = start(project);
  await program.listening;
});

/** Starts at once, while the killed one may still be on its way out. */
async function startsAgain(): Promise<void> {
  const next = start(project);
  expect(await ask(await next.listening)).toEqual(answer);
  next.child.kill('SIGINT');
  expect(await next.ended).toBe(0);
  await untilNoneIn(project);
}

describe('kill -9', () => {
  row('of node takes PostgreSQL along', lacking.linux, async () => {
    process.kill(processesOf(project).node, 'SIGKILL');
    await untilNoneIn(project);
    await startsAgain();
  });

  row('of node, and a start at the same moment', lacking.linux, async () => {
    process.kill(processesOf(project).node, 'SIGKILL');
    await startsAgain();
  });

  row('of PostgreSQL ends the server with one line', lacking.linux, async () => {
    process.kill(processesOf(project).postgres, 'SIGKILL');
    expect(await program.ended).toBe(1);
    expect(program.output().trim().split('\n').at(-1)).toMatch(
      /^npm start: the embedded PostgreSQL has ended .*: start again/,
    );
    await untilNoneIn(project);
    await startsAgain();
  });

  row('of both', lacking.linux, async () => {
    const { node, postgres } = processesOf(project);
    for (const pid of [node, postgres]) process.kill(pid, 'SIGKILL');
    await untilNoneIn(project);
    await startsAgain();
  });

  row('of the keeper ends both', lacking.linux, async () => {
    process.kill(processesOf(project).keeper, 'SIGKILL');
    expect(await program.ended).toBe(1);
    await untilNoneIn(project);
    await startsAgain();
  });

  row('of every node process at once takes PostgreSQL along', lacking.linux, async () => {
    const { node, keeper } = processesOf(project);
    for (const pid of [node, keeper]) process.kill(pid, 'SIGKILL');
    await untilNoneIn(project);
    await startsAgain();
  });

  row('in the middle of a first start leaves nothing that hinders the next', lacking.linux, async () => {
    program.child.kill('SIGINT');
    await program.ended;
    for (const milliseconds of [300, 600, 900, 1200, 1500]) {
      moveProject(project, project);
      const killed = start(project);
      await sleep(milliseconds);
      killed.child.kill('SIGKILL');
      await killed.ended;
      await startsAgain();
      expect(readdirSync(join(project, '.data')).sort()).toEqual(['pgpass', 'postgres-18']);
    }
  });
});

row('SIGTERM stops in order', lacking.linux, async () => {
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  await untilNoneIn(project);
});

row(
  'Ctrl-C in a terminal stops npm start in order, and progress rewrites its line',
  lacking.linux || lacking.terminal,
  async () => {
    program.child.kill('SIGINT');
    await program.ended;
    const npm = start(project, {
      command: ['script', '-qec', 'npm start', '/dev/null'],
      env: { HOME: join(folder, 'home') },
    });
    await npm.listening;
    expect(npm.output()).toContain('\r\u001b[2KStarting PostgreSQL …');
    npm.child.stdin?.write('\u0003');
    await once(npm.child, 'exit');
    expect(npm.output()).toContain('Stopping …');
    await untilNoneIn(project);
  },
);

row('a second Ctrl-C quits at once, and takes PostgreSQL along', lacking.linux, async () => {
  await withClient(superuserUrl(project), async (client) => {
    // A request that has to wait keeps the server from stopping at the first one.
    await client.query('begin; lock table "Case" in access exclusive mode');
    const unanswered = ask(await program.listening).catch(() => 'no answer');
    await untilWaiting(client);
    program.child.kill('SIGINT');
    while (!program.output().includes('Stopping')) await sleep(20);
    await sleep(500);
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(130);
    expect(await unanswered).toBe('no answer');
  });
  await untilNoneIn(project);
});

async function untilWaiting(client: pg.Client): Promise<void> {
  const waiting = `select from pg_locks where not granted`;
  while ((await client.query(waiting)).rowCount === 0) await sleep(20);
}
