/** Two codings of a case side by side, and the figures on how far they agree. */
import { CsvError, parse } from 'csv-parse/sync';
import { Failure } from '../../failure.ts';
import { agreementOf, type Agreement, type Rating } from './kappa.ts';

const columns = ['record', 'attribute', 'first', 'second', 'settled'] as const;

/** The attributes on which coders decide, in the order of the report; those of `always` are told although none was coded, the others where one was. */
const always = ['role', 'standing', 'stance', 'kind'];
export const attributes = [...always, 'outcome', 'medium', 'disposition', 'date'];

/** What stands in a table for settling as long as nobody has decided. */
export const unsettled = '?';

/** One attribute of one record; `first` or `second` is empty where that coder does not have the record, `settled` where it was dropped. */
export type CodedAttribute = Readonly<Record<(typeof columns)[number], string>>;

/**
 * Reads the CSV file of a case that was coded twice.
 * @throws Failure with the place of what is wrong.
 */
export function readCoding(file: string, text: string): CodedAttribute[] {
  const lines = readLines(file, text);
  const seen = new Set<string>();
  return lines.map(({ record: row, info: { lines: line } }) => {
    const wrong = (what: string) => new Failure(`${file}:${line}:1: ${what}`);
    if (row.record === '') throw wrong('record is empty: name it');
    if (!attributes.includes(row.attribute))
      throw wrong(`attribute '${row.attribute}' is not one of ${attributes.join(', ')}: correct it`);
    if (row.first === '' && row.second === '' && row.settled === '') throw wrong('the line says nothing: remove it');
    if (row.settled === unsettled)
      throw wrong(
        `${row.attribute} of ${row.record} is not settled: write what the text says, or nothing if it says none`,
      );
    const key = JSON.stringify([row.record, row.attribute]);
    if (seen.has(key)) throw wrong(`${row.attribute} of ${row.record} stands here twice: keep one`);
    seen.add(key);
    return row;
  });
}

function readLines(file: string, text: string) {
  try {
    const header = (names: string[]) => {
      if (names.join() !== columns.join()) throw new Failure(`${file}:1:1: the columns must be ${columns.join(',')}`);
      return names;
    };
    const options = { columns: header, info: true, trim: true, bom: true, skip_empty_lines: true } as const;
    return parse(text, options) as unknown as { record: CodedAttribute; info: { lines: number } }[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Failure(`${file}:${Number(error['lines'] ?? 1)}:1: not valid CSV: ${error.message}`);
  }
}

/** Returns how far the two agree on each attribute, in the order of the report; on records that both have. */
export function agreementsOf(coded: readonly CodedAttribute[]): (Agreement & { attribute: string })[] {
  const byACoder = new Set(coded.filter((one) => one.first + one.second !== '').map(({ attribute }) => attribute));
  const told = attributes.filter((name) => always.includes(name) || byACoder.has(name));
  return told.map((attribute) => {
    const ratings = coded.flatMap((one): Rating[] =>
      one.attribute === attribute && one.first !== '' && one.second !== '' ? [[one.first, one.second]] : [],
    );
    return { attribute, ...agreementOf(ratings) };
  });
}

/** Returns the section of a case for docs/coding.md: a table by attribute, and the records that only one coder has. */
export function describeCoding(slug: string, coded: readonly CodedAttribute[]): string {
  return [`**${slug}**`, '', ...describeAgreement(coded), '', countRecords(coded)].join('\n');
}

/** Returns the table of agreement by attribute, as the lines of Markdown. */
export function describeAgreement(coded: readonly CodedAttribute[]): string[] {
  const rows = agreementsOf(coded).map(({ attribute, n, observed, kappa }) => [
    attribute,
    String(n),
    n === 0 ? '–' : `${(100 * observed).toFixed(1)} %`,
    kappa === null ? '–' : kappa.toFixed(2),
  ]);
  return markdownTable(['attribute', 'records', 'agreement', "Cohen's kappa"], rows);
}

function countRecords(coded: readonly CodedAttribute[]): string {
  const having = (column: 'first' | 'second' | 'settled') =>
    new Set(coded.filter((one) => one[column] !== '').map(({ record }) => record));
  const [first, second, settled] = [having('first'), having('second'), having('settled')];
  const both = [...first].filter((record) => second.has(record)).length;
  const added = [...settled].filter((record) => !first.has(record) && !second.has(record)).length;
  return (
    `${both} records were coded by both; ${first.size - both} by the first coder only and ${second.size - both} by the second only, ` +
    `which are in no line of the table. ${settled.size} records stayed when the differences were settled, ${added} of them new.`
  );
}

/** A table as prettier writes it. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, index) => Math.max(3, title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
