/** Says what became of the passages of a document, a line each, those that moved alike together. */
import { listRecords } from '../checking/citing.ts';
import { ranges } from '../reading/matchText.ts';
import { type Comparison } from './comparison.ts';
import { type KnownPassage, type Place } from './findPassages.ts';

/**
 * @param citing the records that cite each passage, by its number
 * @param now the passages of the new text, where it was divided
 */
export function describeComparison(
  { same, moved, changed, gone }: Comparison,
  citing: ReadonlyMap<number, readonly string[]>,
  now: readonly (Place & { number: number; known: boolean })[] = [],
): string[] {
  const restingOn = ({ number }: KnownPassage) => listRecords(citing.get(number) ?? []);
  const shifted = new Map<number, number[]>();
  for (const { number, start, to, reordered } of moved)
    if (!reordered) shifted.set(to.start - start, [...(shifted.get(to.start - start) ?? []), number]);
  return [
    ...(same.length > 0 ? [`same: ${numbersOf(same.map(({ number }) => number))}`] : []),
    ...[...shifted].map(([by, numbers]) => {
      const way = by > 0 ? 'further on' : 'nearer to the start';
      return `moved: ${numbersOf(numbers)}: the same text, ${Math.abs(by)} code points ${way}`;
    }),
    ...moved
      .filter(({ reordered }) => reordered)
      .map(
        (passage) =>
          `moved: passage ${passage.number}: the same text, in another order: code points ${span(passage)} → ${span(passage.to)}; ${restingOn(passage)}`,
      ),
    ...changed.map((passage) => {
      const there = now.filter(
        ({ start, end, known }) => !known && start < passage.place.end && end > passage.place.start,
      );
      const where =
        there.length > 0
          ? `where it stood, now ${numbersOf(there.map(({ number }) => number))} stand${there.length === 1 ? 's' : ''}`
          : `where it stood, code points ${span(passage.place)} are other text now`;
      return `changed: passage ${passage.number}: ${where}; ${restingOn(passage)}`;
    }),
    ...gone.map((passage) => `gone: passage ${passage.number}: nothing stands in its place; ${restingOn(passage)}`),
  ];
}

const span = ({ start, end }: Place) => `${start} to ${end}`;

/** Returns numbers of passages as `passage 4` or `passages 1, 4-7`. */
export const numbersOf = (numbers: readonly number[]) => `passage${numbers.length === 1 ? '' : 's'} ${ranges(numbers)}`;
