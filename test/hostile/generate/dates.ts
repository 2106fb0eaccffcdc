// Dates of every form that case files take, each with the days that bound it: said by what it was made of, not by the parser.
import type { Draw, Told } from './draw.ts';
import { fragment } from './text.ts';

interface Span {
  text: string;
  first: string;
  last: string;
}

const pad = (number: number, length = 2) => String(number).padStart(length, '0');

const iso = (year: number, month: number, day: number) => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

function lastDay(year: number, month: number): string {
  const day = new Date(0);
  day.setUTCFullYear(year, month, 0);
  return day.toISOString().slice(0, 10);
}

const anyYear = (draw: Draw) => draw.of([1, 99, 1900, 2000, 2016, 2018, 2019, 9998, draw.integer(1, 9998)]);

const spans: Record<'DAY' | 'MONTH' | 'YEAR', (draw: Draw) => Span> = {
  DAY: (draw) => {
    const [year, month] = [anyYear(draw), draw.integer(1, 12)];
    const end = lastDay(year, month);
    const day = draw.of([iso(year, month, 1), end, iso(year, month, draw.integer(1, 28))]);
    return { text: day, first: day, last: day };
  },
  MONTH: (draw) => {
    const [year, month] = [anyYear(draw), draw.integer(1, 12)];
    return { text: iso(year, month, 1).slice(0, 7), first: iso(year, month, 1), last: lastDay(year, month) };
  },
  YEAR: (draw) => {
    const year = anyYear(draw);
    return { text: pad(year, 4), first: iso(year, 1, 1), last: iso(year, 12, 31) };
  },
};
const precisions = ['DAY', 'MONTH', 'YEAR'] as const;

/** A date as a case file may have it: a text, a year without quotes, or with the source's own words. */
export function date(draw: Draw): unknown {
  const told = anyDate(draw);
  draw.dates.set(told.edtf, told);
  if (draw.once(3)) return { edtf: told.edtf, ...draw.maybe('verbatim', () => fragment(draw)) };
  return /^[1-9]\d{3}$/.test(told.edtf) && draw.once(2) ? Number(told.edtf) : told.edtf;
}

function anyDate(draw: Draw): Told {
  const form = draw.of([
    'single',
    'single',
    'open digits',
    'season',
    'interval',
    'open interval',
    'one of',
    'open set',
  ]);
  const precision = draw.of(precisions);
  const one = spans[precision](draw);
  const qualifier = draw.of(['', '', '?', '~', '%']);
  const qualified = qualifier !== '';
  const plain = { earliest: one.first, latest: one.last, qualified: false };
  switch (form) {
    case 'single':
      return { ...plain, edtf: `${one.text}${qualifier}`, precision, qualified };
    case 'open digits':
      return openDigits(draw);
    case 'season':
      return season(draw);
    case 'open interval': {
      const isStart = draw.once(2);
      const open = draw.of(['', '..']);
      const edtf = isStart ? `${one.text}${qualifier}/${open}` : `${open}/${one.text}${qualifier}`;
      return { edtf, ...boundedBy(one, isStart), precision: 'INTERVAL', qualified };
    }
    case 'open set': {
      const isStart = draw.once(2);
      const edtf = isStart ? `[${one.text}..]` : `[..${one.text}]`;
      return { edtf, ...boundedBy(one, isStart), precision: 'ONE_OF', qualified: false };
    }
    default: {
      const other = spans[precision](draw);
      const [start, end] = one.first <= other.first ? [one, other] : [other, one];
      const bounds = { earliest: start.first, latest: end.last };
      return form === 'interval'
        ? { edtf: `${start.text}${qualifier}/${end.text}`, ...bounds, precision: 'INTERVAL', qualified }
        : { edtf: `[${start.text}..${end.text}]`, ...bounds, precision: 'ONE_OF', qualified: false };
    }
  }
}

const boundedBy = ({ first, last }: Span, isStart: boolean) => ({
  earliest: isStart ? first : null,
  latest: isStart ? null : last,
});

function openDigits(draw: Draw): Told {
  const [year, month] = [draw.integer(100, 9899), draw.integer(1, 12)];
  const text = pad(year, 4);
  const [decade, century] = [Number(`${text.slice(0, 3)}0`), Number(`${text.slice(0, 2)}00`)];
  const whole = { earliest: iso(year, 1, 1), latest: iso(year, 12, 31), precision: 'YEAR', qualified: false };
  return draw.of<Told>([
    { ...whole, edtf: `${text}-XX` },
    { ...whole, edtf: `${text}-XX-XX` },
    {
      edtf: `${text}-${pad(month)}-XX`,
      ...{ earliest: iso(year, month, 1), latest: lastDay(year, month), precision: 'MONTH', qualified: false },
    },
    {
      ...whole,
      edtf: `${text.slice(0, 3)}X`,
      earliest: iso(decade, 1, 1),
      latest: iso(decade + 9, 12, 31),
      precision: 'DECADE',
    },
    {
      ...whole,
      edtf: `${text.slice(0, 2)}XX`,
      earliest: iso(century, 1, 1),
      latest: iso(century + 99, 12, 31),
      precision: 'CENTURY',
    },
  ]);
}

/** The meteorological seasons of the north, see docs/case-files.md. */
function season(draw: Draw): Told {
  const [year, number] = [anyYear(draw), draw.integer(0, 3)];
  const start = 3 + 3 * number;
  const latest = number === 3 ? lastDay(year + 1, 2) : lastDay(year, start + 2);
  return {
    edtf: `${pad(year, 4)}-${21 + number}`,
    earliest: iso(year, start, 1),
    latest,
    precision: 'SEASON',
    qualified: false,
  };
}
