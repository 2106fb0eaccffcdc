import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../failure.ts';
import { type Account } from './account.ts';
import { type Binaries } from './binaries.ts';
import { explainOutput } from './explain.ts';
import { isAlive } from './postmaster.ts';

/** The superuser of every embedded server. */
export const superuser = 'postgres';

/** The major version of the binaries; it names the data folder too. */
export const majorVersion = '18';

/** The file in the data folder that keeps the superuser's password: made with the data, never changed. */
const passwordFile = 'password';

/** The superuser's password of the server whose data is in `data`. */
export function readPassword(data: string): Promise<string> {
  return readFile(join(data, passwordFile), 'utf8');
}

/**
 * Whether `data` holds data of this PostgreSQL; false when there is nothing.
 * @throws Failure when it holds something else.
 */
export async function isCreated(data: string): Promise<boolean> {
  const files: string[] = await readdir(data).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (files.length === 0) return false;
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => '');
  if (version.trim() === majorVersion && files.includes(passwordFile)) return true;
  const found = version === '' ? 'is not a data folder of ours' : `holds data of PostgreSQL ${version.trim()}`;
  throw new Failure(
    `${data} ${found}, PostgreSQL ${majorVersion} is needed: move it away, and the cases are loaded anew`,
  );
}

/**
 * Makes the data folder `data`. The work is done beside it and renamed, so that a killed initdb, a full disk or two
 * starts at once leave nothing half-made.
 * @param settings lines for postgresql.conf
 * @throws Failure when initdb fails.
 */
export async function createData(
  data: string,
  settings: string[],
  binaries: Binaries,
  account: Account,
  env: NodeJS.ProcessEnv,
) {
  if (/["$`\\\n]/.test(binaries.initdb) && process.platform !== 'win32')
    throw new Failure(`initdb cannot run below ${binaries.initdb}: move the project to a path without " $ \` and \\`);
  await removeLeftovers(data);
  const fresh = `${data}.new-${process.pid}`;
  const secret = `${fresh}.password`;
  try {
    await mkdir(fresh, { mode: 0o700 });
    await writeFile(secret, randomBytes(18).toString('base64url'), { mode: 0o600 });
    await account.own(fresh);
    await account.own(secret);
    const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const login = ['-U', superuser, '-A', 'scram-sha-256', `--pwfile=${secret}`];
    const configuration = ['timezone=UTC', 'log_timezone=UTC', ...settings].flatMap((setting) => ['-c', setting]);
    await run([binaries.initdb, '-D', fresh, ...login, ...locale, '--no-instructions', ...configuration], account, env);
    await rename(secret, join(fresh, passwordFile));
    await rename(fresh, data).catch((error: NodeJS.ErrnoException) => {
      // Another start made it first.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(secret, { force: true });
  }
}

/** Removes what a killed start left beside `data`. */
async function removeLeftovers(data: string): Promise<void> {
  const prefix = `${basename(data)}.new-`;
  for (const name of await readdir(dirname(data)))
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10)))
      await rm(join(dirname(data), name), { recursive: true, force: true });
}

function run(command: string[], account: Account, env: NodeJS.ProcessEnv): Promise<void> {
  const [program = '', ...args] = [...account.prefix, ...command];
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
      ...account.identity,
    });
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(explainOutput('initdb', output, dirname(command[2] ?? '')));
    });
  });
}
