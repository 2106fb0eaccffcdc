/**
 * Holds PostgreSQL so that it never outlives the program that started it. Run as its own process by bare node:
 *
 *     node keeper.mjs '{ "pg_ctl", "data", "remove" }' command arguments…
 *
 * Standard input is a pipe that the starter keeps open. It closes when the starter stops or is killed, by whatever
 * signal; then PostgreSQL gets a fast shutdown. The keeper has a session of its own, so a Ctrl-C does not reach it and
 * the starter decides on the order in which things stop. Its exit code is PostgreSQL's.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import process from 'node:process';
import { setTimeout } from 'node:timers';

// So that a `killall -9 node` does not take the keeper along.
process.title = 'casebook-keeper';

const [, , options = '{}', command = '', ...args] = process.argv;
/** @type {{ pg_ctl: string, data: string, remove?: string, uid?: number, gid?: number }} */
const { pg_ctl, data, remove, ...identity } = JSON.parse(options);

const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], windowsHide: true, ...identity });

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  if (process.platform === 'win32') {
    // Windows has no signals to send.
    spawn(pg_ctl, ['stop', '-D', data, '-m', 'fast', '-w'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  server.kill('SIGINT');
  // An immediate shutdown, should the fast one hang: the next start recovers.
  setTimeout(() => server.kill('SIGQUIT'), 60_000).unref();
}

process.stderr.on('error', () => {});
process.stdin.on('error', stop).on('close', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

server.on('error', (error) => {
  process.stderr.write(`FATAL:  ${error.message}\n`);
  process.exit(1);
});
server.on('exit', (code) => {
  // Otherwise the starter lives, and may want to try again.
  if (stopping && remove !== undefined) rmSync(remove, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code ?? 1);
});
