import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The processes that work in `folder` or below it: their numbers, with their command lines. Linux only. */
export function processesIn(folder: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const workingFolder = readlinkSync(`/proc/${pid}/cwd`);
      if (workingFolder === folder || workingFolder.startsWith(`${folder}/`))
        found.set(Number(pid), readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim());
    } catch {
      // It has ended, or belongs to another user.
    }
  }
  return found;
}

/** The number of the process that started `pid`, or has been given it as an orphan. Linux only. */
export function parentOf(pid: number): number {
  return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
}

/** Resolves when no process works in `folder`; the test's own time limit bounds the wait. */
export async function untilNoneIn(folder: string): Promise<void> {
  while (processesIn(folder).size > 0) await sleep(20);
}

/** Ends what a failed test left. */
export function killAllIn(folder: string): void {
  for (const pid of processesIn(folder).keys()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It was quicker.
    }
  }
}
