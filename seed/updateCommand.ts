/** `npm run passages -- --update`: a text has changed; its passages keep their numbers. */
import { dirname } from 'node:path';
import { sha256 } from '../src/domain/text.ts';
import { Failure } from '../src/failure.ts';
import { recordsCiting } from '../src/cases/checking/citing.ts';
import { describeComparison, numbersOf } from '../src/cases/dividing/describeComparison.ts';
import { Offsets } from '../src/cases/dividing/offsets.ts';
import { updateDivision } from '../src/cases/dividing/updateDivision.ts';
import { readEntry } from '../src/cases/dividing/updateEntry.ts';
import { type Merge, type Split } from '../src/cases/dividing/corrections.ts';
import { readText } from '../src/cases/reading/textFile.ts';
import { readContents } from './casesBeside.ts';
import { replaceFile } from './replaceFile.ts';

interface Options {
  slug?: string;
  language?: string;
  wrapped?: boolean;
  merge: readonly Merge[];
  split: readonly Split[];
  quotes?: boolean;
  case: readonly string[];
}

/**
 * Brings the passages in a case file up to a text. Returns lines to print: what became of each passage, and the records that
 * rest on those that are no longer there.
 * @throws Failure when a file can't be read or written, or the text holds none of the passages; then nothing is written.
 */
export async function updateFile(file: string, textFile: string, options: Options): Promise<string[]> {
  const { text: source } = await readText(file, 'name the file that describes the document');
  const entry = readEntry(file, source, options.slug);
  const { text } = await readText(textFile, 'name the file with the text of the document');
  const citing = recordsCiting(await readContents([dirname(file), ...options.case]), entry.slug);
  const language = options.language ?? entry.language ?? 'en';
  const highest = [...entry.passages.map(({ number }) => number), ...citing.keys()].reduce((a, b) => Math.max(a, b), 0);
  const { merge: merges, split: splits, wrapped, quotes = false } = options;
  const { passages, comparison, merged } = updateDivision(text, entry.passages, highest, {
    ...{ language, wrapped, merges, splits },
  });
  if (entry.passages.length > 0 && comparison.same.length + comparison.moved.length === 0)
    throw new Failure(
      `${textFile} holds none of the passages of document '${entry.slug}': give a text of this document; nothing was changed`,
    );
  const digest = sha256(text);
  const written = entry.write(passages, { sha256: digest, codePoints: new Offsets(text).length }, quotes);
  if (written !== source) await replaceFile(file, written);
  const added = passages.filter(({ known }) => !known);
  return [
    `document '${entry.slug}': ${passages.length} passages${digest === entry.sha256 ? '; the text is the same' : ''}`,
    ...describeComparison(comparison, citing, passages),
    ...added.map(({ number, kind, start, end }) => `new: passage ${number} (${kind}, code points ${start} to ${end})`),
    ...(merged.length > 0 ? [`merged into the passage before: ${numbersOf(merged)}`] : []),
    written === source
      ? `${file} is as it was`
      : `${file} is written: npm run seed -- --check names what has to be cited anew`,
  ];
}
