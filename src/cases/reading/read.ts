/** Reads the YAML files of a case folder. */
import { join, relative, resolve } from 'node:path';
import { readFiles, type CaseFiles } from './files.ts';
import { Failure } from '../../failure.ts';
import { type CodedAttribute, readCoding } from '../coding/agreement.ts';
import { printProblems, type Problem } from '../problems.ts';
import { isCoding } from './codingFile.ts';
import { revisionOf } from './filesHash.ts';
import { type CaseSource } from './source.ts';
import { readYaml, type YamlFile } from './yaml.ts';

/** Files that are small enough each could exhaust memory together. */
const mostValues = 300_000;
const tooMany = `with this file the case has more than ${mostValues} values: divide the case`;

/** A case as it is in its folder. */
export interface CaseRead {
  source: CaseSource;
  problems: Problem[];
  /** All that the user should know, to be printed: of the folder, and what may be meant otherwise than it is read. */
  warnings: readonly string[];
  ofFolder: readonly string[];
  doubts: readonly Problem[];
}

/**
 * Returns the case in a folder with all that is wrong with its YAML, and what the user should know of its files; `files` are
 * those of the folder, if already read.
 */
export async function readCase(folder: string, files?: CaseFiles): Promise<CaseRead> {
  const { files: contents, warnings } = files ? { files, warnings: [] } : await readFiles(folder);
  const fromHere = relative('.', folder);
  const shown = fromHere === '' || fromHere.startsWith('..') ? resolve(folder) : fromHere;
  const parsed = new Map<string, YamlFile>();
  let size = 0;
  for (const [name, bytes] of contents) {
    const file = join(shown, name);
    if (isCoding(name)) continue;
    const read = size > mostValues ? unread(file) : readBytes(file, bytes);
    size += read.size;
    parsed.set(file, size > mostValues && read.size > 0 ? unread(file, tooMany) : read);
  }
  const codings = [...contents].filter(([name]) => isCoding(name));
  const [coded] = codings.map(([name, bytes]) => readCodings(join(shown, name), bytes));
  const source: CaseSource = {
    folder: shown,
    ...(coded && { coding: coded.coding }),
    revision: revisionOf(contents),
    files: new Map([...parsed].map(([file, { value }]) => [file, value])),
    locate([file, ...path], of = 'value') {
      return parsed.get(String(file))?.locate(path, of) ?? { file: String(file), line: 1, column: 1 };
    },
  };
  const read = [...parsed.values()];
  const doubts = read.flatMap((one) => one.warnings);
  return {
    source,
    ofFolder: warnings,
    doubts,
    warnings: [...warnings, ...printProblems(doubts)],
    problems: [...read.flatMap(({ problems }) => problems), ...(coded?.problems ?? [])],
  };
}

function readCodings(file: string, bytes: Uint8Array): { coding: readonly CodedAttribute[]; problems: Problem[] } {
  try {
    return { coding: readCoding(file, new TextDecoder().decode(bytes)), problems: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const [, line = '1', message = error.message] = /:(\d+):\d+: (.*)$/s.exec(error.message) ?? [];
    return { coding: [], problems: [{ file, line: Number(line), column: 1, message }] };
  }
}

function readBytes(file: string, bytes: Uint8Array): YamlFile {
  try {
    return readYaml(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return unread(file, 'not UTF-8: save it as UTF-8');
  }
}

function unread(file: string, ...messages: string[]): YamlFile {
  const start = { file, line: 1, column: 1 };
  return {
    ...{ value: undefined, size: 0, warnings: [], problems: messages.map((message) => ({ ...start, message })) },
    locate: () => start,
  };
}
