/** Numbers with their bounds, and what they count. */
import { shorten } from '../../domain/text.ts';
import { type CaseRecord } from '../reading/record.ts';
import { type CheckContext } from './context.ts';
import { labelOf } from './declarations.ts';

/** Sums of money. */
const inMoney = new Set(['FINE', 'BOND', 'DAMAGES']);

/** ISO 4217, as ICU has it. */
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** The unit of a sentence that has no end. */
const forLife = 'LIFE';

/** The units of a sentence: the designators of ISO 8601 for a duration, and what is none. */
const durations: Readonly<Record<string, string>> = {
  ...{ Y: 'years', M: 'months', W: 'weeks', D: 'days' },
  [forLife]: 'life',
};

export function checkMeasure(context: CheckContext, record: CaseRecord): void {
  const { report } = context;
  const { lower, upper } = record.fields as { lower?: number; upper?: number };
  const kind = String(record.fields['kind']);
  const isForLife = record.fields['unit'] === forLife && kind === 'SENTENCE';
  if (isForLife) checkForLife(context, record);
  else if (lower === undefined && upper === undefined && !record.damaged)
    report(record, [], `${labelOf(record)} has neither lower nor upper: give at least one`);
  else if (lower !== undefined && upper !== undefined && lower > upper)
    report(record, ['lower'], `lower ${lower} is more than upper ${upper}: exchange them`);
  if (isForLife) return;
  if (inMoney.has(kind)) checkCurrency(context, record, kind);
  else if (kind === 'SENTENCE') checkDuration(context, record);
  else checkUnit(context, record);
}

function checkForLife({ report }: CheckContext, record: CaseRecord): void {
  for (const bound of ['lower', 'upper'])
    if (record.fields[bound] !== undefined)
      report(
        record,
        [bound],
        `${bound} is not for a sentence with the unit ${forLife}: remove it, and write a least term as a measure of its own`,
      );
}

/** What is counted: a noun. */
export function checkUnit({ report }: CheckContext, record: CaseRecord): void {
  const unit = record.fields['unit'];
  if (unit === forLife && record.type === 'Measure')
    report(record, ['unit'], `unit ${forLife} is for a SENTENCE: write what is counted, as in people`);
  else if (typeof unit === 'string' && !/[\p{L}\p{Sc}%‰°]/u.test(unit))
    report(record, ['unit'], `unit '${shorten(unit)}' is not a unit: write what is counted, as in people or litre`);
}

function checkCurrency({ report }: CheckContext, record: CaseRecord, kind: string): void {
  const { unit } = record.fields;
  const wanted = 'write the currency as ISO 4217 has it, as in EUR or USD';
  if (unit === undefined && !record.damaged) report(record, [], `${kind} has no unit: ${wanted}, in \`unit:\``);
  if (typeof unit === 'string' && !currencies.has(unit))
    report(record, ['unit'], `unit '${shorten(unit)}' is not a currency: ${wanted}`);
}

function checkDuration({ report }: CheckContext, record: CaseRecord): void {
  const { unit } = record.fields;
  const wanted = `write ${Object.entries(durations)
    .map(([letter, name]) => `${letter} (${name})`)
    .join(', ')}`;
  if (unit === undefined && !record.damaged) report(record, [], `SENTENCE has no unit: ${wanted}, in \`unit:\``);
  if (typeof unit === 'string' && !Object.hasOwn(durations, unit)) {
    const meant = Object.keys(durations).find((letter) =>
      durations[letter]?.startsWith(unit.toLowerCase().slice(0, 3)),
    );
    const instead = meant === undefined || unit === '' ? wanted : `did you mean ${meant}? (${wanted})`;
    report(record, ['unit'], `unit '${shorten(unit)}' is not a unit of a sentence: ${instead}`);
  }
}
