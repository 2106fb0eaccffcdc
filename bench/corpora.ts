/** The data that are measured on: made once, kept below .data. */
import { join } from 'node:path';
import { loadCorpus } from '../seed/corpus/load.ts';
import { loadProjectCases } from '../src/cases/storing/load.ts';
import { projectFolder } from '../src/config.ts';
import { migrate } from '../src/db/migrate.ts';
import { type Progress } from '../src/progress.ts';
import { type Size } from './results.ts';

/** Events of a synthetic corpus; the article's case alone has a few. */
const events: Record<Size, number> = { case: 0, small: 2000, large: 20_000 };
const seed = 1;

export const folderOf = (size: Size) => join(projectFolder, '.data', `bench-${size}`);

/** Loads what is missing into the database at `url`. */
export async function prepare(url: string, size: Size, progress: Progress): Promise<void> {
  await migrate(url, { progress });
  await loadProjectCases(url, { progress });
  if (events[size] > 0) await loadCorpus(url, { events: events[size], seed, progress });
}
