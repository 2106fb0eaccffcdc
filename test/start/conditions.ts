/** What a start condition needs of the machine: a row that cannot run here says so in its name. */
import { test } from '@jest/globals';
import { spawnSync } from 'node:child_process';

/** Whether a program is there and does what it is told. */
export const works = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

const psqlVersion = Number(
  / (\d+)/.exec(spawnSync('psql', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0,
);

const isRoot = process.getuid?.() === 0;

/** Why a row cannot run here; empty when it can. */
export const lacking = {
  linux: process.platform === 'linux' ? '' : 'needs Linux',
  root: isRoot && works('setpriv', '--reuid=65534', 'true') ? '' : 'needs root',
  psql: psqlVersion >= 15 ? '' : 'needs psql 15 or newer',
  terminal: works('script', '--version') ? '' : 'needs script (util-linux)',
  namespaces: isRoot && works('unshare', '-m', 'true') ? '' : 'needs root and mount namespaces',
};

/** A row; where something is lacking it is reported as skipped, with the reason. `timeout` in ms. */
export function row(name: string, reason: string, run: () => Promise<void> | void, timeout?: number): void {
  if (reason === '') test(name, run, timeout);
  else test.skip(`${name} (skipped: ${reason})`, run);
}
