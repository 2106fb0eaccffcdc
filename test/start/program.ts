/** The server as its users run it: in a process of its own, in a copy of the project. */
import { expect } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { works } from './conditions.ts';
import { parentOf } from './processes.ts';

export interface RunOptions {
  env?: Record<string, string>;
  /** Comes before the command: another user, a namespace. */
  prefix?: readonly string[];
  /** Instead of what npm start runs. */
  command?: readonly string[];
}

/** Runs a command as user nobody; needs root. */
export const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/** A program that was started in a copy of the project. */
export interface Program {
  child: ChildProcess;
  /** Everything that it wrote to both outputs so far. */
  output(): string;
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  /** Resolves with the URL of the API. Rejects with the output when the program ends before. */
  listening: Promise<string>;
}

/** Starts the server of a copy, on a free port, with an environment that holds nothing of ours. */
export function start(project: string, { env = {}, prefix = [], command = serverCommand }: RunOptions = {}): Program {
  const [program = '', ...args] = [...endWithTest, ...prefix, ...command];
  const { PATH = '' } = process.env;
  const child = spawn(program, args, {
    cwd: project,
    env: { PATH, HOME: '/nonexistent', PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const ended = new Promise<number | string>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve(code ?? signal ?? ''));
  });
  const listening = new Promise<string>((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data.toString();
      const url = /listens at (\S+)/.exec(output)?.[1];
      if (url !== undefined && output.includes('Ctrl-C')) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then((code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  listening.catch(() => {});
  return { child, output: () => output, ended, listening };
}

/** Linux ends the program when the test's process is killed; in a session of its own it would not hear of it. */
const endWithTest = works('setpriv', '--pdeathsig=KILL', 'true') ? ['setpriv', '--pdeathsig=KILL'] : [];

const serverCommand = [process.execPath, '--import', './src/typescript.mjs', 'src/index.ts'];

/** Runs the server to its end, which must come by itself, and returns its exit code and the lines on its outputs. */
export async function runToEnd(
  project: string,
  options?: RunOptions,
): Promise<{ code: number | string; lines: string[] }> {
  const program = start(project, options);
  const code = await program.ended;
  return {
    code,
    lines: program
      .output()
      .trim()
      .split('\n')
      .filter((line) => !/…$/.test(line)),
  };
}

/** Asks the API for something that takes the database. */
export async function ask(url: string): Promise<unknown> {
  const body = JSON.stringify({ query: '{ cases { totalCount } }' });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.json();
}

/** What `ask` gets where there are the cases of the repository. */
export const answer = { data: { cases: { totalCount: expect.any(Number) } } };

/** The process numbers of the running server of a copy, and of what it holds. Linux only. */
export function processesOf(project: string): { node: number; keeper: number; postgres: number } {
  const postgres = Number(readFileSync(join(project, '.data', 'postgres-18', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const keeper = parentOf(postgres);
  return { node: parentOf(keeper), keeper, postgres };
}

/** The URL of the embedded PostgreSQL of a copy, for its superuser. */
export function superuserUrl(project: string): string {
  const [host, port, , user, password] = readFileSync(join(project, '.data', 'pgpass'), 'utf8')
    .trim()
    .split(':');
  return `postgresql://${user}:${password}@${host}:${port}/postgres`;
}
