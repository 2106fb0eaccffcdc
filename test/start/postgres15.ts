/** The oldest PostgreSQL that will do, where the machine has its programs. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asNobody } from './program.ts';
import { freePort } from '../support/freePort.ts';

const programs = ['/usr/lib/postgresql/15/bin', '/usr/pgsql-15/bin', '/opt/homebrew/opt/postgresql@15/bin'].find(
  (path) => existsSync(join(path, 'initdb')),
);

/** Why there is no PostgreSQL 15 to test with; empty where there is one. */
export const noPostgres15 = programs === undefined ? 'needs the programs of PostgreSQL 15' : '';

export interface Postgres15 extends AsyncDisposable {
  /** Of its superuser. */
  url: string;
}

/** Starts PostgreSQL 15 with a new cluster in `folder`, which does not exist yet. */
export async function startPostgres15(folder: string): Promise<Postgres15> {
  const prefix = process.getuid?.() === 0 ? asNobody : [];
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, 'secret');
  mkdirSync(folder);
  if (prefix.length > 0) execFileSync('chown', ['nobody', folder, passwordFile]);
  const run = (name: string, ...args: string[]) =>
    [...prefix, join(programs ?? '', name), '-D', folder, ...args] as const;
  const [initdb = '', ...initdbArgs] = run(
    'initdb',
    '-U',
    'owner',
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-N',
    `--pwfile=${passwordFile}`,
  );
  execFileSync(initdb, initdbArgs, { stdio: 'ignore' });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const [postgres = '', ...args] = run('postgres', '-p', String(port), ...settings);
  const child = spawn(postgres, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    let log = '';
    child.stderr.on('data', (data: Buffer) => {
      log += data.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    void exited.then(() => reject(new Error(log)));
  });
  return {
    url: `postgresql://owner:secret@127.0.0.1:${port}/postgres`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT');
      await exited;
    },
  };
}
