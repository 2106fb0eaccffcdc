// A date as firm as its source: EDTF, with the bounds that it leaves open. It is a view of some columns of its record.
import type { EnumRef } from '@pothos/core';
import { builder } from '../builder.ts';
import { documentation } from '../../model/datamodel.ts';
import { dateColumn, dateParts } from '../../model/dates.ts';
import { enumType } from '../enums.ts';
import type { DatePrecision as Precision } from '../../db/generated/enums.ts';

interface FuzzyDateShape {
  edtf: string;
  earliest: Date | null;
  latest: Date | null;
  precision: Precision;
  qualified: boolean;
  verbatim: string | null;
}

const FuzzyDate = builder.objectRef<FuzzyDateShape>('FuzzyDate').implement({
  description: 'A date no finer than its source gives it: an EDTF expression and the bounds that follow from it.',
  fields: (t) => ({
    edtf: t.exposeString('edtf', {
      description:
        'The date in EDTF (ISO 8601-2): level 1 and one-of sets, for example 2018-06-30, 197X, 2018-06-30~, [..2018-07-02].',
    }),
    earliest: t.expose('earliest', {
      type: 'Date',
      nullable: true,
      description: 'The earliest day that it can be; null when open.',
    }),
    latest: t.expose('latest', {
      type: 'Date',
      nullable: true,
      description: 'The latest day that it can be; null when open.',
    }),
    precision: t.expose('precision', {
      type: enumType('DatePrecision') as EnumRef<typeof builder.$inferSchemaTypes, Precision>,
      description: 'How fine the date is.',
    }),
    qualified: t.exposeBoolean('qualified', {
      description:
        'Whether the source is unsure of it or gives it as approximate (?, ~ or % in EDTF): such a date is never DEFINITELY in a range.',
    }),
    verbatim: t.exposeString('verbatim', {
      nullable: true,
      description: 'The words of the source, where they say more than the date.',
    }),
  }),
});

/**
 * The options of a field that shows the columns `<name>Edtf`, `<name>Earliest` … of its model as one FuzzyDate.
 * `extensions.columns` says which column gives which part, and the date is null when `extensions.presentIf` is.
 */
export function fuzzyDate(model: string, name: string) {
  const columns = Object.fromEntries(dateParts.map((part) => [part, dateColumn(name, part)]));
  const presentIf = dateColumn(name, 'edtf');
  return {
    type: FuzzyDate,
    nullable: true as const,
    description: documentation(model, presentIf),
    extensions: { columns, presentIf },
    resolve: (row: object) => {
      const value = row as Record<string, unknown>;
      if (value[presentIf] === null) return null;
      return Object.fromEntries(
        dateParts.map((part) => [part, value[dateColumn(name, part)]]),
      ) as unknown as FuzzyDateShape;
    },
  };
}
