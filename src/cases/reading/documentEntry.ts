/** Divides a text into passages, and writes the entry that a case file has for it. */
import { slugFor } from '../../domain/spelling.ts';
import { CodePoints, sha256 } from '../../domain/text.ts';
import { countWords, firstWords, maximumTitleWords, maximumWords } from '../../domain/words.ts';

export interface DividedPassage {
  number: number;
  /** The n-th line that is not blank. */
  paragraph: number;
  kind: 'HEADING' | 'SENTENCE' | 'ATTRIBUTION';
  /** Offsets in code points; the span has no outer white space. */
  start: number;
  end: number;
  sha256: string;
  text: string;
}

/** Two numbers, of passages that follow each other and are one. */
export type Merge = readonly [number, number];

/**
 * Divides a text by lines and, within them, by the sentences that Intl.Segmenter finds.
 * @param merges passages, by their numbers before any is merged, that were divided wrongly, as after "U.S.".
 * @throws RangeError when a merge names passages that do not follow each other in one paragraph.
 */
export function divideText(text: string, language: string, merges: readonly Merge[] = []): DividedPassage[] {
  const sentences = spans(text, language);
  for (const [first, second] of merges)
    if (
      second !== first + 1 ||
      !sentences[first - 1] ||
      sentences[first - 1]?.paragraph !== sentences[second - 1]?.paragraph
    )
      throw new RangeError(`passages ${first} and ${second} do not follow each other in one paragraph`);
  const joins = new Set(merges.map(([, second]) => second));
  const divided: Span[] = [];
  for (const [index, span] of sentences.entries()) {
    const before = divided.at(-1);
    if (before && joins.has(index + 1)) before.end = span.end;
    else divided.push({ ...span });
  }
  const points = new CodePoints(text);
  return divided.map(({ paragraph, start, end }, index) => {
    const passage = points.slice(start, end);
    return {
      number: index + 1,
      paragraph,
      kind: guessKind(passage),
      start,
      end,
      sha256: sha256(passage),
      text: passage,
    };
  });
}

interface Span {
  paragraph: number;
  start: number;
  end: number;
}

function spans(text: string, language: string): Span[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const found: Span[] = [];
  let paragraph = 0;
  let offset = 0;
  for (const line of text.split(/(?<=\n)/)) {
    if (line.trim() !== '') paragraph += 1;
    for (const { segment } of segmenter.segment(line)) {
      const length = count(segment);
      const lead = count(segment) - count(segment.trimStart());
      const trimmed = count(segment.trim());
      if (trimmed > 0) found.push({ paragraph, start: offset + lead, end: offset + lead + trimmed });
      offset += length;
    }
  }
  return found;
}

const count = (text: string) => new CodePoints(text).length;

/** A guess for the user to correct: a dash begins an attribution, a heading does not end like a sentence. */
function guessKind(text: string): DividedPassage['kind'] {
  if (/^[-‐-―]/.test(text)) return 'ATTRIBUTION';
  return /[.!?…:;]["'”’»)\]]*$/u.test(text) ? 'SENTENCE' : 'HEADING';
}

export interface EntryOptions {
  slug: string;
  title: string;
  language: string;
  /** Whether to add the first words of each passage, to recognise it by. */
  quotes: boolean;
}

/** Returns the YAML of the `documents` entry. Without `quotes` nothing of the text but the title is in it. */
export function documentEntry(text: string, passages: readonly DividedPassage[], options: EntryOptions): string {
  const lines = passages.map(({ number, paragraph, kind, start, end, sha256: digest, text: words }) => {
    const quote = options.quotes ? `, quote: ${JSON.stringify(fragment(words))}` : '';
    return `      - { number: ${number}, paragraph: ${paragraph}, kind: ${kind}, start: ${start}, end: ${end}, sha256: ${digest}${quote} }`;
  });
  return [
    'documents:',
    `  - slug: ${options.slug}`,
    `    title: ${JSON.stringify(options.title)}`,
    '    kind: ARTICLE',
    `    language: ${options.language}`,
    `    sha256: ${sha256(text)}`,
    `    codePoints: ${count(text)}`,
    '    passages:',
    ...lines,
    '',
  ].join('\n');
}

const wordsShown = 8;

/** The first words of a passage; of a short one the whole, which is no more than may be taken. */
function fragment(text: string): string {
  return countWords(text) <= maximumWords ? text : firstWords(text, wordsShown);
}

/** Returns a slug made of a title: words of ASCII letters and digits, joined by hyphens. */
export function slugOf(title: string): string {
  return (slugFor(title) ?? 'document').split('-').slice(0, wordsShown).join('-');
}

/** Returns the first line of a text where it looks like a title, else its first words: a sentence of a source is none. */
export function guessTitle(text: string): string {
  const line =
    text
      .split('\n')
      .find((one) => one.trim() !== '')
      ?.trim() ?? '';
  const most = /[.!?…。！？؟।]["'”’»)\]]*$/u.test(line) ? maximumWords : maximumTitleWords;
  return countWords(line) <= most ? line : `${firstWords(line, wordsShown)} …`;
}
