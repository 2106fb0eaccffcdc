import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../failure.ts';
import { type Account } from './account.ts';
import { type Binaries } from './binaries.ts';
import { explainOutput } from './explain.ts';
import { giveFolder, writeSecret } from './ownership.ts';
import { isAlive } from './postmaster.ts';

/** The superuser of every embedded server. */
export const superuser = 'postgres';

/** The major version of the binaries; it names the data folder too. */
export const majorVersion = '18';

/** The file in the data folder that keeps the superuser's password: made with the data, never changed. */
const passwordFile = 'password';

/**
 * The superuser's password of the server whose data is in `data`.
 * @throws Failure when the file holds anything else: for root it may be a link, to what it would pass on in pgpass.
 */
export async function readPassword(data: string): Promise<string> {
  const path = join(data, passwordFile);
  const password = await readFile(path, 'utf8');
  if (!/^[\w-]{24}$/.test(password))
    throw new Failure(`${path} is not the password that was made: move ${data} away, and the cases are loaded anew`);
  return password;
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
  const fresh = `${data}.new-${process.pid}`;
  const secret = `${fresh}.password`;
  try {
    await mkdir(fresh, { mode: 0o700 });
    await writeSecret(secret, randomBytes(18).toString('base64url'), account);
    await giveFolder(fresh, account);
    const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const login = ['-U', superuser, '-A', 'scram-sha-256', `--pwfile=${secret}`];
    const configuration = ['timezone=UTC', 'log_timezone=UTC', ...settings].flatMap((setting) => ['-c', setting]);
    const initdb = [...binaries.launcher, binaries.initdb, '-D', fresh, ...login, ...locale, '--no-instructions'];
    await run([...account.prefix, ...initdb, ...configuration], account.identity, env, data);
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

/**
 * Removes what a start that was killed while it made `data` left beside it; in a container it may have had this
 * process's number. What belongs to one that is still on its way out, or cannot be removed yet, is left to the next start.
 */
export async function removeLeftovers(data: string): Promise<void> {
  const prefix = `${basename(data)}.new-`;
  const names = (await readdir(dirname(data))).filter((name) => name.startsWith(prefix));
  // The file of the password first: an initdb that outlived its start and has not read it yet then makes nothing.
  for (const name of names.sort().reverse()) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid === process.pid || !isAlive(pid)) await removePatiently(join(dirname(data), name));
  }
}

/** Removes a folder in which an initdb may still be at work: it goes on making files until it misses one. */
async function removePatiently(path: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    try {
      return await rm(path, { recursive: true, force: true });
    } catch {
      await sleep(100);
    }
  }
}

function run(
  [program = '', ...args]: string[],
  identity: Account['identity'],
  env: NodeJS.ProcessEnv,
  data: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(program, args, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
      ...identity,
    });
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(explainOutput('initdb', output, dirname(data)));
    });
  });
}
