/** The files of a case folder, as they are on disk. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../src/failure.ts';

/** More than any case needs; a file beyond is a mistake that would cost minutes. */
const mostBytes = 8 * 1024 * 1024;

/** Contents by name. */
export type CaseFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Reads the files of a case folder: all that end in .yaml and do not begin with a dot.
 * @throws Failure when the folder can't be read or has no such file.
 */
export async function readFiles(folder: string): Promise<CaseFiles> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${folder} cannot be read as a case folder (${error.code ?? error.message})`);
  });
  const files = new Map<string, Uint8Array>();
  for (const name of names.filter((one) => /^[^.].*\.ya?ml$/.test(one)).sort())
    files.set(name, await readOne(join(folder, name)));
  if (files.size === 0) throw new Failure(`${folder} has no *.yaml file: a case folder needs at least one`);
  return files;
}

async function readOne(path: string): Promise<Uint8Array> {
  if (path.endsWith('.yml')) throw new Failure(`${path} would not be read: rename it to end in .yaml`);
  try {
    const { size } = await stat(path);
    if (size > mostBytes)
      throw new Failure(`${path} has ${size} bytes, more than the ${mostBytes} of a case file: divide it`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}
