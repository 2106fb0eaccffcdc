import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Account } from './account.ts';

/** A PostgreSQL in the hands of a keeper (see keeper.mjs). */
export interface Kept {
  /** True when it takes connections, false when it gave up before. */
  ready: Promise<boolean>;
  /** The end of what it wrote to its log so far. */
  log(): string;
  /** Resolves when the keeper is gone: PostgreSQL has ended, or the keeper was killed. */
  ended: Promise<void>;
  /** Lets go of it, and resolves when no process of it is left. */
  release(): Promise<void>;
}

const keeper = fileURLToPath(new URL('keeper.mjs', import.meta.url));
const keptLogLength = 8000;

/**
 * Runs `command`, a postgres, until it ends, is released, or this process is gone.
 * @param options what keeper.mjs takes
 */
export function keep(
  command: readonly string[],
  options: { pg_ctl: string; data: string; remove?: string },
  identity: Account['identity'],
  env: NodeJS.ProcessEnv,
): Kept {
  const child = spawn(process.execPath, [keeper, JSON.stringify({ ...options, ...identity }), ...command], {
    env,
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
  });
  child.stdin.on('error', () => {});
  let log = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  // PostgreSQL's processes inherit the pipe, so it closes with the last of them.
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
  const ready = new Promise<boolean>((resolve) => {
    child.on('error', (error) => (log += `FATAL:  ${error.message}\n`));
    child.on('exit', (_code, signal) => {
      if (signal !== null) log += `FATAL:  its keeper was ended by ${signal}\n`;
    });
    child.stderr.on('data', (data: Buffer) => {
      log = (log + data.toString()).slice(-keptLogLength);
      if (log.includes('database system is ready to accept connections')) resolve(true);
      // A SIGTERM to PostgreSQL has it wait for the clients, which keep their connections: the keeper hurries it.
      if (log.includes('received smart shutdown request')) child.stdin.end();
    });
    void closed.then(() => resolve(false));
  });
  return {
    ready,
    log: () => log,
    ended,
    release() {
      child.stdin.end();
      return closed;
    },
  };
}
