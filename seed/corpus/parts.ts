// What every synthetic record is made of: citations, dates, and slugs that no real case has.
import { parseDate } from '../../src/domain/dates.ts';
import { isDefinitelyAfter } from '../../src/domain/order.ts';
import type { Standing } from '../../src/domain/standing.ts';
import { type Random } from './random.ts';

/** A record of a case file, as YAML would give it. */
export type Entry = Record<string, unknown>;

/** How many passages the document of a case has. */
export const PASSAGES = 100;

export const slugOf = (type: string, index: number, of?: number) =>
  ['synthetic', type, ...(of === undefined ? [] : [of]), index].join('-');

/** @returns one to four citations that give a record its standing; the first passage supports it. */
export function cite(random: Random, standing: Standing = 'REPORTED'): Entry[] {
  const passages = random.distinct(1 + random.below(4), () => 1 + random.below(PASSAGES));
  return passages.map((passage, index) => {
    const kind = index === 0 ? 'SUPPORTS' : random.of(['SUPPORTS', 'SUPPORTS', 'CONTEXT', 'CONTRADICTS']);
    const drawn = random.of(['QUOTED', 'PARAPHRASED', 'PARAPHRASED', 'INFERRED']);
    const fidelity = kind === 'SUPPORTS' ? fidelityOf(drawn, standing, index) : drawn;
    return {
      passage,
      relation: kind,
      fidelity,
      standing: kind === 'SUPPORTS' ? standing : random.of(['REPORTED', 'ALLEGED']),
      ...(kind === 'CONTRADICTS' && { note: `Passage ${passage} reads otherwise.` }),
      ...(kind !== 'CONTRADICTS' && fidelity === 'INFERRED' && { note: `It follows from passage ${passage}.` }),
    };
  });
}

/** What is concluded rests on nothing else; what is said, on one passage at least that says it. */
function fidelityOf(drawn: string, standing: Standing, index: number): string {
  if (standing === 'INFERRED') return 'INFERRED';
  return index === 0 && drawn === 'INFERRED' ? 'PARAPHRASED' : drawn;
}

/** @returns citations of a record that a source draws, or nobody but who coded the case. */
export const citeDrawn = (random: Random): Entry[] => cite(random, random.chance(0.3) ? 'INFERRED' : 'REPORTED');

/** @returns citations of a record that was said and then shown to be false, or taken back. */
export function citeRetracted(random: Random, standing: 'DISPROVEN' | 'WITHDRAWN'): Entry[] {
  const [first, second] = [1 + random.below(PASSAGES / 2), 1 + PASSAGES / 2 + random.below(PASSAGES / 2)];
  return [
    { passage: first, fidelity: 'PARAPHRASED', standing: 'ALLEGED' },
    { passage: second, relation: 'CONTRADICTS', fidelity: 'PARAPHRASED', standing, note: 'It is no longer held.' },
  ];
}

/** @returns a date in every form that the model knows, or none; the years thin out towards the past. */
export function dateOf(random: Random): Entry {
  const year = 2024 - random.rank(60);
  const month = String(1 + random.below(12)).padStart(2, '0');
  const day = `${year}-${month}-${String(1 + random.below(28)).padStart(2, '0')}`;
  const edtf = random.of([
    ...[day, day, day, day, day, day, `${day}?`, `${day}~`, `${day}%`],
    ...[`${year}-${month}`, `${year}-${month}`, `${year}`, `${year}~`, `${year}-${21 + random.below(4)}`],
    ...[`${Math.floor(year / 10)}X`, `${day}/${year + 1}-01-01`, `${day}/..`, `../${day}`, `/${day}`],
    ...[`[..${day}]`, `[${year}-01..${year}-${month}]`, undefined, undefined],
  ]);
  if (edtf === undefined) return {};
  return { date: random.chance(0.2) ? { edtf, verbatim: `on a day of ${year}` } : edtf };
}

/** @returns the EDTF text of a date as it is written. */
export const edtfOf = (written: unknown): string | undefined =>
  (typeof written === 'object' && written !== null ? (written as Entry)['edtf'] : written) as string | undefined;

/** @returns whether the one date is after the other whatever their days were: then nothing may put it first. */
export function isAfter(one: unknown, other: unknown): boolean {
  const [first, second] = [edtfOf(one), edtfOf(other)];
  if (first === undefined || second === undefined) return false;
  return isDefinitelyAfter(parseDate(first), parseDate(second));
}

/** @returns a text of some words that mean nothing, letters beyond ASCII among them. */
export function words(random: Random, count: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ren', 'tü', 'sha', 'vé', 'or', 'den', 'ñu', 'ба', 'ilk'];
  const word = () => Array.from({ length: 2 + random.below(3) }, () => random.of(syllables)).join('');
  return Array.from({ length: count }, word).join(' ');
}
