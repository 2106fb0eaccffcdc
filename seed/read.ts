/** Reads the YAML files of a case folder. */
import { join, relative, resolve } from 'node:path';
import { readFiles, type CaseFiles } from './files.ts';
import { type Problem } from './problems.ts';
import { revisionOf } from './revision.ts';
import { type CaseSource } from './source.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** Returns the case in a folder with all that is wrong with its YAML; `files` are those of the folder, if already read. */
export async function readCase(
  folder: string,
  files?: CaseFiles,
): Promise<{ source: CaseSource; problems: Problem[] }> {
  const contents = files ?? (await readFiles(folder));
  const fromHere = relative('.', folder);
  const shown = fromHere === '' || fromHere.startsWith('..') ? resolve(folder) : fromHere;
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
    return { value: undefined, problems: [{ ...start, message: 'not UTF-8: save it as UTF-8' }], locate: () => start };
  }
}
