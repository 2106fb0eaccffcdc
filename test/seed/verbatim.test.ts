// Where a case quotes the words of its source for a date or a number, the record says what the words say.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { placeOf } from '../../src/cases/checking/context.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { type CaseRecord } from '../../src/cases/reading/record.ts';
import { readRecords } from '../../src/cases/reading/records.ts';
import { type CodedDate } from '../../src/cases/reading/schema/values.ts';
import { projectFolder } from '../../src/config.ts';

const cases = readdirSync(join(projectFolder, 'seed', 'cases'));

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** What the words say of a date, as far as they do: `June 30` is a month and a day. */
function dateIn(words: string) {
  const [year, century] = [/\b(\d{4})\b(?!s)/.exec(words)?.[1], /\b(\d{3})0s\b/.exec(words)?.[1]];
  const month = months.findIndex((name) => new RegExp(`\\b${name}`, 'i').test(words)) + 1;
  const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(words)?.[1];
  return {
    year: year ?? (century && `${century}X`),
    month: month > 0 ? String(month).padStart(2, '0') : undefined,
    day: day?.padStart(2, '0'),
  };
}

const isDate = (value: unknown): value is CodedDate => typeof value === 'object' && value !== null && 'edtf' in value;

/** Dates that differ from their words, as `date is 2018-06-30, on June 29`. */
function wrongDates({ fields }: CaseRecord): string[] {
  return Object.entries(fields).flatMap(([name, date]) => {
    if (!isDate(date) || date.verbatim === null) return [];
    const [year, month, day] = date.edtf.split('-');
    const said = dateIn(date.verbatim);
    const agrees =
      (said.year ?? year) === year && (said.month ?? month) === month && (said.day === undefined || said.day === day);
    return agrees ? [] : [`${name} is ${date.edtf}, ${date.verbatim}`];
  });
}

/** The same for a number: the first that the words have, in digits or written out. */
function wrongNumbers({ fields }: CaseRecord): string[] {
  const { verbatim, lower, upper } = fields;
  if (typeof verbatim !== 'string') return [];
  const said = /\d[\d,]*/.exec(verbatim)?.[0].replaceAll(',', '');
  const written = numbers.findIndex((word) => new RegExp(`\\b${word}\\b`, 'i').test(verbatim));
  const number = said !== undefined ? Number(said) : written;
  return number < 0 || lower === number || upper === number
    ? []
    : [`${String(lower)} to ${String(upper)}, ${verbatim}`];
}

test.each(cases)('the dates and numbers of %s are those of the words that are quoted for them', async (slug) => {
  const { content } = readRecords((await readCase(join(projectFolder, 'seed', 'cases', slug))).source);
  const wrong = content.records.flatMap((record) =>
    [...wrongDates(record), ...wrongNumbers(record)].map((what) => `${placeOf(content, record)}: ${what}`),
  );
  expect(wrong).toEqual([]);
});
