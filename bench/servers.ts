/** The servers that are compared: each a process of its own, and each told the same questions in its own way. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectFolder } from '../src/config.ts';
import { type OperationName, operations } from './operations.ts';
import { type Variables } from './variables.ts';

export const serverNames = ['casebook', 'floor', 'floor-text', 'postgraphile'] as const;
export type ServerName = (typeof serverNames)[number];

/** What one client asks: where, and in which words. */
interface Question {
  url: string;
  body: string;
}

export interface Server extends AsyncDisposable {
  name: ServerName;
  pid: number;
  ask(operation: OperationName, variables: Variables): Question;
  /** Its data in the shape of Casebook's; undefined where they have it. */
  translate?(operation: OperationName, data: unknown, variables: Variables): unknown;
}

/** As POOL_SIZE is by default. */
export const poolSize = 10;
const patience = 60_000;
const logFolder = join(projectFolder, '.data', 'bench-logs');

/**
 * Casebook as `npm start` starts it, every setting that is not given being the default's. Its log goes to a file. The
 * budget of a client is kept, and is larger than what the load spends.
 */
export async function startCasebook(
  settings: Record<string, string>,
  nodeArguments: readonly string[] = [],
): Promise<Server> {
  const args = [...nodeArguments, '--import', './src/typescript.mjs', 'src/index.ts'];
  const env = { PORT: '0', ANSWER_CACHE_MB: '0', RATE_LIMIT_POINTS: '999999999', ...settings };
  const program = launch('casebook', process.execPath, args, env);
  const [, port] = await program.says(/listens at \S+:(\d+)/);
  return {
    ...program,
    name: 'casebook',
    ask: (operation, variables) => ({
      url: `http://127.0.0.1:${port}/graphql`,
      body: JSON.stringify({ query: operations[operation].document, variables }),
    }),
  };
}

/** The hand-written one; with `text`, PostgreSQL's JSON is sent on unread. */
export async function startFloor(url: string, text: boolean): Promise<Server> {
  const name = text ? 'floor-text' : 'floor';
  const args = ['bench/floor/server.mjs', JSON.stringify({ url, poolSize, text })];
  const program = launch(name, process.execPath, args, { NODE_ENV: 'production' });
  const [, port] = await program.says(/^(\d+)$/m);
  return {
    ...program,
    name,
    ask: (operation, variables) => ({
      url: `http://127.0.0.1:${port}/${operation}`,
      body: JSON.stringify(variables),
    }),
  };
}

/** Starts a program in the project's folder with this environment and no other; what it writes goes to its log file. */
export function launch(name: string, command: string, args: readonly string[], env: Record<string, string>) {
  mkdirSync(logFolder, { recursive: true });
  const path = join(logFolder, `${name}.log`);
  const log = openSync(path, 'w');
  // It ends with the benchmark, also when that is killed (Linux).
  const child = spawn('setpriv', ['--pdeathsig=TERM', command, ...args], {
    cwd: projectFolder,
    env,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = once(child, 'exit');
  return {
    pid: child.pid as number,
    /** Waits until its log matches. */
    async says(pattern: RegExp): Promise<RegExpExecArray> {
      for (const end = Date.now() + patience; Date.now() < end; await sleep(5)) {
        const match = pattern.exec(readFileSync(path, 'utf8'));
        if (match) return match;
        if (child.exitCode !== null) break;
      }
      throw new Error(`${name} did not start: see ${path}`);
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill();
      await exited;
    },
  };
}
