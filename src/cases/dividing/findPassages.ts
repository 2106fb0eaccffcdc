/** Finds passages again, in a text that may have changed around them: by their hashes, never by likeness. */
import { sha256 } from '../../domain/text.ts';

/** A passage as it was; the offsets are in code points. */
export interface KnownPassage {
  number: number;
  start: number;
  end: number;
  sha256: string;
}

/** A part of the text, in code points. */
export interface Place {
  start: number;
  end: number;
}

/** How many spans may be hashed in search of passages that begin or end within a sentence. */
const mostHashed = 1_500_000;

/**
 * Returns where each passage stands in the text now, by its number; those that are not found are missing. A passage is first
 * looked for among the sentences, then as far from its neighbours as before, then at each word that no passage holds yet.
 * Of places with the same text, it takes the one between its neighbours.
 * @param points the text, a code point each
 * @param sentences as the text is divided now
 */
export function findPassages(
  points: readonly string[],
  sentences: readonly (Place & { sha256: string })[],
  passages: readonly KnownPassage[],
): Map<number, Place> {
  const ordered = [...passages].sort((a, b) => a.start - b.start);
  const search = new Search(points, ordered);
  search.amongSentences(sentences);
  search.besideNeighbours();
  search.amongWords(sentences);
  return search.found;
}

class Search {
  readonly found = new Map<number, Place>();
  readonly #points: readonly string[];
  readonly #ordered: readonly KnownPassage[];
  readonly #taken: Uint8Array;

  constructor(points: readonly string[], ordered: readonly KnownPassage[]) {
    this.#points = points;
    this.#ordered = ordered;
    this.#taken = new Uint8Array(points.length);
  }

  amongSentences(sentences: readonly (Place & { sha256: string })[]): void {
    const bySha = groupBy(sentences, (sentence) => sentence.sha256);
    const known = groupBy(this.#ordered, (passage) => passage.sha256);
    const repeated: KnownPassage[] = [];
    for (const passage of this.#ordered) {
      const places = bySha.get(passage.sha256) ?? [];
      if (places.length === 1 && places[0] && known.get(passage.sha256)?.length === 1) this.#take(passage, places[0]);
      else if (places.length > 0) repeated.push(passage);
    }
    for (const onlyBetween of [true, false])
      for (const passage of repeated) {
        if (this.found.has(passage.number)) continue;
        const [from, to] = onlyBetween ? this.#between(passage) : [0, this.#points.length];
        const place = bySha
          .get(passage.sha256)
          ?.find(({ start, end }) => start >= from && end <= to && this.#isFree(start, end));
        if (place) this.#take(passage, place);
      }
  }

  besideNeighbours(): void {
    for (const passages of [this.#ordered, [...this.#ordered].reverse()]) {
      let shift = 0;
      for (const passage of passages) {
        const place = this.found.get(passage.number);
        if (place) shift = place.start - passage.start;
        else if (this.#isAt(passage, passage.start + shift)) this.#take(passage, at(passage, passage.start + shift));
        else if (this.#isAt(passage, passage.start)) this.#take(passage, at(passage, passage.start));
      }
    }
  }

  amongWords(sentences: readonly Place[]): void {
    const lengths = groupBy(
      this.#ordered.filter(({ number }) => !this.found.has(number)),
      ({ start, end }) => end - start,
    );
    if (lengths.size === 0) return;
    let hashed = 0;
    for (const starts of [sentences.map(({ start }) => start), this.#wordStarts()])
      for (const start of starts)
        for (const [length, passages] of lengths) {
          if (hashed > mostHashed) return;
          if (!this.#isFree(start, start + length)) continue;
          hashed += 1;
          const digest = sha256(this.#points.slice(start, start + length).join(''));
          const passage = passages.find((one) => one.sha256 === digest && !this.found.has(one.number));
          if (passage) this.#take(passage, at(passage, start));
        }
  }

  *#wordStarts(): Generator<number> {
    for (let index = 0; index < this.#points.length; index += 1)
      if (!this.#taken[index] && isSpace(this.#points[index - 1]) && !isSpace(this.#points[index])) yield index;
  }

  /** Where the found neighbours of a passage leave room for it. */
  #between(passage: KnownPassage): [from: number, to: number] {
    const index = this.#ordered.indexOf(passage);
    const before = this.#ordered.slice(0, index).findLast(({ number }) => this.found.has(number));
    const after = this.#ordered.slice(index + 1).find(({ number }) => this.found.has(number));
    return [
      (before && this.found.get(before.number)?.end) ?? 0,
      (after && this.found.get(after.number)?.start) ?? this.#points.length,
    ];
  }

  #isAt(passage: KnownPassage, start: number): boolean {
    const { end } = at(passage, start);
    if (start < 0 || !this.#isFree(start, end)) return false;
    return sha256(this.#points.slice(start, end).join('')) === passage.sha256;
  }

  #isFree = (start: number, end: number): boolean =>
    end <= this.#points.length && !this.#taken.subarray(start, end).includes(1);

  #take(passage: KnownPassage, { start, end }: Place): void {
    this.found.set(passage.number, { start, end });
    this.#taken.fill(1, start, end);
  }
}

const at = ({ start, end }: KnownPassage, from: number): Place => ({ start: from, end: from + end - start });
const isSpace = (point: string | undefined) => point === undefined || /\s/u.test(point);

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
