import { withClient } from '../../src/db/client.ts';
import { type Progress } from '../../src/progress.ts';
import { StoredCases } from '../../src/cases/storing/stored.ts';
import { loadCases } from '../../src/cases/storing/load.ts';
import { EVENTS_PER_CASE, syntheticCase } from './case.ts';

export interface CorpusOptions {
  /** How many events; there are five statements to each. */
  events: number;
  /** Another seed, another corpus. */
  seed: number;
  progress: Progress;
}

/** So many cases are made and loaded at a time: what bounds the memory. */
const CASES_AT_A_TIME = 10;

/**
 * Loads a synthetic corpus into the database `url`, in batches of cases that go through all checks of the loader. What
 * is there already is left as it is.
 * @returns how many rows were written
 * @throws Failure when the database refuses
 */
export async function loadCorpus(url: string, { events, seed, progress }: CorpusOptions): Promise<number> {
  const cases = Math.ceil(events / EVENTS_PER_CASE);
  const quiet: Progress = { update: () => {}, done: () => {} };
  const stored = new StoredCases();
  let rows = 0;
  for (let first = 0; first < cases; first += CASES_AT_A_TIME) {
    const numbers = Array.from({ length: Math.min(CASES_AT_A_TIME, cases - first) }, (_, index) => first + index);
    progress.update('Loading synthetic cases …', `${first + numbers.length} of ${cases}`);
    const { loaded } = await loadCases(url, {
      cases: numbers.map((number) =>
        syntheticCase(seed, number, Math.min(EVENTS_PER_CASE, events - number * EVENTS_PER_CASE)),
      ),
      casesPerTransaction: CASES_AT_A_TIME,
      stored,
      progress: quiet,
    });
    rows += loaded.reduce((sum, { inserted, updated, deleted }) => sum + inserted + updated + deleted, 0);
  }
  if (rows > 0) {
    // The planner reads indexes alone only where it knows that all rows of a page are visible.
    progress.update('Vacuuming the tables …');
    await withClient(url, (client) => client.query('vacuum (analyze)'));
  }
  return rows;
}
