/** `npm run passages -- --verify`: whether a source still says what its passages hold. Nothing is written. */
import { sha256 } from '../src/domain/text.ts';
import { Failure } from '../src/failure.ts';
import { recordsCiting } from '../src/cases/checking/citing.ts';
import { comparePassages } from '../src/cases/dividing/comparison.ts';
import { describeComparison } from '../src/cases/dividing/describeComparison.ts';
import { divideText } from '../src/cases/dividing/divide.ts';
import { findPassages, type KnownPassage } from '../src/cases/dividing/findPassages.ts';
import { sameButLineEnds } from '../src/cases/dividing/lineEnds.ts';
import { didYouMean } from '../src/cases/nearest.ts';
import { withoutText } from '../src/cases/reading/matchText.ts';
import { type CaseContent, type CaseRecord } from '../src/cases/reading/record.ts';
import { readText } from '../src/cases/reading/textFile.ts';
import { readContents } from './casesBeside.ts';

/**
 * Compares a document that the cases describe with a text, by exact hashes. Returns lines to print, and whether the text is
 * the document.
 * @throws Failure when there is no such document, or the file can't be read.
 */
export async function verifyText(
  slug: string,
  file: string,
  folders: readonly string[],
): Promise<{ lines: string[]; same: boolean }> {
  const contents = await readContents(folders);
  const { fields, parts } = documentIn(contents, slug);
  const { sha256: digest } = fields;
  if (typeof digest !== 'string') throw withoutText(slug);
  const { text } = await readText(file, 'name the text to compare with');
  const passages = parts.filter(({ type }) => type === 'Passage').map((one) => one.fields as unknown as KnownPassage);
  if (sha256(text) === digest)
    return {
      lines: [`document '${slug}': ${file} is its text: ${passages.length} passages, all the same`],
      same: true,
    };
  const alike = sameButLineEnds(text, digest);
  if (alike)
    return {
      lines: [`document '${slug}': ${file} differs only in ${alike.difference}: no passage has changed`],
      same: false,
    };
  const points = Array.from(text);
  const sentences = divideText(text, { language: String(fields['language'] ?? 'en') });
  const comparison = comparePassages(points, passages, findPassages(points, sentences, passages));
  const lines = describeComparison(comparison, recordsCiting(contents, slug));
  const { same, moved, changed, gone } = comparison;
  const summary = `document '${slug}': ${file} is another text: ${same.length} passages the same, ${moved.length} moved, ${changed.length} changed, ${gone.length} gone`;
  return { lines: [summary, ...lines], same: false };
}

/** The document as the case describes it that gives its passages. */
function documentIn(contents: readonly CaseContent[], slug: string): CaseRecord {
  const documents = contents.flatMap(({ records }) => records).filter(({ type }) => type === 'Document');
  const [found] = documents
    .filter(({ fields }) => fields['slug'] === slug)
    .sort((a, b) => b.parts.length - a.parts.length);
  if (found) return found;
  const ofCase = contents.find((content) => content.slug === slug)?.records.filter(({ type }) => type === 'Document');
  if (ofCase)
    throw new Failure(
      `'${slug}' is a case: give the slug of its document, ${ofCase.map(({ fields }) => `'${String(fields['slug'])}'`).join(' or ')}`,
    );
  const hint = didYouMean(
    slug,
    documents.map(({ fields }) => String(fields['slug'])),
  );
  throw new Failure(`no case has the document '${slug}'${hint || ': check the slug, and name its folder with --case'}`);
}
