/** Years that are far from those of the case: most often a slip of the keyboard (0218, 2081). */
import { type CaseRecord } from '../reading/record.ts';
import { type CodedDate } from '../reading/schema/values.ts';
import { recordType } from '../../model/recordTypes.ts';
import { type CheckContext } from './context.ts';

/** Years before and after a document that it seldom speaks of. */
const far = { before: 500, after: 50 };

export function checkYears({ content, warn }: CheckContext): void {
  const dated = content.records.flatMap(datesOf);
  const published = dated.filter(({ field }) => field === 'published');
  const years = (published.length > 0 ? published : dated).map(({ year }) => year).sort((a, b) => a - b);
  const middle = years[years.length >> 1];
  if (middle === undefined) return;
  for (const { record, field, year, date } of dated)
    if (year < middle - far.before || year > middle + far.after)
      warn(
        record,
        [field],
        `${date.edtf} is far from ${middle}, the year of ${published.length > 0 ? 'the document' : 'most dates of the case'}: is it a slip?`,
      );
}

function datesOf(record: CaseRecord) {
  return recordType(record.type).dates.flatMap((field) => {
    const date = record.fields[field] as CodedDate | undefined;
    const bound = date?.earliest ?? date?.latest;
    return date && bound ? [{ record, field, date, year: Number(bound.slice(0, 4)) }] : [];
  });
}
