/** Where the cases are: those of the project, and those that CASES_FOLDER adds. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../../config.ts';
import { Failure } from '../../failure.ts';

const projectCases = join(projectFolder, 'seed', 'cases');

/**
 * Returns the case folders of the project, then those below each of the other folders, each folder's sorted by name.
 * @param casesFolders what CASES_FOLDER names, as absolute paths
 * @throws Failure when one of them can't be read or has no case folder.
 */
export async function caseFolders(casesFolders: readonly string[]): Promise<string[]> {
  const others = [...new Set(casesFolders)].filter((folder) => folder !== projectCases);
  const found = await Promise.all([foldersIn(projectCases), ...others.map(ownFolders)]);
  return found.flat();
}

async function ownFolders(folder: string): Promise<string[]> {
  const folders = await foldersIn(folder, 'CASES_FOLDER: ');
  if (folders.length > 0) return folders;
  const files = await readdir(folder);
  const instead = files.some((name) => /^[^.].*\.ya?ml$/is.test(name))
    ? 'is a case folder itself: name the folder that it lies in'
    : 'has no case folder: put a folder for each case there, or take it out of CASES_FOLDER';
  throw new Failure(`CASES_FOLDER: ${folder} ${instead}`);
}

async function foldersIn(folder: string, setting = ''): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(
      `${setting}${folder} cannot be read (${error.code ?? error.message})${setting && ': correct the path, or unset it'}`,
    );
  });
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
  return names.sort().map((name) => join(folder, name));
}
