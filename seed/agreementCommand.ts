/** `npm run agreement -- a/ b/`: compares two codings of one document. */
import { writeFile } from 'node:fs/promises';
import { Failure } from '../src/failure.ts';
import { compareCodings } from '../src/cases/coding/compare.ts';
import { renamed, type Renames } from '../src/cases/coding/recordName.ts';
import { codingCsv, reportCodings } from '../src/cases/coding/report.ts';
import { CaseProblems, firstOf } from '../src/cases/problems.ts';
import { readCase } from '../src/cases/reading/read.ts';
import { type CaseContent, type CaseRecord } from '../src/cases/reading/record.ts';
import { readRecords } from '../src/cases/reading/records.ts';
import { topLevelLists } from '../src/model/recordTypes.ts';
import { inWords } from '../src/model/datamodel.ts';

/** What a person says is the same: the slug of the first coder, and that of the second. */
export interface Same {
  type: string;
  first: string;
  second: string;
}

/** Reads `event:slug-of-the-first=slug-of-the-second`. @throws RangeError when it is nothing of the kind. */
export function parseSame(text: string): Same {
  const [, words = '', first = '', second = ''] = /^([a-z-]+):([^=]+)=(.+)$/s.exec(text) ?? [];
  const types = Object.values(topLevelLists);
  const type = types.find((one) => inWords(one).replaceAll(' ', '-') === words);
  if (type === undefined)
    throw new RangeError(
      `Expected <type>:<slug of the first>=<slug of the second>, the type one of ${types.map((one) => inWords(one).replaceAll(' ', '-')).join(', ')}.`,
    );
  return { type, first, second };
}

/**
 * Compares the cases in two folders. Returns lines to print.
 * @param out the file for the table for settling, which must not exist
 * @throws CaseProblems, and Failure where a folder can't be read, or they are not of one document.
 */
export async function compareFolders(
  [first, second]: readonly [string, string],
  same: readonly Same[],
  out?: string,
): Promise<string[]> {
  const [ours, theirs] = [await readContent(first), await readContent(second)];
  checkDocuments(ours, theirs);
  const renames: Renames = new Map(same.map((one) => [renamed(one.type, one.second), one.first]));
  for (const one of same)
    for (const [content, slug] of [
      [ours, one.first],
      [theirs, one.second],
    ] as const)
      if (!content.records.some(({ type, fields }) => type === one.type && fields['slug'] === slug))
        throw new Failure(`--same: ${content.source.folder} has no ${inWords(one.type)} '${slug}': check the slug`);
  const compared = compareCodings(ours, theirs, renames);
  if (out === undefined) return reportCodings(compared);
  await writeFile(out, codingCsv(compared.attributes), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(
      error.code === 'EEXIST'
        ? `${out} is there already: name another file with --out`
        : `${out} cannot be written (${error.code ?? error.message}): name another file with --out`,
    );
  });
  return [...reportCodings(compared), `${out}: the table for settling: write what the text says in place of each ?`];
}

/** Where something is wrong, a record would be missing from the comparison without a word. */
async function readContent(folder: string): Promise<CaseContent> {
  const { source, problems } = await readCase(folder);
  const read = readRecords(source);
  const all = firstOf(problems, read.problems);
  if (all.length > 0) throw new CaseProblems(all);
  return read.content;
}

/** @throws Failure when they have no document in common, or divide it differently: passages of one number are compared. */
function checkDocuments(first: CaseContent, second: CaseContent): void {
  const documents = ({ records }: CaseContent) => records.filter(({ type }) => type === 'Document');
  const common = documents(first).flatMap((one) => {
    const digest = one.fields['sha256'];
    const other = documents(second).find(({ fields }) => fields['sha256'] === digest);
    return digest !== undefined && other ? [[one, other] as const] : [];
  });
  const folders = `${first.source.folder} and ${second.source.folder}`;
  if (common.length === 0)
    throw new Failure(`${folders} have no document with the same sha256: compare two codings of one text`);
  for (const [one, other] of common) {
    const passages = ({ parts }: CaseRecord) => parts.filter(({ type }) => type === 'Passage');
    const known = new Map(passages(one).map(({ fields }) => [fields['number'], fields['sha256']]));
    const moved = passages(other).filter(({ fields }) => known.get(fields['number']) !== fields['sha256']);
    if (moved.length > 0)
      throw new Failure(
        `${folders} divide document '${String(one.fields['slug'])}' differently, from passage ${String(moved[0]?.fields['number'])} on: give both coders one document.yaml`,
      );
  }
}
