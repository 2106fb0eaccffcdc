/** What cannot work: one line that says what to do, exit code 1, and nothing else is harmed. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { lacking, row } from './conditions.ts';
import { killAllIn, untilNoneIn } from './processes.ts';
import { answer, ask, asNobody, processesOf, runToEnd, type RunOptions, start } from './program.ts';
import { copyProject, makeFolder, moveProject, removeFolder } from './project.ts';

// The rows go on from one another's state where that spares a start.
let folder: string;
let project: string;
let data: string;
beforeAll(async () => {
  folder = makeFolder();
  project = copyProject(join(folder, 'casebook'));
  data = join(project, '.data', 'postgres-18');
});
afterEach(() => killAllIn(folder));
afterAll(() => removeFolder(folder));

async function isRefused(where: string, message: RegExp, options?: RunOptions): Promise<void> {
  const { code, lines } = await runToEnd(where, options);
  expect(lines).toEqual([expect.stringMatching(message)]);
  expect(code).toBe(1);
}

row('two first starts at once: one serves, the other says so', lacking.linux, async () => {
  const programs = [start(project), start(project)];
  const served = await Promise.any(programs.map(async (program) => ({ program, url: await program.listening })));
  const other = programs.find((program) => program !== served.program);
  expect(await other?.ended).toBe(1);
  expect(other?.output().trim().split('\n').at(-1)).toMatch(
    /^npm start: .* is in use by PostgreSQL process \d+: another npm start/,
  );
  expect(await ask(served.url)).toEqual(answer);
  served.program.child.kill('SIGINT');
  expect(await served.program.ended).toBe(0);
  await untilNoneIn(project);
});

row('a start beside a running one says so, and leaves it and its pgpass alone', lacking.linux, async () => {
  const first = start(project);
  const url = await first.listening;
  const pgpass = readFileSync(join(project, '.data', 'pgpass'), 'utf8');
  await isRefused(
    project,
    /^npm start: .* is in use by PostgreSQL process \d+: another npm start or npm run seed is running here/,
  );
  expect(await ask(url)).toEqual(answer);
  expect(readFileSync(join(project, '.data', 'pgpass'), 'utf8')).toBe(pgpass);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
});

row('the psql command has the port and the password file, which nobody else may read', lacking.linux, async () => {
  const program = start(project);
  await program.listening;
  const [, port = ''] =
    /PGPASSFILE=\.data\/pgpass psql -h 127\.0\.0\.1 -p (\d+) -U postgres postgres/.exec(program.output()) ?? [];
  const [host, number, , , password = ''] = readFileSync(join(project, '.data', 'pgpass'), 'utf8')
    .trim()
    .split(':');
  expect([host, number]).toEqual(['127.0.0.1', port]);
  expect(program.output()).not.toContain(password);
  expect(statSync(join(project, '.data', 'pgpass')).mode & 0o777).toBe(0o600);
  program.child.kill('SIGINT');
  await program.ended;
});

row('a busy HTTP port', lacking.linux, async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await isRefused(project, new RegExp(`^npm start: port ${port} .*in use.*PORT`), { env: { PORT: String(port) } });
  server.close();
  await untilNoneIn(project);
});

row('a wrong variable', lacking.linux, () =>
  isRefused(project, /^npm start: PORT must be a whole number/, { env: { PORT: 'http' } }),
);

const limited = (limit: string): RunOptions => ({ prefix: ['sh', '-c', `ulimit ${limit} && exec "$@"`, 'sh'] });

row('fewer files than a start opens', lacking.linux, async () => {
  for (const files of [24, 32, 48, 64, 127])
    await isRefused(project, /^only \d+ files may be open at once, and 128 are needed: raise/, limited(`-n ${files}`));
});

row('as many files as are said to be needed', lacking.linux, async () => {
  const program = start(project, limited('-n 128'));
  expect(await ask(await program.listening)).toEqual(answer);
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
});

row('fewer processes than a start has', lacking.root, async () => {
  // Of a user who has no other process.
  const prefix = ['setpriv', '--reuid=54321', '--regid=54321', '--clear-groups', 'prlimit', '--nproc=39'];
  await isRefused(project, /^only 39 processes and threads may run, and 40 are needed: raise/, { prefix });
});

row('a limit of the address space', lacking.linux, () =>
  isRefused(project, /^the address space is limited to 4096 MB, and .*: take the limit away/, limited('-v 4194304')),
);

row('a heap that is too small', lacking.linux, () =>
  isRefused(project, /^Node may use \d+ MB for its heap, and 100 MB are needed: give it more/, {
    env: { NODE_OPTIONS: '--max-old-space-size=32' },
  }),
);

row('data of another major version', lacking.linux, async () => {
  writeFileSync(join(data, 'PG_VERSION'), '17\n');
  await isRefused(project, /^npm start: .*holds data of PostgreSQL 17, PostgreSQL 18 is needed: move it away/);
  writeFileSync(join(data, 'PG_VERSION'), '18\n');
});

row('a lock file whose number now belongs to another program is no obstacle', lacking.linux, async () => {
  const program = start(project);
  await program.listening;
  const lock = readFileSync(join(data, 'postmaster.pid'), 'utf8');
  const { node, postgres } = processesOf(project);
  for (const pid of [node, postgres]) process.kill(pid, 'SIGKILL');
  await untilNoneIn(project);
  for (const left of [lock.replace(/^\d+/, String(process.pid)), lock.replace(/^\d+/, '1'), '']) {
    writeFileSync(join(data, 'postmaster.pid'), left);
    const next = start(project);
    expect(await ask(await next.listening)).toEqual(answer);
    next.child.kill('SIGINT');
    expect(await next.ended).toBe(0);
  }
});

row('data of root, which PostgreSQL refuses to be', lacking.root, async () => {
  execFileSync('chown', ['-R', 'root', data]);
  await isRefused(project, /^npm start: .*postgres-18 belongs to root, .*chown -R/);
});

row('a folder of another user', lacking.root, async () => {
  await isRefused(project, /^npm start: no right to use .*\.data\/postgres-18.* \(EACCES\): start as the user/, {
    prefix: asNobody,
  });
  rmSync(join(project, '.data'), { recursive: true });
  await isRefused(project, /^npm start: no right to use .*\.data.* \(EACCES\): start as the user/, {
    prefix: asNobody,
  });
});

row('a disk that is full before, during or after initdb', lacking.namespaces, async () => {
  for (const size of ['4k', '1m', '20m', '39m']) {
    const mount = `mkdir -p .data && mount -t tmpfs -o size=${size} tmpfs .data && exec "$@"`;
    const prefix = ['unshare', '-m', 'sh', '-c', mount, 'sh'];
    await isRefused(project, /^npm start: .*(no space left on the disk|free some space on the disk)/, { prefix });
  }
});

row('a path that initdb would hand to a shell', lacking.linux, async () => {
  project = moveProject(project, join(folder, '$HOME'));
  await isRefused(project, /^npm start: initdb cannot run below .*: move the project/);
});

row('a path that is too long for PostgreSQL', lacking.linux, async () => {
  project = moveProject(project, join(folder, ...[...'abcdefgh'].map((letter) => letter.repeat(100))));
  await isRefused(project, /^npm start: the path of .* is too long for PostgreSQL: move the project/);
});
