/**
 * Preloaded by the scripts of package.json: a program that npm started ends when npm does. npm passes a SIGTERM on to the
 * shell between the two, which ends without a word to the program; of a SIGHUP or SIGKILL not even the shell hears.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds. One look takes some microseconds. */
const interval = 250;

/**
 * From now on the program gets a SIGHUP when npm, or a process between the two, is gone: it stops as when its terminal is
 * closed. Nothing is watched where npm did not start the program itself (`node … &` in a script of one's own goes on
 * without its shell), nor on Windows, where an orphan keeps the number of its parent.
 */
export function endWithNpm() {
  if (process.platform === 'win32' || !isMainThread || !isStartedByNpm()) return;
  const parent = process.ppid;
  let npm = findNpm(parent);
  // Where no file can be opened it is looked again.
  const isAlone = () => {
    if (process.ppid !== parent) return true;
    const found = findNpm(parent);
    if (npm === 'unknown') npm = found;
    return found === 'gone' || (found !== 'unknown' && found !== npm);
  };
  // Gone before this was reached.
  if (npm === 'gone' || isAlone()) return hangUp();
  const timer = setInterval(() => {
    if (!isAlone()) return;
    clearInterval(timer);
    hangUp();
  }, interval).unref();
}

/** Whether the command that npm says it runs is this process; others only inherit npm's variables. */
function isStartedByNpm() {
  // Config.ts is TypeScript, which is not understood yet.
  // eslint-disable-next-line no-restricted-properties
  const { npm_config_user_agent: agent = '', npm_lifecycle_script: script } = process.env;
  const [, file = '', ...args] = process.argv;
  const command = ['node', ...process.execArgv, relative(process.cwd(), file), ...args].join(' ');
  // npm appends what it is given after `--`.
  return agent.startsWith('npm/') && `${command} `.startsWith(`${script} `);
}

/**
 * The number of the process above this one that is npm, which gives itself a name that begins with its own; 'gone' where
 * there is none, 'unknown' where the system does not tell (macOS, where the shell becomes the program).
 */
function findNpm(pid) {
  if (pid === 0) return 'gone';
  const stat = statOf(pid);
  if (stat === undefined) return 'unknown';
  return /^npm\b/.test(stat.name) ? pid : findNpm(Number(stat.parent));
}

/** What Linux tells of a process: `12 (npm start) S 11 …`, with any characters in the name (proc(5)). */
function statOf(pid) {
  try {
    return /^\d+ \((?<name>.*)\) \S (?<parent>\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.groups;
  } catch {
    return undefined;
  }
}

/** Emitted rather than sent: it reaches those who listen, and a signal may be ignored. */
function hangUp() {
  if (!process.emit('SIGHUP', 'SIGHUP')) process.exit(129);
}
