/** The files of a case folder, as they are on disk. */
import { readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../src/failure.ts';
import { readBounded } from './boundedFile.ts';

/** What a folder may hold: more than any case needs. */
const most = { files: 1000, bytes: 32 * 1024 * 1024 };

/** Contents by name. */
export type CaseFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Reads the files of a case folder: all that end in .yaml and do not begin with a dot.
 * @throws Failure when the folder can't be read, has no such file, or is too large to be a case.
 */
export async function readFiles(folder: string): Promise<CaseFiles> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${folder} cannot be read as a case folder (${error.code ?? error.message})`);
  });
  const chosen = names.filter((one) => /^[^.].*\.ya?ml$/s.test(one)).sort();
  if (chosen.length === 0) throw new Failure(`${folder} has no *.yaml file: a case folder needs at least one`);
  if (chosen.length > most.files)
    throw new Failure(`${folder} has ${chosen.length} files, more than the ${most.files} of a case: divide the case`);
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const name of chosen) {
    const content = await readOne(folder, name);
    bytes += content.length;
    if (bytes > most.bytes)
      throw new Failure(`${folder} has more than the ${most.bytes} bytes of a case: divide the case`);
    files.set(name, content);
  }
  return files;
}

async function readOne(folder: string, name: string): Promise<Uint8Array> {
  const path = join(folder, name);
  if (path.endsWith('.yml')) throw new Failure(`${path} would not be read: rename it to end in .yaml`);
  const [real, home] = await Promise.all([realpath(path), realpath(folder)]).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${path} cannot be read (${error.code ?? error.message}): correct or remove it`);
  });
  // What a message quotes would show what stands in any file of the user.
  if (dirname(real) !== home)
    throw new Failure(`${path} is a link that leads out of the folder: put the file itself there`);
  return readBounded(path, 'put a YAML file there, or remove it');
}
