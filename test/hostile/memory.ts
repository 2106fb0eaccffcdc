/** Memory of processes, in MiB, as Linux tells it in /proc. */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

const field = (pid: number, name: string) =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Physical memory that a process holds. */
export const memoryOf = (pid: number) => field(pid, 'VmRSS');

/** The most that it has held since `resetPeak`. */
export const peakOf = (pid: number) => field(pid, 'VmHWM');

export const resetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** Watches the sessions of the API on a database; disposing of it ends that. */
export async function watchSessions(
  url: string,
): Promise<{ now(): Promise<number>; peak(): number } & AsyncDisposable> {
  const client = new pg.Client(url);
  await client.connect();
  let isOver = false;
  let peak = 0;
  const now = async () => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name like 'casebook%'`,
    );
    // What they share with each other is not theirs. One may be gone by now.
    return rows.reduce((sum, { pid }) => sum + privateOf(pid), 0);
  };
  const watching = (async () => {
    for (; !isOver; await setTimeout(20)) peak = Math.max(peak, await now());
  })();
  return {
    now,
    peak: () => peak,
    async [Symbol.asyncDispose]() {
      isOver = true;
      await watching;
      await client.end();
    },
  };
}

function privateOf(pid: number): number {
  try {
    return field(pid, 'RssAnon');
  } catch {
    return 0;
  }
}
