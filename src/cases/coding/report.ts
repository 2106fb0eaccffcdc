/** What is told of two codings: figures, disagreements by passage, records of one coder alone, and the table for settling. */
import { inWords } from '../../model/datamodel.ts';
import { type CodedAttribute, describeAgreement } from './agreement.ts';
import { type ComparedAttribute, type ComparedCodings, type LoneRecord } from './compare.ts';

/** Returns the report as lines. */
export function reportCodings({ attributes, first, second, candidates }: ComparedCodings): string[] {
  const both = attributes.filter((one) => one.first !== '' && one.second !== '');
  const differing = both.filter((one) => one.first !== one.second);
  const records = new Set(both.map(({ record }) => record)).size;
  return [
    `${records} records were coded by both; ${first.length} by the first coder only and ${second.length} by the second only`,
    '',
    ...describeAgreement(attributes),
    '',
    ...section(`They differ on ${differing.length} attributes`, byPassage(differing, describeDifference)),
    ...section('Only the first has', byPassage(withoutParts(first), describeLone)),
    ...section('Only the second has', byPassage(withoutParts(second), describeLone)),
    ...section(
      'These may be the same: read the passages, and say so with --same',
      candidates.map(
        ([one, other]) =>
          `  --same ${inWords(one.record.type).replaceAll(' ', '-')}:${slugOf(one)}=${slugOf(other)}   (${one.place}, ${other.place})`,
      ),
    ),
  ];
}

const slugOf = ({ record }: LoneRecord) => String(record.fields['slug']);

/** Where a record is one coder's alone, so are its parts. */
function withoutParts(records: readonly LoneRecord[]): LoneRecord[] {
  const alone = new Set(records.map(({ record }) => record));
  return records.filter(({ record }) => !record.owner || !alone.has(record.owner));
}

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`${title}:`, ...lines, '']);

/** Below the first passage that each cites. */
function byPassage<T extends { passages: readonly number[] }>(
  items: readonly T[],
  describe: (item: T) => string,
): string[] {
  const passages = [...new Set(items.map(({ passages: [number = 0] }) => number))].sort((a, b) => a - b);
  return passages.flatMap((number) => [
    number === 0 ? '  no passage' : `  passage ${number}`,
    ...items.filter(({ passages: [one = 0] }) => one === number).map((item) => `    ${describe(item)}`),
  ]);
}

const describeDifference = ({ record, attribute, first, second, places }: ComparedAttribute) =>
  `${record}: ${attribute} ${first} | ${second}   (${places.join(', ')})`;

const describeLone = ({ name, place }: LoneRecord) => `${name}   (${place})`;

/** Returns the table for settling as CSV, as `readCoding` takes it once each `?` is replaced. */
export function codingCsv(attributes: readonly CodedAttribute[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = attributes.map(({ record, attribute, first, second, settled }) =>
    [record, attribute, first, second, settled].map(cell).join(','),
  );
  return `${['record,attribute,first,second,settled', ...rows].join('\n')}\n`;
}
