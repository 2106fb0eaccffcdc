/** The case files beside the user's own copies of their documents: what is quoted wrongly, what is copied. */
import { join } from 'node:path';
import { shorten } from '../src/domain/text.ts';
import { firstWords } from '../src/domain/words.ts';
import { SourceWords } from '../src/cases/checking/copiedRuns.ts';
import { compareQuotations } from '../src/cases/checking/quotations.ts';
import { Offsets } from '../src/cases/dividing/offsets.ts';
import { CaseProblems, printProblems, type Problem } from '../src/cases/problems.ts';
import { readFiles } from '../src/cases/reading/files.ts';
import { matchText, type Locator } from '../src/cases/reading/matchText.ts';
import { type CaseContent, hasPassages } from '../src/cases/reading/record.ts';
import { readContentsOf } from './casesBeside.ts';

/** A document with the user's copy of it. */
interface KnownDocument {
  slug: string;
  locators: readonly Locator[];
  text: string;
  passages: ReadonlyMap<number, string>;
  /** Text that is in no passage, in words. */
  outside: readonly string[];
}

/** What is found in case files beside the texts of their documents. */
export interface Wording {
  documents: readonly Pick<KnownDocument, 'slug' | 'outside'>[];
  problems: Problem[];
  warnings: Problem[];
}

/**
 * Compares cases with the files in `documents` (by slug); those that no case describes are left out.
 * @throws Failure where a file can't be read, or is not the document.
 */
export async function compareWording(
  contents: readonly CaseContent[],
  documents: ReadonlyMap<string, string>,
): Promise<Wording> {
  const known: KnownDocument[] = [];
  for (const [slug, file] of documents) {
    const one = await readDocument(contents, slug, file);
    if (one) known.push(one);
  }
  const texts = new Map(known.map(({ slug, passages }) => [slug, passages]));
  const compared = contents.map((content) => compareQuotations(content, texts));
  const copied: Problem[] = [];
  for (const document of known) {
    const source = new SourceWords(document.text);
    for (const content of contents) copied.push(...(await copiedFrom(document, source, content)));
  }
  return {
    documents: known,
    problems: [...compared.flatMap(({ problems }) => problems), ...copied],
    warnings: compared.flatMap(({ warnings }) => warnings),
  };
}

async function readDocument(contents: readonly CaseContent[], slug: string, file: string) {
  // Of several cases that declare it, one describes it.
  const [record] = contents
    .flatMap(({ records }) => records)
    .filter((record) => hasPassages(record) && record.fields['slug'] === slug);
  if (!record) return undefined;
  const locators = record.parts
    .filter(({ type }) => type === 'Passage')
    .map(({ fields }) => fields as unknown as Locator);
  const digest = String(record.fields['sha256']);
  return { slug, locators, ...(await matchText(file, { slug, sha256: digest, passages: locators })) };
}

/**
 * Compares what stands in case folders with the files in `documents`, as far as a folder describes them. Returns warnings.
 * @throws CaseProblems, and as `compareWording`.
 */
export async function checkWording(
  folders: readonly string[],
  documents: ReadonlyMap<string, string>,
): Promise<string[]> {
  const contents = await readContentsOf(folders);
  const { problems, warnings } = await compareWording(contents, documents);
  if (problems.length > 0) throw new CaseProblems(problems);
  return printProblems(warnings);
}

/** Looks through the files as they are written, so that comments count too. */
async function copiedFrom(document: KnownDocument, source: SourceWords, content: CaseContent): Promise<Problem[]> {
  const { folder } = content.source;
  const { files } = await readFiles(folder);
  const titles = titlesOf(content);
  const offsets = new Offsets(document.text);
  return [...files].flatMap(([name, bytes]) => {
    const yaml = new TextDecoder().decode(bytes);
    const file = join(folder, name);
    return source.runsIn(yaml).flatMap(({ words, start, end, sourceStart }) => {
      const before = yaml.slice(0, start);
      const line = before.split('\n').length;
      if (titles.has(`${file}:${line}`)) return [];
      const at = offsets.codePoint(sourceStart);
      const passage = document.locators.findLast((one) => one.start <= at)?.number;
      const message = `${words} words in a row are those of document '${document.slug}'${passage === undefined ? '' : ` (passage ${passage})`}: '${shorten(firstWords(yaml.slice(start, end), 5).replace(/\s+/gu, ' '))} …'; say it in your own words, or quote at most 12`;
      return [{ file, line, column: start - before.lastIndexOf('\n'), message }];
    });
  });
}

/** A document is called by its own title, however long: the lines where one stands. */
function titlesOf({ records, source }: CaseContent): Set<string> {
  const titled = records.filter(({ type, fields }) => type === 'Document' && fields['title'] !== undefined);
  const places = titled.map(({ path }) => source.locate([...path, 'title']));
  return new Set(places.map(({ file, line }) => `${file}:${line}`));
}
