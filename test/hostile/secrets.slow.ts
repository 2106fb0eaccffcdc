/** Where the passwords of a running server could get out: files, process lists, the log, what it answers. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../src/db/client.ts';
import { lacking, row } from '../start/conditions.ts';
import { killAllIn, processesIn } from '../start/processes.ts';
import { answer, ask, type Program, runToEnd, start } from '../start/program.ts';
import { copyProject, makeFolder, removeFolder } from '../start/project.ts';
import { useFigures } from './figures.ts';

const tried = useFigures(import.meta.url, 'Supply chain');

let folder: string;
let project: string;
let program: Program;
let url: string;
/** Of the superuser. */
let password: string;
beforeAll(async () => {
  if (lacking.linux) return;
  folder = makeFolder();
  project = copyProject(join(folder, 'casebook'));
  program = start(project, { env: { LOG_LEVEL: 'trace' } });
  url = await program.listening;
  password = readFileSync(join(project, '.data', 'postgres-18', 'password'), 'utf8');
  expect(password).toMatch(/^[\w-]{24}$/);
});
afterAll(() => {
  if (lacking.linux) return;
  killAllIn(folder);
  removeFolder(folder);
});

/** As the superuser, by the file that is there for psql. */
function superuserUrl(): string {
  const [host, port] = readFileSync(join(project, '.data', 'pgpass'), 'utf8').split(':');
  return `postgresql://postgres:${password}@${host}:${port}/postgres`;
}

describe('the data folder', () => {
  row('has no file that another user can read, or folder that another can list', lacking.linux, () => {
    const data = join(project, '.data');
    const open = readdirSync(data).filter((name) => statSync(join(data, name)).mode & 0o077);
    expect(open).toEqual([]);
    // To be passed through, as root's PostgreSQL has to.
    expect(statSync(data).mode & 0o777).toBe(0o711);
    // The password may begin with a hyphen.
    const search = ['-rlF', '-e', password, '.'];
    const holding = spawnSync('grep', search, { cwd: data, encoding: 'utf8' }).stdout.trim();
    expect(holding.split('\n').sort()).toEqual(['./pgpass', './postgres-18/password']);
    tried('files of the data folder', 2, 'hold a password, and nobody else may read them');
  });

  row('tells another user nothing', lacking.root, () => {
    const [setpriv = '', ...asAnother] = ['setpriv', '--reuid=12345', '--regid=12345', '--clear-groups'];
    const paths = [
      '.data',
      '.data/pgpass',
      '.data/postgres-18',
      '.data/postgres-18/password',
      '.data/postgres-18/base',
    ];
    for (const path of paths) {
      const run = spawnSync(setpriv, [...asAnother, 'grep', '-r', '', path], { cwd: project, encoding: 'utf8' });
      expect(run.stdout).toBe('');
      expect(run.stderr).toContain('Permission denied');
    }
    tried('paths of the data folder that another user of the computer tried', paths.length, 'permission denied');
  });
});

row('no process has a password in its arguments, and PostgreSQL none in its environment', lacking.linux, () => {
  const processes = processesIn(project);
  // Node, the keeper, and the processes of PostgreSQL.
  expect(processes.size).toBeGreaterThan(5);
  expect([...processes.values()].join('\n')).not.toContain(password);
  for (const pid of processes.keys()) expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain(password);
  tried('processes of a running server', processes.size, 'no password in arguments or environment');
});

row('no answer has the password or a path', lacking.linux, async () => {
  const headers = { 'content-type': 'application/json', accept: 'text/html' };
  const bodies = ['{', '{"query":"{ nothing }"}', `{"query":"{ event(slug: \\"\\u0000\\") { slug } }"}`];
  const answers = [
    ...['/', '/graphql', '/metrics', '/livez', '/readyz', '/nowhere', '/.data/pgpass', '/..%2f.data/pgpass'].map(
      (path) => fetch(new URL(path, url), { headers }),
    ),
    ...bodies.map((body) => fetch(url, { method: 'POST', headers, body })),
  ];
  for (const response of await Promise.all(answers)) {
    const text = JSON.stringify([...response.headers]) + (await response.text());
    expect(text).not.toContain(password);
    expect(text).not.toContain(folder);
  }
  tried('addresses and malformed requests', answers.length, 'no password, no path of the computer in the answer');
});

row(
  'the log has no value of a client, and of a broken connection neither statements nor keys',
  lacking.linux,
  async () => {
    const variables = { value: 'CLIENT-VALUE' };
    const query = 'query Find($value: String!) { event(slug: $value) { title } }';
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json' };
    await fetch(url, { method: 'POST', headers, body });
    const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    await fetch(`${url}?${search}`, { headers: { 'apollo-require-preflight': 'yes' } });
    await fetch(`${url}?${search}`, { headers: { authorization: 'CLIENT-VALUE', cookie: 'CLIENT-VALUE' } });
    await withClient(superuserUrl(), (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity where starts_with(usename, 'casebook_api')`),
    );
    while (!program.output().includes('a database connection was lost')) await sleep(20);
    expect(await ask(url)).toEqual(answer);
    expect(program.output()).toContain('"operation":"Find"');
    expect(program.output()).not.toMatch(/CLIENT-VALUE|secretKey|parsedStatements|"select /i);
    expect(program.output()).not.toContain(password);
    tried(
      'requests with a value, and connections that broke, at LOG_LEVEL=trace',
      4,
      'no value, SQL or key in the log',
    );
  },
);

describe('a database URL that does not work is told without its password', () => {
  const wrong: [string, (url: URL) => string][] = [
    ['no server', (url) => Object.assign(url, { port: '1' }).href],
    ['another password', (url) => Object.assign(url, { password: 'hunter2-wrong' }).href],
    ['no such user', (url) => Object.assign(url, { username: 'nobody' }).href],
    ['no such database', (url) => Object.assign(url, { pathname: '/none' }).href],
    ['a character that is not escaped', (url) => url.href.replace('hunter2', 'hunter2/#')],
    ['a wrong escape', (url) => url.href.replace('hunter2', 'hunter2%zz')],
    ['another protocol', (url) => url.href.replace('postgresql', 'mysql')],
  ];
  const given = (change: (url: URL) => string) =>
    change(Object.assign(new URL(superuserUrl()), { password: 'hunter2' }));

  test.each(lacking.linux ? [] : wrong)('%s', async (_what, change) => {
    const settings: Record<string, string>[] = [
      { DATABASE_URL: given(change) },
      { DATABASE_URL: superuserUrl(), READER_DATABASE_URL: given(change) },
    ];
    for (const env of settings) {
      const { code, lines } = await runToEnd(project, { env });
      expect(code).toBe(1);
      expect(lines).toEqual([expect.stringMatching(/^npm start: /)]);
      expect(lines.join()).not.toContain('hunter2');
      expect(lines.join()).not.toContain(password);
    }
  });

  afterAll(() => tried('database URLs that do not work', wrong.length * 2, 'one line, without the password'));
});
