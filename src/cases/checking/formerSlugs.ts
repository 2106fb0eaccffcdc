/** A former slug leads to one record: nobody else has it, or had it. */
import { type CaseRecord } from '../reading/record.ts';
import { placeOf, type CheckContext } from './context.ts';
import { labelOf } from './declarations.ts';

export function checkFormerSlugs(context: CheckContext): void {
  const claimed = new Map<string, CaseRecord>();
  for (const record of context.content.records)
    for (const [index, former] of formerSlugsOf(record).entries()) checkOne(context, record, index, former, claimed);
}

function checkOne(
  { content, known, report }: CheckContext,
  record: CaseRecord,
  index: number,
  former: string,
  claimed: Map<string, CaseRecord>,
): void {
  const refuse = (why: string) => report(record, ['formerSlugs', index], `former slug '${former}' ${why}`);
  const name = `${record.type} ${former}`;
  const other = claimed.get(name);
  claimed.set(name, other ?? record);
  if (record.fields['slug'] === former) return refuse('is the slug that the record has now: leave it out');
  if (other === record) return refuse('is listed twice: remove one');
  if (other) return refuse(`is one of ${labelOf(other)} too (${placeOf(content, other)}): keep it at one of the two`);
  if (known.has(record.type, former)) return refuse('is the slug of another record now: remove it, or rename that one');
  const elsewhere = known.ownerElsewhere(record.type, former) ?? known.ownerOfId(record.id);
  if (elsewhere !== undefined) refuse(`is or was one of case '${elsewhere}': remove it here, or there`);
}

export const formerSlugsOf = ({ owner, fields }: CaseRecord): readonly string[] =>
  owner === null ? ((fields['formerSlugs'] as string[] | undefined) ?? []) : [];
