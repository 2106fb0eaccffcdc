/** The PostgreSQL server of a test run: a throw-away one, or the one of DATABASE_URL. */
import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { isAlive } from '../../src/db/embedded/postmaster.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/db/embedded/server.ts';
import { type Progress } from '../../src/progress.ts';

/** Keeps quiet: between the reports of tests only what goes wrong is worth a line. */
export const noProgress: Progress = { update() {}, done() {} };

export interface TestServer extends AsyncDisposable {
  url: string;
  /** Whether it was started for this run and ends with it. */
  throwAway: boolean;
}

/** What a crash would lose does not matter here; speed does. */
const settings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_wal_size=4GB',
  'max_connections=200',
];

const prefix = 'casebook-test-';
const roomy = 2 ** 30;

/** Opens the server for a run. */
export async function openTestServer(progress: Progress): Promise<TestServer> {
  const { databaseUrl } = readConfig();
  if (databaseUrl !== undefined) return { url: databaseUrl, throwAway: false, [Symbol.asyncDispose]: async () => {} };
  return { ...(await startThrowAwayServer(progress)), throwAway: true };
}

/** Starts a server of its own. It and its folder are gone when it is disposed of, or this process is, even by kill -9. */
export async function startThrowAwayServer(progress: Progress): Promise<EmbeddedServer> {
  const { folder, remove } = makeServerFolder();
  try {
    const server = await startEmbedded(folder, { progress, settings, ephemeral: true });
    return {
      ...server,
      url: overTcp(server.url),
      async [Symbol.asyncDispose]() {
        await server[Symbol.asyncDispose]();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** `url` without the server's socket: tests put proxies in the place of its host and port. */
export function overTcp(url: string): string {
  const changed = new URL(url);
  changed.searchParams.delete('host');
  return changed.href;
}

/** A folder for the data of a server, in memory where there is room. A later run removes it if this one is killed. */
export function makeServerFolder(): { folder: string; remove(): void } {
  const parent = freeSpace('/dev/shm') > roomy ? '/dev/shm' : tmpdir();
  removeLeftovers(parent);
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Bytes; 0 where the folder does not exist. */
function freeSpace(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}

/** Removes the folders of runs that were killed together with everything that would have removed them. */
function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // It belongs to another user, who will.
    }
  }
}
