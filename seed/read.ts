/** Reads the YAML files of a case folder. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { Failure } from '../src/failure.ts';
import { type Problem } from './problems.ts';
import { revisionOf } from './revision.ts';
import { type CaseSource } from './source.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** More than any case needs; a file beyond is a mistake that would cost minutes. */
const mostBytes = 8 * 1024 * 1024;

/** The files of a case as they are on disk, by name. */
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
  for (const name of names.filter((one) => /^[^.].*\.ya?ml$/.test(one)).sort()) {
    const path = join(folder, name);
    if (name.endsWith('.yml')) throw new Failure(`${path} would not be read: rename it to end in .yaml`);
    const { size } = await stat(path);
    if (size > mostBytes) throw new Failure(`${path} has ${size} bytes, more than the ${mostBytes} that a case file may have: divide it`);
    files.set(name, await readFile(path));
  }
  if (files.size === 0) throw new Failure(`${folder} has no *.yaml file: a case folder needs at least one`);
  return files;
}

/** Returns the case in a folder with all that is wrong with its YAML; `files` are those of the folder, if already read. */
export async function readCase(folder: string, files?: CaseFiles): Promise<{ source: CaseSource; problems: Problem[] }> {
  const contents = files ?? (await readFiles(folder));
  const shown = relative('.', folder) || basename(folder);
  const parsed = new Map(
    [...contents].map(([name, bytes]) => {
      const file = join(shown, name);
      return [file, readBytes(file, bytes)];
    }),
  );
  const source: CaseSource = {
    folder: shown,
    revision: revisionOf(contents),
    files: new Map([...parsed].map(([file, { value }]) => [file, value])),
    locate([file, ...path], of = 'value') {
      return parsed.get(String(file))?.locate(path, of) ?? { file: String(file), line: 1, column: 1 };
    },
  };
  return { source, problems: [...parsed.values()].flatMap(({ problems }) => problems) };
}

function readBytes(file: string, bytes: Uint8Array): YamlFile {
  try {
    return readYaml(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const start = { file, line: 1, column: 1 };
    return { value: null, problems: [{ ...start, message: 'not UTF-8: save it as UTF-8' }], locate: () => start };
  }
}
