/** Writes the entry that a case file has for a document. */
import { type DividedPassage } from '../dividing/divide.ts';
import { Offsets } from '../dividing/offsets.ts';
import { slugFor } from '../../domain/spelling.ts';
import { sha256 } from '../../domain/text.ts';
import { countWords, firstWords, maximumWords } from '../../domain/words.ts';

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
    `    codePoints: ${new Offsets(text).length}`,
    '    passages:',
    ...lines,
    '',
  ].join('\n');
}

const wordsShown = 8;

/** The first words of a passage; of a short one the whole, which is no more than may be taken. */
export function fragment(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return countWords(line) <= maximumWords ? line : firstWords(line, wordsShown);
}

/** Returns a slug made of a title: words of ASCII letters and digits, joined by hyphens. */
export function slugOf(title: string): string {
  return (slugFor(title) ?? 'document').split('-').slice(0, wordsShown).join('-');
}
