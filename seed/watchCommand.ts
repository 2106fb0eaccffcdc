/** `npm run seed -- --watch`: does again what a command does, whenever a case file is saved. */
import { watch, type FSWatcher } from 'node:fs';
import { CaseProblems } from '../src/cases/problems.ts';
import { asFailure } from '../src/shortage.ts';

/** Milliseconds after the last of the events that one save causes: editors write, rename and remove. */
const settled = 80;

export interface Watched {
  /** The case folders, asked again before each run. */
  folders(): Promise<readonly string[]>;
  /** The folders in which a case folder may come or go. */
  parents: readonly string[];
  /** What is done once at the start and after each save. */
  run(): Promise<void>;
  /** Told when the next save is waited for. */
  waiting(): void;
  /** Ends the watching. */
  stop: Promise<void>;
}

/**
 * Runs now and after each change of a file in the case folders, or when one comes or goes, until it is stopped. What is
 * wrong with the files is printed, and the next save is waited for. The folders are watched, not the files: editors replace these.
 */
export async function watchFolders({ folders, parents, run, waiting, stop }: Watched): Promise<void> {
  const watchers = new Map<string, FSWatcher>();
  let changed = () => {};
  let stopped = false;
  const end = stop.then(() => {
    stopped = true;
  });
  let change = new Promise<void>((resolve) => (changed = resolve));
  try {
    while (!stopped) {
      const next = change;
      await attempt(async () => {
        const chosen = await folders();
        for (const folder of chosen) observe(folder, (_, name) => name === null || ofCase.test(name));
        // Where other things lie too, a log for instance: only a folder that comes or goes is of interest.
        for (const folder of parents) observe(folder, (event) => event === 'rename');
        await run();
      });
      waiting();
      await Promise.race([next, end]);
      if (!stopped) await quiet();
    }
  } finally {
    for (const watcher of watchers.values()) watcher.close();
  }

  function observe(folder: string, matters: (event: string, name: string | null) => boolean): void {
    if (watchers.has(folder)) return;
    const watcher = watch(folder, (event, name) => {
      if (matters(event, name)) changed();
    });
    watcher.on('error', () => {
      watcher.close();
      watchers.delete(folder);
    });
    watchers.set(folder, watcher);
  }

  /** Waits until nothing has changed for a while, and begins to listen anew. */
  async function quiet(): Promise<void> {
    for (let isQuiet = false; !isQuiet && !stopped;) {
      change = new Promise<void>((resolve) => (changed = resolve));
      const pause = new Promise<true>((resolve) => setTimeout(() => resolve(true), settled));
      isQuiet = await Promise.race([pause, change.then(() => false)]);
    }
  }
}

/** The files that are read: not what editors write beside them. */
const ofCase = /\.(ya?ml|csv)$/i;

/** What its user can put right is printed; everything else is a defect, and ends the program. */
async function attempt(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    const failure = error instanceof CaseProblems ? error : asFailure(error);
    if (failure === undefined) throw error;
    process.stderr.write(`${failure.message}\n`);
  }
}
