/** What a text may hold, how it is shown, and its code points. */
import { createHash } from 'node:crypto';

/** Whether PostgreSQL can store the text: no NUL character, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/** Whether the text holds a control character other than tab and line break, such as those that steer a terminal. */
export function hasControls(text: string): boolean {
  return /[^\P{Cc}\t\n\r]/u.test(text);
}

/** Returns `text` for the middle of a message: the beginning of what is long. */
export function shorten(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** What moves the cursor of a terminal, colours what follows, or turns the order of what is read. */
const effective = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Bidi_Control}]/gu;

/** Returns `text` as one line that shows on any terminal as it is: what would have an effect stands as \u{…}. */
export function printable(text: string): string {
  return text.replace(effective, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`);
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
