/** `npm run seed -- --format`: writes the citations of case files in the short form. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { formatCaseFile } from '../src/cases/formatting/formatFile.ts';
import { CaseProblems, firstOf } from '../src/cases/problems.ts';
import { readFiles, type CaseFiles } from '../src/cases/reading/files.ts';
import { readCase } from '../src/cases/reading/read.ts';
import { type CaseRecord } from '../src/cases/reading/record.ts';
import { readRecords } from '../src/cases/reading/records.ts';
import { Failure } from '../src/failure.ts';
import { replaceFile } from './replaceFile.ts';

/**
 * Formats the files in the case folders. Returns what was done, to be printed.
 * @throws CaseProblems where a file can't be read or a record is wrong; Failure where a file can't be written.
 */
export async function formatFolders(folders: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const folder of folders) lines.push(...(await formatFolder(folder)));
  return lines;
}

async function formatFolder(folder: string): Promise<string[]> {
  const { files } = await readFiles(folder);
  const before = await readAll(folder, files);
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const texts = [...files]
    .filter(([name]) => name.endsWith('.yaml'))
    .map(([name, bytes]) => ({
      name,
      before: decode(bytes),
      after: formatCaseFile(decode(bytes)),
    }));
  const made = new Map([...files, ...texts.map(({ name, after }) => [name, Buffer.from(after)] as const)]);
  if (!isDeepStrictEqual(asLoaded(await readAll(folder, made)), asLoaded(before)))
    throw new Failure(`${folder}: the short form would say something else, so nothing was changed: please report it`);
  const changed = texts.filter((one) => one.before !== one.after);
  for (const { name, after } of changed) await replaceFile(join(folder, name), after);
  const [old, now] = [count(texts.map((one) => one.before)), count(texts.map(({ after }) => after))];
  return [
    ...changed.map((one) => `${join(folder, one.name)}: ${count([one.before])} lines, now ${count([one.after])}`),
    changed.length === 0
      ? `${folder}: nothing to change`
      : `${folder}: ${old} lines, now ${now} (${percent(1 - now / old)} fewer)`,
  ];
}

const count = (texts: readonly string[]) => texts.reduce((sum, text) => sum + (text.match(/\n/g)?.length ?? 0), 0);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** @throws CaseProblems with what is wrong: what is not understood is not written anew. */
async function readAll(folder: string, files: CaseFiles): Promise<readonly CaseRecord[]> {
  const { source, problems } = await readCase(folder, files);
  const read = readRecords(source);
  const all = firstOf(problems, read.problems);
  if (all.length > 0) throw new CaseProblems(all);
  return read.content.records;
}

/** What the rows of records are made of. */
const asLoaded = (records: readonly CaseRecord[]): unknown[] =>
  records.map(({ type, id, ordinal, fields, owner, citations }) => ({
    ...{ type, id, ordinal, fields, owner: owner?.id },
    citations: asLoaded(citations),
  }));
