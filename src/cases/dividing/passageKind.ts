import { sentenceEnd } from './paragraphs.ts';

export type GuessedKind = 'HEADING' | 'SENTENCE' | 'ATTRIBUTION' | 'NOTE';

const dash = /^[–—―⸺]|^--/u;
const bullet = /^(?:[•·‣▪◦●○■□➢✓]|[*-]\s)/u;
const note = /^(?:\[\d+\]|[⁰¹²³⁴-⁹]+|[†‡])\s*\S/u;
/** Scripts that are written without a mark at the end of a sentence. */
const unmarked = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Khmer}]/u;

/** A passage, as far as its kind can be guessed from it. */
export interface Guessed {
  text: string;
  /** Whether it is all of its paragraph. */
  whole: boolean;
  /** The paragraph as a whole, and those before and after it. */
  paragraph: string;
  before: string;
  after: string;
}

/**
 * Guesses what a passage is, for the user to correct. A line of its own that begins with a dash is an attribution, unless it
 * ends like a sentence or is an item of a list; one that does not end like a sentence, in whatever script, is a heading.
 */
export function guessKind({ text, whole, paragraph, before, after }: Guessed): GuessedKind {
  if (note.test(paragraph)) return 'NOTE';
  if (!whole || sentenceEnd.test(text) || bullet.test(text)) return 'SENTENCE';
  if (dash.test(text)) return dash.test(before) || dash.test(after) ? 'SENTENCE' : 'ATTRIBUTION';
  return unmarked.test(text) && before !== '' ? 'SENTENCE' : 'HEADING';
}
