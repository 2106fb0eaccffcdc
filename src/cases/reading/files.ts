/** The files of a case folder, as they are on disk. */
import { type Stats } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { printable } from '../../domain/text.ts';
import { Failure } from '../../failure.ts';
import { checkIsFile, readBounded } from './boundedFile.ts';
import { readCodingFile } from './codingFile.ts';

/** What a folder may hold: more than any case needs. */
const most = { files: 1000, bytes: 32 * 1024 * 1024 };

/** Contents by name. */
export type CaseFiles = ReadonlyMap<string, Uint8Array>;

/** The files of a case folder, and what the user should know of them. */
export interface CaseFolder {
  files: CaseFiles;
  warnings: readonly string[];
}

const hint = 'put a YAML file there, or remove it';

/**
 * Reads the files of a case folder: all that end in .yaml and do not begin with a dot. None is read before all are looked at.
 * What someone may take for a case file and is not read is told. With them comes the file with the case's codings, if it has one.
 * @throws Failure when the folder can't be read, has no such file or something else in its place, or is too large to be a
 *   case.
 */
export async function readFiles(folder: string): Promise<CaseFolder> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${folder} cannot be read as a case folder (${error.code ?? error.message})`);
  });
  const chosen = names.filter((one) => /^[^.].*\.ya?ml$/is.test(one)).sort();
  if (chosen.length === 0) throw new Failure(`${folder} has no *.yaml file: a case folder needs at least one`);
  if (chosen.length > most.files)
    throw new Failure(`${folder} has ${chosen.length} files, more than the ${most.files} of a case: divide the case`);
  const linked: string[] = [];
  for (const name of chosen) if ((await checkOne(folder, name)).nlink > 1) linked.push(name);
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const name of chosen) {
    const content = await readBounded(join(folder, name), hint);
    bytes += content.length;
    if (bytes > most.bytes)
      throw new Failure(`${folder} has more than the ${most.bytes} bytes of a case: divide the case`);
    files.set(name, content);
  }
  const coding = await readCodingFile(folder);
  if (coding) files.set(...coding);
  const notRead = await warnOfOthers(
    folder,
    names.filter((name) => !chosen.includes(name)),
  );
  return { files, warnings: [...(linked.length > 0 ? [warnOfLinks(folder, linked)] : []), ...notRead] };
}

/** More than a reader wants a line each for. */
const mostOthers = 5;

/** Hidden files and folders of other programs (.git, .DS_Store, a.yaml.swp) and files of other kinds are nobody's case file. */
async function warnOfOthers(folder: string, names: readonly string[]): Promise<string[]> {
  const warnings: string[] = [];
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    if (/\.ya?ml$/is.test(name))
      warnings.push(`${path} is hidden, so it is not read: rename it without the dot, or remove it`);
    else if (/\.ya?ml\./is.test(name) && !name.startsWith('.'))
      warnings.push(`${path} does not end in .yaml, so it is not read: rename it, or remove it`);
    else if (!name.startsWith('.') && (await mayHoldCaseFiles(path)))
      warnings.push(`${path} is a folder, so nothing in it is read: put its files beside the others`);
    if (warnings.length > mostOthers) break;
  }
  return warnings.slice(0, mostOthers).map(printable);
}

/** Whether it is a folder with YAML files or folders in it, or one that cannot be looked into; one of texts is nobody's case. */
const mayHoldCaseFiles = (path: string) =>
  readdir(path, { withFileTypes: true }).then(
    (entries) => entries.some((entry) => entry.isDirectory() || /\.ya?ml$/is.test(entry.name)),
    (error: NodeJS.ErrnoException) => error.code === 'EACCES',
  );

/** A copy of the folder may share its files honestly (`cp -al`, pnpm), so that they are read; but who looks at it does not see it. */
function warnOfLinks(folder: string, names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${names
    .slice(0, 3)
    .map((name) => join(folder, name))
    .join(
      ', ',
    )}${more}: hard links, so what is written under their other names changes the case: copy the files to part them`;
}

async function checkOne(folder: string, name: string): Promise<Stats> {
  const path = join(folder, name);
  if (!path.endsWith('.yaml')) throw new Failure(`${path} would not be read: rename it to end in .yaml`);
  const [real, home] = await Promise.all([realpath(path), realpath(folder)]).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${path} cannot be read (${error.code ?? error.message}): correct or remove it`);
  });
  // What a message quotes would show what stands in any file of the user.
  if (dirname(real) !== home)
    throw new Failure(`${path} is a link that leads out of the folder: put the file itself there`);
  return checkIsFile(path, hint);
}
