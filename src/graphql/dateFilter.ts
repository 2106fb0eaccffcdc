// A date of a record in a range, with what the date leaves open.
import { dateColumn as column } from '../model/dates.ts';
import { builder } from './builder.ts';
import { type Condition, everything, type Where } from './conditions.ts';
import { badUserInput } from './badInput.ts';

const DateMatch = builder.enumType('DateMatch', {
  description: 'How sure it has to be that a date lies in a range.',
  values: {
    DEFINITELY: { description: 'The whole of its uncertainty lies in the range. An undated record never does.' },
    POSSIBLY: { description: 'It may lie in the range. An undated record always may.' },
  },
});

const FuzzyDateFilter = builder.inputType('FuzzyDateFilter', {
  description: 'A range of days, both ends included; an end that is left out is open.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day of the range.' }),
    to: t.field({ type: 'Date', description: 'The last day of the range.' }),
    match: t.field({
      type: DateMatch,
      required: true,
      defaultValue: 'POSSIBLY',
      description: 'How sure it has to be.',
    }),
  }),
});

interface Range {
  from?: Date | null;
  to?: Date | null;
  match: 'DEFINITELY' | 'POSSIBLY';
}

function rangeWhere(name: string, { from, to, match }: Range): Where {
  const [earliest, latest] = [column(name, 'earliest'), column(name, 'latest')];
  if (match === 'DEFINITELY') {
    return {
      [column(name, 'qualified')]: false,
      ...(from && { [earliest]: { gte: from } }),
      ...(to && { [latest]: { lte: to } }),
    };
  }
  if (!from && !to) return everything;
  return {
    AND: [
      ...(from ? [{ OR: [{ [latest]: null }, { [latest]: { gte: from } }] }] : []),
      ...(to ? [{ OR: [{ [earliest]: null }, { [earliest]: { lte: to } }] }] : []),
    ],
  };
}

/** A date of the record, in a range. */
export const date: Condition = {
  type: () => FuzzyDateFilter,
  describe: (about) => `Only records whose date lies in this range: ${about}`,
  where: (name, range: Range, { path }) => {
    if (range.from && range.to && range.from > range.to) {
      throw badUserInput(`${path}.from`, `\`${path}.from\` is after \`${path}.to\``);
    }
    return rangeWhere(name, range);
  },
};
