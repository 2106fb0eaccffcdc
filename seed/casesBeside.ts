/** The case files that the programs look into, whatever else may be wrong with them. */
import { resolve } from 'node:path';
import { readCase } from '../src/cases/reading/read.ts';
import { readRecords, type CaseContent } from '../src/cases/reading/records.ts';
import { caseFoldersIn } from '../src/cases/storing/load.ts';

/** Returns what stands in the project's cases and in those of other folders. */
export async function readContents(folders: readonly string[]): Promise<CaseContent[]> {
  const all = new Set([...(await caseFoldersIn()), ...folders].map((folder) => resolve(folder)));
  const read = await Promise.all([...all].map((folder) => readCase(folder)));
  return read.map(({ source }) => readRecords(source).content);
}
