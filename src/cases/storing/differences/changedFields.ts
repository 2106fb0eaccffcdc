/** Which fields of a record differ between two of its rows, in words. */
import { shorten } from '../../../domain/text.ts';
import { dateColumn, dateParts } from '../../../model/dates.ts';
import { recordTypes } from '../../../model/recordTypes.ts';
import { type JsonRow } from './changedRows.ts';
import { type RowNames } from './rowNames.ts';

const shownLength = 80;

/** Returns each difference as `date was '2018-06-30', is '2018-07-01'`. */
export function changedFields(type: string, before: JsonRow, after: JsonRow, names: RowNames): string[] {
  const { references, dates, values } = recordTypes.get(type) ?? {
    references: new Map(),
    dates: [],
    values: caseFields,
  };
  const differs = (column: string) => JSON.stringify(before[column]) !== JSON.stringify(after[column]);
  const told = (name: string, column: string, show: (value: unknown) => string) =>
    differs(column) ? [`${name} was ${show(before[column] ?? null)}, is ${show(after[column] ?? null)}`] : [];
  return [
    ...values.flatMap(({ name }) => told(name, name, shown)),
    ...dates.flatMap((name) => toldDate(name, before, after, differs)),
    ...[...references.keys()].flatMap((name: string) =>
      told(name === 'passage' ? 'passage' : name, `${name}Id`, (id) =>
        id === null ? 'nothing' : `'${names.slug(id)}'`,
      ),
    ),
    ...(differs('ordinal') ? ['its place in the list'] : []),
  ];
}

/** The revision and what the case declares follow from the records. */
const caseFields = [{ name: 'title' }, { name: 'summary' }];

function toldDate(name: string, before: JsonRow, after: JsonRow, differs: (column: string) => boolean): string[] {
  if (!dateParts.some((part) => differs(dateColumn(name, part)))) return [];
  const show = (row: JsonRow) => {
    const [edtf, verbatim] = [row[dateColumn(name, 'edtf')], row[dateColumn(name, 'verbatim')]];
    if (typeof edtf !== 'string') return 'nothing';
    return typeof verbatim === 'string' ? `'${edtf}' (${verbatim})` : `'${edtf}'`;
  };
  return [`${name} was ${show(before)}, is ${show(after)}`];
}

function shown(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value))
    return value.length === 0 ? 'nothing' : value.map((one) => `'${shorten(String(one))}'`).join(', ');
  return typeof value === 'string' ? `'${shorten(value, shownLength)}'` : String(value);
}
