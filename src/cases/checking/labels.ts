/** With OTHER a record has the source's own word for what it is, and only with OTHER. */
import { recordFields } from '../reading/schema/recordFields.ts';
import { type CaseRecord } from '../reading/record.ts';
import { type CheckContext } from './context.ts';

const openFields = ['kind', 'role', 'medium'];

export function checkLabel({ known, report }: CheckContext, record: CaseRecord): void {
  const { type, fields, damaged } = record;
  const field = openFields.find((name) => Object.hasOwn(recordFields[type] ?? {}, name));
  if (field === undefined || damaged || !Object.hasOwn(recordFields[type] ?? {}, 'label')) return;
  const slug = fields['slug'];
  // Of a shared record another case may give it.
  const value = fields[field] ?? (typeof slug === 'string' ? known.field(type, slug, field) : undefined);
  if (fields[field] === 'OTHER' && fields['label'] === undefined)
    report(record, [field], `${field} OTHER needs a label, the source's own word: add \`label:\``);
  if (fields['label'] !== undefined && value !== undefined && value !== 'OTHER')
    report(
      record,
      ['label'],
      `label is for ${field} OTHER, this is ${String(value)}: remove label, or write ${field}: OTHER`,
    );
}
