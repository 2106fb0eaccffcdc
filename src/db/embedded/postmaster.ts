/** What PostgreSQL's own lock file, postmaster.pid, tells about the server of a data folder. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface Postmaster {
  pid: number;
  /** On 127.0.0.1. */
  port: number;
  /** `starting`, `ready`, `stopping`; empty at the very beginning. */
  status: string;
  /** False when the server is gone and its number is free or belongs to another program. */
  running: boolean;
}

/** The server that wrote postmaster.pid in the folder `data`; undefined when there is no such file or it is damaged. */
export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid = '', , , port = '', , , , status = ''] = text.split('\n');
  if (!/^\d+$/.test(pid.trim())) return undefined;
  return { pid: Number(pid), port: Number(port), status: status.trim(), running: runsIn(Number(pid), data) };
}

function runsIn(pid: number, data: string): boolean {
  if (process.platform === 'win32') return isAlive(pid);
  if (process.platform !== 'linux') return programOf(pid, 'ps') === 'postgres';
  try {
    // PostgreSQL works in its data folder: another cluster's server is told apart.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data) && programOf(pid, '/proc') === 'postgres';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' && programOf(pid, '/proc') === 'postgres';
  }
}

function programOf(pid: number, source: '/proc' | 'ps'): string {
  try {
    const command =
      source === 'ps'
        ? execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' })
        : (readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '');
    return basename(command.trim());
  } catch {
    return '';
  }
}

/** Whether a process with this number exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
