/** `npm run seed -- --check`: says everything that is wrong with case files, or counts what is in them. No database. */
import { resolve } from 'node:path';
import { readConfig } from '../src/config.ts';
import { Failure } from '../src/failure.ts';
import { compareWording } from './wording.ts';
import { checkCases, readOthers } from '../src/cases/checking/check.ts';
import { coverageOf } from '../src/cases/checking/passageCoverage.ts';
import { ranges, withoutText } from '../src/cases/reading/matchText.ts';
import { documentHint } from '../src/cases/nearest.ts';
import { firstOf, type Problem } from '../src/cases/problems.ts';
import { caseFolders } from '../src/cases/reading/caseFolders.ts';
import { readCase } from '../src/cases/reading/read.ts';
import { type CaseContent, type CaseRecord, hasPassages } from '../src/cases/reading/record.ts';

/** What a check finds. */
export interface Checked {
  problems: Problem[];
  /** What may be meant otherwise than it is read. */
  doubts: Problem[];
  /** What the user should know of the folders. */
  ofFolders: string[];
  /** What the cases hold, to be printed; nothing where there are problems. */
  lines: string[];
  /** Passages that no record cites, and documents with text that is in no passage. */
  incomplete: Problem[];
}

/**
 * Checks the cases in the folders, beside those of the project and of CASES_FOLDER, and what they quote and copy from the
 * files in `documents` (by slug).
 * @throws Failure where a folder or file can't be read or a file is not the document.
 */
export async function checkFolders(
  folders: readonly string[],
  documents: ReadonlyMap<string, string>,
): Promise<Checked> {
  const chosen = new Set(folders.map((folder) => resolve(folder)));
  const all = await caseFolders(readConfig().casesFolders);
  const beside = all.filter((folder) => !chosen.has(resolve(folder)));
  const read = await Promise.all(folders.map((folder) => readCase(folder)));
  const others = await Promise.all(beside.map((folder) => readCase(folder)));
  const { cases, problems, warnings } = checkCases(
    read.map(({ source }) => source),
    readOthers(others.map(({ source }) => source)),
  );
  const found = firstOf(...read.map((one) => one.problems), problems);
  const ofFolders = read.flatMap((one) => one.ofFolder);
  const doubts = read.flatMap((one) => one.doubts);
  const nothing = { lines: [], incomplete: [] };
  if (found.length > 0) return { problems: found, doubts, ofFolders, ...nothing };
  const contents = cases.map(({ content }) => content);
  const coverage = coverageOf(contents);
  for (const slug of documents.keys()) checkIsThere(contents, slug);
  const wording = await compareWording(contents, documents);
  doubts.push(...warnings, ...wording.warnings);
  if (wording.problems.length > 0) return { problems: firstOf(wording.problems), doubts, ofFolders, ...nothing };
  return {
    ...{ problems: [], doubts, ofFolders },
    lines: [
      ...contents.map(countRecords),
      ...coverage.map(({ slug, total, uncited }) => {
        if (total === 0) return `document '${slug}': no passages in these cases`;
        const missing = uncited.length > 0 ? `; cite passage ${ranges(uncited)}` : '';
        return `document '${slug}': passages cited: ${total - uncited.length} of ${total}${missing}`;
      }),
      ...wording.documents.flatMap(({ slug, outside }) =>
        outside.length > 0
          ? outside.map((remark) => `document '${slug}': ${remark}`)
          : [`document '${slug}': the passages hold all of its text`],
      ),
    ],
    incomplete: [
      ...coverage.flatMap(({ slug, uncited }) =>
        uncited.map((number) => at(contents, slug, number, `passage ${number} is cited by no record: cite it`)),
      ),
      ...wording.documents.flatMap(({ slug, outside }) =>
        outside.map((remark) => at(contents, slug, undefined, remark)),
      ),
    ],
  };
}

/** How many records of each type, as in `2 actors, 3 names`. */
function countRecords({ slug, records }: CaseContent): string {
  const counts = new Map<string, number>();
  const count = (type: string) => counts.set(type, (counts.get(type) ?? 0) + 1);
  for (const { type, citations } of records) {
    count(type);
    for (const citation of citations) count(citation.type);
  }
  const words = [...counts].map(([type, number]) => {
    const name = type.replace(/(?<!^)(?=[A-Z])/g, ' ').toLowerCase();
    return `${number} ${number === 1 ? name : plural(name)}`;
  });
  return `case '${slug}': ${words.join(', ')}`;
}

const plural = (name: string) =>
  name.endsWith('y') ? `${name.slice(0, -1)}ies` : name.endsWith('s') ? `${name}es` : `${name}s`;

/** @throws Failure when no case describes the document. */
function checkIsThere(contents: readonly CaseContent[], slug: string): void {
  const slugsOf = ({ records }: CaseContent) => records.filter(hasPassages).map(({ fields }) => String(fields['slug']));
  const described = contents.flatMap(slugsOf);
  if (described.includes(slug)) return;
  const isKnownOf = ({ type, fields }: CaseRecord) =>
    type === 'Document' && fields['slug'] === slug && fields['title'] !== undefined;
  if (contents.some(({ records }) => records.some(isKnownOf))) throw withoutText(slug);
  const ofCase = contents.filter((one) => one.slug === slug).flatMap(slugsOf);
  throw new Failure(`no case that is checked has the document '${slug}'${documentHint(slug, ofCase, described)}`);
}

/** A remark at a document, or at one of its passages. */
function at(contents: readonly CaseContent[], document: string, passage: number | undefined, message: string): Problem {
  for (const { records, source } of contents)
    for (const { type, fields, owner, path } of records) {
      const isDocument = type === 'Document' && fields['slug'] === document && passage === undefined;
      const isPassage = type === 'Passage' && owner?.fields['slug'] === document && fields['number'] === passage;
      if (isDocument || isPassage) return { ...source.locate(path), message, path: path.slice(1) };
    }
  throw new Error(`no case has the document '${document}'`);
}
