/** Uncertain dates: EDTF level 1 (ISO 8601-2) and the one-of sets of level 2, with the days that bound them. */
import { parse, type ParsedDate, type ParsedEdtf } from 'edtf';

type DatePrecision = 'DAY' | 'MONTH' | 'SEASON' | 'YEAR' | 'DECADE' | 'CENTURY' | 'INTERVAL' | 'ONE_OF';

export interface FuzzyDate {
  /** The date as it was written. */
  edtf: string;
  /** The first day it can be (YYYY-MM-DD), null when the start is open or unknown. */
  earliest: string | null;
  /** The last day it can be (YYYY-MM-DD), null when the end is open or unknown. */
  latest: string | null;
  precision: DatePrecision;
  /** Whether it carries `?`, `~` or `%`, which do not widen the bounds. */
  qualified: boolean;
}

/** Why a text is no date that we take, and what to write instead. */
export class DateError extends Error {
  override name = 'DateError';
}

interface Bounds {
  earliest: string;
  latest: string;
  precision: DatePrecision;
}

const examples =
  "write for instance '2018-06-30', '2018-06', '1992', '197X', '2018-06-30~', '2018-06-30/2018-07-02' or '[..2018-07-02]'";

/**
 * Reads an EDTF date.
 * @throws DateError when `text` is no date, or one of those left out: years outside 0001 to 9999, times of day,
 *   exponential years, sets of all, lists, whatever else belongs to level 2.
 */
export function parseDate(text: string): FuzzyDate {
  const tree = parseSyntax(text);
  const { earliest, latest, precision } = boundsOf(tree);
  if (earliest === null && latest === null) throw new DateError('a date open at both ends says nothing: leave it out');
  if (earliest !== null && latest !== null && earliest > latest)
    throw new DateError('the date ends before it starts: exchange its ends');
  return { edtf: text, earliest, latest, precision, qualified: /[?~%]/.test(text) };
}

function parseSyntax(text: string): ParsedEdtf {
  // Longer than any date; the grammar is slow on what is not one.
  if (text.length > 40) throw new DateError(`not an EDTF date: ${examples}`);
  try {
    return parse(text);
  } catch {
    throw new DateError(
      isCalendarDate(text) ? 'no such day in the calendar' : `not an EDTF date of level 1: ${examples}`,
    );
  }
}

const isCalendarDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

function boundsOf(tree: ParsedEdtf): { earliest: string | null; latest: string | null; precision: DatePrecision } {
  if (tree.type === 'Set') return oneOf(tree);
  if (tree.type === 'Century' || tree.type === 'Decade')
    throw new DateError("write a century or decade with X for each open digit: '19XX', '197X'");
  if (tree.type === 'List') throw new DateError('a set of several dates {…} is not taken: make a record of each date');
  if (tree.type === 'Year') throw new DateError("years from '0001' to '9999' with four digits are taken, no others");
  if (tree.level > 1)
    throw new DateError(`this is EDTF level 2; only level 1 and one-of ranges are taken: ${examples}`);
  if (tree.type === 'Interval') {
    // An open end is an infinite number, an unknown one is null.
    const [start, end] = tree.values.map((value) =>
      value !== null && typeof value === 'object' ? single(value) : null,
    );
    return { earliest: start?.earliest ?? null, latest: end?.latest ?? null, precision: 'INTERVAL' };
  }
  return single(tree);
}

function oneOf({ values, earlier, later }: Extract<ParsedEdtf, { type: 'Set' }>) {
  const [value] = values;
  if (values.length !== 1 || value === undefined)
    throw new DateError("a one-of list with commas is not taken: write a range, '[2008-09..2008-12]'");
  const precision = 'ONE_OF' as const;
  if (Array.isArray(value)) return { earliest: single(value[0]).earliest, latest: single(value[1]).latest, precision };
  if (earlier === later) throw new DateError('a one-of set of one date is that date: leave out the brackets');
  const bounds = single(value);
  return { earliest: earlier ? null : bounds.earliest, latest: later ? null : bounds.latest, precision };
}

/** The bits by which the parser marks digits written X. */
const unspecified = { yearUnit: 8, yearTens: 4, century: 3, month: 48, day: 192 };

function single({ type, values, unspecified: open = 0 }: ParsedDate): Bounds {
  const [year = 0, month, day] = values;
  if (values.length > 3) throw new DateError('times of day are not taken: write the day alone');
  if (open & unspecified.century) throw new DateError('a date without even its century says nothing: leave it out');
  if (year < 1 || year > 9999) throw new DateError("years from '0001' to '9999' are taken, no others");
  if (type === 'Season') return season(year, month ?? 0);
  if (open & unspecified.yearTens) return years(year, year + 99, 'CENTURY');
  if (open & unspecified.yearUnit) return years(year, year + 9, 'DECADE');
  if (month === undefined || open & unspecified.month) return years(year, year, 'YEAR');
  if (day === undefined || open & unspecified.day)
    return { earliest: iso(year, month, 1), latest: iso(year, month, daysIn(year, month)), precision: 'MONTH' };
  if (day > daysIn(year, month)) throw new DateError('no such day in the calendar');
  return { earliest: iso(year, month, day), latest: iso(year, month, day), precision: 'DAY' };
}

const years = (first: number, last: number, precision: DatePrecision): Bounds => ({
  earliest: iso(first, 0, 1),
  latest: iso(last, 11, 31),
  precision,
});

/**
 * EDTF's seasons (21 spring to 24 winter) are quarters of no fixed place. They are read as the meteorological seasons of
 * the north, winter being the one that begins in the year; for any other, a range says it: '[2018-09..2018-11]'.
 */
function season(year: number, number: number): Bounds {
  const first = (number - 21) * 3 + 2;
  const [endYear, last] = first === 11 ? [year + 1, 1] : [year, first + 2];
  if (endYear > 9999) throw new DateError("years from '0001' to '9999' are taken, no others");
  return { earliest: iso(year, first, 1), latest: iso(endYear, last, daysIn(endYear, last)), precision: 'SEASON' };
}

/** Days in the month (from 0) of the proleptic Gregorian calendar. */
function daysIn(year: number, month: number): number {
  if (month === 1) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [3, 5, 8, 10].includes(month) ? 30 : 31;
}

function iso(year: number, month: number, day: number): string {
  const digits = (number: number, length: number) => String(number).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month + 1, 2)}-${digits(day, 2)}`;
}
