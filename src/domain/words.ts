/** Words, in every script: those of Chinese, Japanese and Thai too, which no white space divides. */

/** The most words in a row that may be taken from a source. */
export const maximumWords = 12;

/** The most words of a title or name: no sentence of a source is one. */
export const maximumTitleWords = 20;

/** The most words of a coder's note. */
export const maximumNoteWords = 60;

/** The boundaries of UAX #29, with ICU's dictionaries; they do not depend on the language. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** What is one word without a closer look, as most are: the segmenter takes some microseconds for each. */
const plainWord = /^([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\d]+)[.,;:!?)"']*$/u;

/** Goes through the words of a text (see `wordsOf`); where each begins and ends is counted in UTF-16 units. */
export function* spansOf(text: string): Generator<{ word: string; start: number; end: number }> {
  // UAX #29 takes an underscore for a letter. The time of the segmenter grows with the square of what it is given at once.
  for (const { 0: part, index: at } of text.replaceAll('_', ' ').matchAll(/\S{1,1000}/gu)) {
    const [, plain] = plainWord.exec(part) ?? [];
    if (plain !== undefined) yield { word: plain, start: at, end: at + plain.length };
    else
      for (const { segment, index, isWordLike } of segmenter.segment(part))
        if (isWordLike) yield { word: segment, start: at + index, end: at + index + segment.length };
  }
}

/** Returns the words of a text: what holds a letter or digit. `Jean-Pierre` is two, `4,000` and `don’t` are one each. */
export function wordsOf(text: string): string[] {
  return Array.from(spansOf(text), ({ word }) => word);
}

/** Returns the number of words; a sign between white space, such as a dash, is one too: so the CHECKs of the database count. */
export function countWords(text: string): number {
  const countOf = (part: string) => (plainWord.test(part) ? 1 : Math.max(1, wordsOf(part).length));
  return (text.match(/\S+/gu) ?? []).reduce((sum, part) => sum + countOf(part), 0);
}

/** Returns the text up to the end of its n-th word, the whole where it has fewer. */
export function firstWords(text: string, most: number): string {
  let count = 0;
  for (const { end } of spansOf(text)) if (++count === most) return text.slice(0, end);
  return text;
}
