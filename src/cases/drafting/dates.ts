/**
 * The dates that a text names outright. Months are those of Intl (CLDR, as ICU has them) in the language of the text, so that
 * any language will do. Words such as "yesterday", which need another date to mean one, and dates such as 3/4/2018, whose order
 * nobody can tell, are left to the reader.
 */

/** A date as case files write it. */
export interface FoundDate {
  /** EDTF; where the text says no year, it has YYYY in its place, which no check passes. */
  edtf: string;
  /** The words of the text. */
  verbatim: string;
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Form {
  pattern: RegExp;
  edtf(groups: Groups): string | undefined;
}

const year = String.raw`(?<year>[12]\d{3})(?!\d)`;
const day = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
const of = String.raw`(?:(?:de|del|of)\s+)?`;
/** Neither within a word or number nor after a decimal or date separator. */
const start = String.raw`(?<![\p{L}\p{M}\d]|\d[.,/:-])`;

const numeric: readonly Form[] = [
  { pattern: new RegExp(`${start}${year}-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)`, 'gu'), edtf: calendarDate },
  { pattern: new RegExp(`${start}(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?${year}`, 'gu'), edtf: calendarDate },
  {
    pattern: /(?<!\d)(?<year>[12]\d{3})[年년]\s*(?:(?<month>\d{1,2})[月월]\s*(?:(?<day>\d{1,2})[日일])?)?/gu,
    edtf: calendarDate,
  },
];
const years: readonly Form[] = [
  {
    pattern: new RegExp(`${start}(?<decade>[12]\\d{2})0(?:s|er)(?!\\p{L})`, 'gu'),
    edtf: ({ decade }) => `${decade ?? ''}X`,
  },
  {
    pattern: new RegExp(`${start}(?<year>1[5-9]\\d{2}|20\\d{2})(?![\\p{L}\\p{M}\\d]|[.,/:-]\\d)`, 'gu'),
    edtf: calendarDate,
  },
];

/** Returns the dates in a text, in its order. @param language BCP 47 */
export function findDates(text: string, language: string): FoundDate[] {
  const digits = withAsciiDigits(text);
  const found: (FoundDate & { start: number; end: number })[] = [];
  for (const { pattern, edtf } of [...numeric, ...formsIn(language), ...years])
    for (const { 0: match, index, groups = {} } of digits.matchAll(pattern)) {
      const end = index + match.length;
      if (found.some((one) => index < one.end && one.start < end)) continue;
      const date = edtf(groups);
      if (date !== undefined)
        found.push({ edtf: date, verbatim: text.slice(index, end).replace(/\s+/gu, ' ').trim(), start: index, end });
    }
  return found.sort((a, b) => a.start - b.start).map(({ edtf, verbatim }) => ({ edtf, verbatim }));
}

const known = new Map<string, readonly Form[]>();

function formsIn(language: string): readonly Form[] {
  const forms = known.get(language) ?? makeForms(language);
  known.set(language, forms);
  return forms;
}

function makeForms(language: string): Form[] {
  const months = monthsOf(language);
  const names = [...months.keys()]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replaceAll('.', String.raw`\.`));
  const name = String.raw`(?<![\p{L}\p{M}])(?<name>${names.join('|')})(?![\p{L}\p{M}])`;
  const gap = String.raw`(?:\.\s*|\s+)`;
  const forms = [
    String.raw`${start}${day}\s+${of}${name}(?:(?:\.|,)?\s+${of}${year})?`,
    String.raw`${name}${gap}(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d\p{L}])(?:,?\s+${year})?`,
    String.raw`(?<!\d\.?\s)${name}(?:,|\.)?\s+${of}${year}`,
  ];
  const edtf = (groups: Groups) => calendarDate({ ...groups, month: String(months.get(groups['name'] ?? '')) });
  return forms.map((form) => ({ pattern: new RegExp(form, 'gu'), edtf }));
}

/** The numbers of months by their names: in full and shortened, alone and after a day, as within a sentence and in titles. */
function monthsOf(language: string): Map<string, number> {
  const months = new Map<string, number>();
  // British English shortens to Sept.
  const languages = /^en\b/i.test(language) ? [language, 'en-GB'] : [language];
  for (const locale of languages)
    for (const month of ['long', 'short'] as const)
      for (const more of [{}, { day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...more, month, calendar: 'gregory', timeZone: 'UTC' });
        for (let index = 0; index < 12; index += 1) {
          const part = format.formatToParts(Date.UTC(2018, index, 5)).find(({ type }) => type === 'month');
          const name = part?.value.replace(/\.$/, '') ?? '';
          // Where months have numbers only, a number alone says nothing.
          if (!/^[\p{L}\p{M}.\s]+$/u.test(name)) continue;
          const capital = name.replace(/^./u, (letter) => letter.toUpperCase());
          for (const one of [name, capital, name.toUpperCase()]) months.set(one, index + 1);
        }
      }
  return months;
}

function calendarDate({ year: y = 'YYYY', month, day: d }: Groups): string | undefined {
  if (month === undefined) return y;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (d === undefined) return `${y}-${month.padStart(2, '0')}`;
  const length = new Date(Date.UTC(y === 'YYYY' ? 2000 : Number(y), Number(month), 0)).getUTCDate();
  return Number(d) < 1 || Number(d) > length ? undefined : `${y}-${month.padStart(2, '0')}-${d.padStart(2, '0')}`;
}

/** Digits of other scripts, one unit each as those of ASCII, so that offsets stay. */
function withAsciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    if (digit.length > 1) return digit;
    const code = digit.charCodeAt(0);
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}
