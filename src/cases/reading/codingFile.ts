/** The file with the two codings of a case, which lies beside the folder of cases: coding/<case folder>.csv. */
import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../failure.ts';
import { readBounded } from './boundedFile.ts';

/** Where it is, from the folder of the case. */
const nameOf = (folder: string) => join('..', '..', 'coding', `${basename(folder)}.csv`);

/** Whether one of the files of a case is the one with its codings. */
export const isCoding = (name: string): boolean => name.endsWith('.csv');

/**
 * Returns the file with the codings of the case in a folder, by its name as seen from there; undefined where there is none.
 * @throws Failure when it can't be read, or is something else than a file of its folder.
 */
export async function readCodingFile(caseFolder: string): Promise<[name: string, content: Uint8Array] | undefined> {
  const folder = resolve(caseFolder);
  const name = nameOf(folder);
  const path = join(folder, name);
  const home = await realpath(dirname(path)).catch(() => undefined);
  if (home === undefined) return undefined;
  const real = await realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Failure(`${path} cannot be read (${error.code ?? error.message}): correct or remove it`);
  });
  if (real === undefined) return undefined;
  // What a message quotes would show what stands in any file of the user.
  if (dirname(real) !== home)
    throw new Failure(`${path} is a link that leads out of the folder: put the file itself there`);
  return [name, await readBounded(path, 'put the codings of the case there, or remove it')];
}
