/** Sentences of a source that stand in a case file: in a summary, a note, a comment, anywhere. */
import { foldTypography } from '../../domain/spelling.ts';
import { maximumWords, spansOf } from '../../domain/words.ts';

/** A row of words that two texts have in common; the offsets are in UTF-16 units. */
export interface CopiedRun {
  words: number;
  start: number;
  end: number;
  /** Where it begins in the source. */
  sourceStart: number;
}

/** One more than may be taken. */
const least = maximumWords + 1;

interface Word {
  word: string;
  start: number;
  end: number;
}

const fold = (text: string): Word[] =>
  Array.from(spansOf(text), (span) => ({ ...span, word: foldTypography(span.word).toLowerCase() }));

/** The text of a document, to look for what was copied from it. */
export class SourceWords {
  readonly #words: readonly Word[];
  /** Where each row of `least` words begins first. */
  readonly #rows = new Map<string, number>();

  constructor(text: string) {
    this.#words = fold(text);
    for (let index = 0; index + least <= this.#words.length; index += 1) {
      const row = rowAt(this.#words, index);
      if (!this.#rows.has(row)) this.#rows.set(row, index);
    }
  }

  /** Returns the runs of more words than may be taken that a file has in common with the source, each as long as it goes. */
  runsIn(yaml: string): CopiedRun[] {
    const words = fold(unquoted(yaml));
    const runs: CopiedRun[] = [];
    let index = 0;
    while (index + least <= words.length) {
      const source = this.#rows.get(rowAt(words, index));
      if (source === undefined) {
        index += 1;
        continue;
      }
      let length = least;
      while (index + length < words.length && words[index + length]?.word === this.#words[source + length]?.word)
        length += 1;
      runs.push({
        words: length,
        start: words[index]?.start ?? 0,
        end: words[index + length - 1]?.end ?? 0,
        sourceStart: this.#words[source]?.start ?? 0,
      });
      index += length;
    }
    return runs;
  }
}

const rowAt = (words: readonly Word[], index: number): string =>
  words
    .slice(index, index + least)
    .map(({ word }) => word)
    .join(' ');

/** In single quotes YAML doubles an apostrophe, which would part a word in two; as many units, so that offsets stay. */
const unquoted = (yaml: string) => yaml.replaceAll("''", '’\u2060');
