/** What the user says of a division: passages that are one, and passages that are two. */

/** Numbers of passages that follow each other and are one. */
export type Merge = readonly number[];

/** A passage that is two: the second begins with these words. */
export interface Split {
  number: number;
  words: string;
}

/**
 * Reads `2,3,4`, `1-8` or `1-3,4`.
 * @throws RangeError that says what is expected.
 */
export function parseMerge(value: string): Merge {
  const numbers = value.split(',').flatMap((part) => {
    const [, first = '', last = first] = /^\s*(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?\s*$/.exec(part) ?? [];
    if (first === '' || Number(last) - Number(first) > 100_000) return [NaN];
    return Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) }, (_, index) => Number(first) + index);
  });
  if (numbers.length < 2 || numbers.some((number) => Number.isNaN(number)))
    throw new RangeError('Expected the numbers of passages, as in 4,5 or 4,5,6 or 4-6.');
  return numbers;
}

/**
 * Reads `12: It was final`.
 * @throws RangeError that says what is expected.
 */
export function parseSplit(value: string): Split {
  const [, number, words] = /^\s*(\d{1,7})\s*:\s*(\S.*?)\s*$/su.exec(value) ?? [];
  if (number === undefined || words === undefined)
    throw new RangeError("Expected a number and the words that the second part begins with, as in '12: It was final'.");
  return { number: Number(number), words };
}

/** What can be joined and cut, in the order of the text; the offsets are in UTF-16 units. */
export interface Correctable {
  number: number;
  start: number;
  end: number;
}

/**
 * Joins passages, across lines too; the first gives what else there is to say of it.
 * @throws RangeError when a passage is missing, or the passages do not follow each other.
 */
export function mergeSpans<T extends Correctable>(spans: readonly T[], merges: readonly Merge[]): T[] {
  const joins = new Set<number>();
  for (const merge of merges) {
    const positions = merge.map((number) => spans.findIndex((span) => span.number === number));
    const missing = merge.filter((_, index) => positions[index] === -1);
    if (missing.length > 0)
      throw new RangeError(`there is no passage ${missing[0]} to merge: the numbers go to ${highest(spans)}`);
    for (const [index, position] of positions.slice(1).entries())
      if (position !== (positions[index] ?? 0) + 1)
        throw new RangeError(`passages ${merge[index]} and ${merge[index + 1]} do not follow each other`);
    for (const position of positions.slice(1)) joins.add(position);
  }
  const merged: T[] = [];
  for (const [index, span] of spans.entries()) {
    const last = merged.at(-1);
    if (last && joins.has(index)) last.end = span.end;
    else merged.push({ ...span });
  }
  return merged;
}

const highest = (spans: readonly Correctable[]) => spans.reduce((most, { number }) => Math.max(most, number), 0);

/**
 * Cuts passages in two; the second part has the number 0. The words may stand across a line break.
 * @throws RangeError when a passage is missing, or the words do not stand in it, or more than once.
 */
export function splitSpans<T extends Correctable>(text: string, spans: readonly T[], splits: readonly Split[]): T[] {
  let found = [...spans];
  for (const { number, words } of splits) {
    const parts = found.filter((span, index) => span.number === number || isRest(found, index, number));
    if (parts.length === 0)
      throw new RangeError(`there is no passage ${number} to split (merged passages have the number of their first)`);
    const pattern = new RegExp(words.split(/\s+/u).map(escape).join('\\s+'), 'gu');
    const places = parts.flatMap((part) =>
      [...text.slice(part.start, part.end).matchAll(pattern)].map(({ index }) => ({ part, at: part.start + index })),
    );
    const [place] = places;
    if (!place)
      throw new RangeError(`the words '${words}' do not stand in passage ${number}: copy them as they are there`);
    if (places.length > 1)
      throw new RangeError(`the words '${words}' stand ${places.length} times in passage ${number}: give more of them`);
    const { part, at } = place;
    if (at === part.start) throw new RangeError(`passage ${number} begins with the words '${words}' already`);
    const end = part.start + text.slice(part.start, at).trimEnd().length;
    found = found.flatMap((span) =>
      span === part
        ? [
            { ...span, end },
            { ...span, number: 0, start: at },
          ]
        : [span],
    );
  }
  return found;
}

/** Whether the span was cut off from the passage with the number before. */
function isRest(spans: readonly Correctable[], index: number, number: number): boolean {
  if (spans[index]?.number !== 0) return false;
  return spans.slice(0, index).findLast((span) => span.number !== 0)?.number === number;
}

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
