// Which of two records was before the other, by rules that are not the loader's.
import { date } from './dates.ts';
import type { Draw, Entry, Told } from './draw.ts';

/** The EDTF text of a date as it is written. */
export function edtfOf(written: unknown): string | undefined {
  if (written === undefined) return undefined;
  return String(typeof written === 'object' ? (written as Entry)['edtf'] : written);
}

/** What the API tells of a date as it is written. */
export const toldOf = (draw: Draw, written: unknown): Told | undefined => draw.dates.get(edtfOf(written) ?? '');

/** Whether one date is after another whatever their days were: of one with `?`, `~` or `%` nobody knows. */
export function surelyAfter(one: Told | undefined, other: Told | undefined): boolean {
  if (!one || !other || one.qualified || other.qualified) return false;
  return one.earliest !== null && other.latest !== null && one.earliest > other.latest;
}

/**
 * The kinds of links between two records of which the one at `first` is not after the one at `second`.
 * @param order the kinds by which one end comes before the other, and which; all others may stand anywhere
 */
export function kindsInOrder(
  kinds: Readonly<Record<string, string>>,
  order: Readonly<Record<string, 'from' | 'to'>>,
  [from, to]: readonly [from: number, to: number],
  isAfter: (first: number, second: number) => boolean,
): string[] {
  return Object.values(kinds).filter((kind) => {
    const end = order[kind];
    if (end === undefined) return true;
    const [first, second] = end === 'from' ? [from, to] : [to, from];
    // By the places in the list there is no circle either.
    return first < second && !isAfter(first, second);
  });
}

/** A date for each of them, or none. */
export const drawDates = (draw: Draw, slugs: readonly string[]) =>
  slugs.map(() => draw.maybe('date', () => date(draw)));
