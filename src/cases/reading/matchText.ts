/** A user's own copy of a document: compared with the hashes, and only then used. */
import { gradeQuotation } from '../../domain/quotation.ts';
import { CodePoints, printable, sha256 } from '../../domain/text.ts';
import { Failure } from '../../failure.ts';
import { sameButLineEnds } from '../dividing/lineEnds.ts';
import { readText } from './textFile.ts';

export interface Locator {
  number: number;
  /** The fragment that the case file has of the passage. */
  quote?: string | null;
  start: number;
  end: number;
  sha256: string;
}

export interface DocumentLocators {
  slug: string;
  sha256: string;
  passages: readonly Locator[];
}

/** Returns what to throw for a document that has no text to compare with. */
export const withoutText = (slug: string) =>
  new Failure(
    `document '${slug}' is only known of, it has no text: where you have it, describe it with npm run passages -- <text> --slug ${slug}`,
  );

export interface MatchedText {
  /** The whole of it. */
  text: string;
  /** The text of each passage, by its number. */
  passages: ReadonlyMap<number, string>;
  /** Text outside the passages other than white space, in words, each on one line that any terminal shows as it is. */
  outside: readonly string[];
  /** Quotes that are not in their passage, in the same way. */
  misquoted: readonly string[];
}

/**
 * Cuts a file into the passages of a document.
 * @throws Failure when the file can't be read, or is not the document that the passages were taken from; it names the
 *   passages that do not match.
 */
export async function matchText(file: string, document: DocumentLocators): Promise<MatchedText> {
  const { bytes, text: whole } = await readText(file, 'name your copy of the document');
  const text = new CodePoints(whole);
  const passages = new Map(document.passages.map(({ number, start, end }) => [number, text.slice(start, end)]));
  const wrong = document.passages.filter((passage) => sha256(passages.get(passage.number) ?? '') !== passage.sha256);
  const alike = sha256(bytes) === document.sha256 ? undefined : sameButLineEnds(whole, document.sha256);
  if (alike)
    throw new Failure(
      `${file} is the text of document '${document.slug}' but for ${alike.difference}: nothing was changed, save it with those of the original`,
    );
  if (wrong.length > 0)
    throw new Failure(
      `${file} is not the text of document '${document.slug}': passages that do not match: ${ranges(wrong.map(({ number }) => number))}; nothing was changed, find the copy with the sha256 ${document.sha256}`,
    );
  const digest = sha256(bytes);
  if (digest !== document.sha256)
    throw new Failure(
      `${file} has all passages of document '${document.slug}' but differs outside them: its sha256 is ${digest}, not ${document.sha256}; nothing was changed`,
    );
  const misquoted = document.passages.flatMap(({ number, quote }) =>
    quote && gradeQuotation(passages.get(number) ?? '', quote) !== 'whole'
      ? [`the quote '${quote}' is not, letter for letter, in passage ${number}`]
      : [],
  );
  const outside = outsideOf(text, document.passages);
  return { text: whole, passages, outside: outside.map(printable), misquoted: misquoted.map(printable) };
}

function outsideOf(text: CodePoints, passages: readonly Locator[]): string[] {
  const outside: string[] = [];
  let from = 0;
  for (const { start, end } of [...passages, { start: text.length, end: text.length }].sort(
    (a, b) => a.start - b.start,
  )) {
    const between = text.slice(from, start);
    if (between.trim() !== '')
      outside.push(
        `text outside the passages, code points ${from} to ${start}: ${JSON.stringify(beginning(between.trim()))}`,
      );
    from = Math.max(from, end);
  }
  return outside;
}

const beginning = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Returns numbers as `1, 4-7`. */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
