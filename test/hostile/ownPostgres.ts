/** A PostgreSQL of a test's own that can be hurt, and comes back at the same address. Linux only. */
import { afterAll, beforeAll } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { readPostmaster } from '../../src/db/embedded/postmaster.ts';
import { dataFolderIn, type EmbeddedServer, startEmbedded } from '../../src/db/embedded/server.ts';
import { makeServerFolder, noProgress } from '../support/postgres.ts';
import { freePort } from '../support/freePort.ts';

/** What a lost machine would lose does not matter here: only processes are killed. */
const commonSettings = ['fsync=off', 'autovacuum=off'];

export class OwnPostgres implements AsyncDisposable {
  /** Of a superuser, the same after each start. */
  readonly url: string;
  readonly #folder: string;
  readonly #settings: readonly string[];
  #server: EmbeddedServer;

  private constructor(folder: string, settings: readonly string[], port: number, server: EmbeddedServer) {
    this.#folder = folder;
    this.#settings = settings;
    this.#server = server;
    this.url = Object.assign(new URL(server.url), { port: String(port) }).href;
  }

  /** Starts one with its data in `folder`, with lines for postgresql.conf. */
  static async open(folder: string, given: readonly string[] = []): Promise<OwnPostgres> {
    const port = await freePort();
    // The last setting of a name counts.
    const settings = [...commonSettings, `port=${port}`, ...given];
    return new OwnPostgres(folder, settings, port, await startEmbedded(folder, { progress: noProgress, settings }));
  }

  /** Starts it again. */
  async start(): Promise<void> {
    this.#server = await startEmbedded(this.#folder, { progress: noProgress, settings: this.#settings });
  }

  /** A fast shutdown: sessions are told, and ended. */
  async stop(): Promise<void> {
    await this.#server[Symbol.asyncDispose]();
  }

  /** Ends it without a word; the next start recovers. */
  async kill(): Promise<void> {
    for (const pid of await this.#processes()) process.kill(pid, 'SIGKILL');
    await this.#server.exited;
  }

  /** Stops all of its processes where they are: connections stay open, and nobody answers. */
  async pause(): Promise<void> {
    for (const pid of await this.#processes()) process.kill(pid, 'SIGSTOP');
  }

  async resume(): Promise<void> {
    for (const pid of await this.#processes()) process.kill(pid, 'SIGCONT');
  }

  /** The first process, which begins all others, comes first. */
  async #processes(): Promise<number[]> {
    const first = await readPostmaster(dataFolderIn(this.#folder));
    if (!first?.running) throw new Error('PostgreSQL is not running');
    const others = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && parentOf(entry) === first.pid);
    return [first.pid, ...others.map(Number)];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.resume().catch(() => {});
    await this.stop();
  }
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** A server for the tests of a file. */
export function useOwnPostgres(settings: readonly string[] = []): () => OwnPostgres {
  const { folder, remove } = makeServerFolder();
  let postgres: OwnPostgres | undefined;
  beforeAll(async () => {
    postgres = await OwnPostgres.open(folder, settings);
  });
  afterAll(async () => {
    await postgres?.[Symbol.asyncDispose]();
    remove();
  });
  return () => {
    if (!postgres) throw new Error('the server is started in beforeAll');
    return postgres;
  };
}
