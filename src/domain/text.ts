/** Counting and cutting text: words of a fragment, code points of a document. */
import { createHash } from 'node:crypto';

/** The most words in a row that may be taken from a source. */
export const maximumWords = 12;

/** Returns the number of words: what white space divides. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Whether PostgreSQL can store the text: no NUL character, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/** Returns the sha256 of the text as UTF-8, in hexadecimal digits. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A text that is cut by code points, as passages count it, not by UTF-16 units. */
export class CodePoints {
  readonly #points: string[];

  constructor(text: string) {
    this.#points = Array.from(text);
  }

  get length(): number {
    return this.#points.length;
  }

  /** Returns the text from `start` up to, not including, `end`. */
  slice(start: number, end: number): string {
    return this.#points.slice(start, end).join('');
  }
}
