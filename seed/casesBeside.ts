/** The case files that the programs look into, whatever else may be wrong with them. */
import { resolve } from 'node:path';
import { caseFolders } from '../src/cases/reading/caseFolders.ts';
import { readCase } from '../src/cases/reading/read.ts';
import { type CaseContent } from '../src/cases/reading/record.ts';
import { readRecords } from '../src/cases/reading/records.ts';
import { readConfig } from '../src/config.ts';

/** Returns what stands in the cases of the project and of CASES_FOLDER, and in those of other folders. */
export async function readContents(folders: readonly string[]): Promise<CaseContent[]> {
  const all = [...(await caseFolders(readConfig().casesFolders)), ...folders];
  return readContentsOf([...new Set(all.map((folder) => resolve(folder)))]);
}

/** Returns what stands in the cases of these folders. */
export async function readContentsOf(folders: readonly string[]): Promise<CaseContent[]> {
  const read = await Promise.all(folders.map((folder) => readCase(folder)));
  return read.map(({ source }) => readRecords(source).content);
}
