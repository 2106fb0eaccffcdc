/** An embedded PostgreSQL server: started, watched, stopped. */
import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { postgresEnvironment, projectFolder } from '../../config.ts';
import { Failure } from '../../failure.ts';
import { type Progress } from '../../progress.ts';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { createData, isCreated, majorVersion, readPassword, removeLeftovers } from './create.ts';
import { explainFileError, lastComplaint } from './explain.ts';
import { keep, type Kept } from './keep.ts';
import { launch } from './launch.ts';
import { giveFolder } from './ownership.ts';
import { writePgpass } from './pgpass.ts';
import { readPostmaster } from './postmaster.ts';
import { noSocket, socketSettings } from './socket.ts';
import { embeddedUrl } from './url.ts';

/** A running server; disposing of it stops PostgreSQL and waits until none of its processes is left. */
export interface EmbeddedServer extends AsyncDisposable {
  url: string;
  port: number;
  /** One line, when the server is gone although nobody disposed of it. */
  exited: Promise<string>;
}

export interface EmbeddedOptions {
  progress: Progress;
  /** Lines for postgresql.conf, for this start only. */
  settings?: readonly string[];
  /** Remove the whole folder when the server stops, also when this process was killed. */
  ephemeral?: boolean;
}

const commonSettings = [
  'listen_addresses=127.0.0.1',
  'lc_messages=C',
  // /dev/shm is tiny in containers.
  `dynamic_shared_memory_type=${process.platform === 'win32' ? 'windows' : 'mmap'}`,
];

/** Bytes. PostgreSQL's programs have room for 1023, and append names of files. */
const longestPath = 800;

/** The data folder below `folder`; its name has the version, so that a newer PostgreSQL starts anew beside it. */
export function dataFolderIn(folder: string): string {
  return join(resolve(folder), `postgres-${majorVersion}`);
}

/**
 * Starts PostgreSQL on the data below `folder`, making them first where there are none.
 * @throws Failure with one line that says what to do.
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    return await start(resolve(folder), options);
  } catch (error) {
    throw explainFileError(error, folder);
  }
}

async function start(folder: string, { progress, settings = [], ephemeral }: EmbeddedOptions): Promise<EmbeddedServer> {
  const data = dataFolderIn(folder);
  if (Buffer.byteLength(data) > longestPath)
    throw new Failure(`the path of ${folder} is too long for PostgreSQL: move the project to a shorter one`);
  // Whatever the umask, the account that PostgreSQL runs under must be able to pass.
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await chmod(folder, 0o711);
  const binaries = await findBinaries(join(folder, 'lib'));
  const env = postgresEnvironment();
  const postgres = [...binaries.launcher, binaries.postgres];
  await removeLeftovers(data);
  const created = await isCreated(data);
  const account = await chooseAccount(created ? data : undefined, projectFolder, {
    program: postgres,
    folder,
    env,
  });
  if (made !== undefined) await giveFolder(folder, account);
  if (!created) {
    progress.update('Creating the database …');
    await createData(data, [...commonSettings, noSocket], binaries, account, env);
  }
  progress.update('Starting PostgreSQL …');
  const { port, kept } = await launch(data, (port, { variables, hasSocket }) => {
    const given = [...commonSettings, ...(hasSocket ? socketSettings(data) : [noSocket]), ...settings];
    const flags = given.flatMap((setting) => ['-c', setting]);
    const command = [...account.prefix, ...postgres, '-D', data, '-p', String(port), ...flags];
    const options = { pg_ctl: binaries.pg_ctl, data, remove: ephemeral ? folder : undefined };
    return keep(command, options, account.identity, { ...env, ...variables });
  });
  try {
    await writePgpass(folder, port, await readPassword(data), account);
    return { url: await embeddedUrl(data, port), port, ...watch(kept, data) };
  } catch (error) {
    await kept.release();
    throw error;
  }
}

function watch(kept: Kept, data: string) {
  let disposed = false;
  const exited = kept.ended.then(() => {
    if (disposed) return new Promise<never>(() => {});
    const complaint = lastComplaint(kept.log()) || 'it was killed';
    return `the embedded PostgreSQL has ended (${complaint}): start again, it recovers its data by itself`;
  });
  return {
    exited,
    async [Symbol.asyncDispose]() {
      disposed = true;
      // Where the keeper itself was killed and the system has no signal for that (macOS), the server is still there.
      void kept.ended.then(async () => {
        const left = await readPostmaster(data);
        if (left?.running) process.kill(left.pid, 'SIGINT');
      });
      await kept.release();
    },
  };
}
