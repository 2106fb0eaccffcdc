/** Every slug and passage number leads somewhere, and never round in a circle. */
import { slugsIn } from '../declarations.ts';
import { didYouMean } from '../nearest.ts';
import { recordType } from '../recordTypes.ts';
import { type CaseRecord } from '../records.ts';
import { type CheckContext } from './context.ts';

/** Fields that make a tree of records of one type. */
const upwards: Readonly<Record<string, string>> = { Place: 'parent', Event: 'parent', Statement: 'reportedIn' };

export function checkReferences(context: CheckContext): void {
  for (const record of context.content.records) {
    for (const { type, slug, path } of slugsIn(record.type, record.fields))
      checkSlug(context, record, type, slug, path);
    for (const citation of record.citations) checkPassage(context, citation);
    checkSelf(context, record);
    checkCycle(context, record);
  }
}

function checkSlug(
  { known, report }: CheckContext,
  record: CaseRecord,
  type: string,
  slug: string,
  path: (string | number)[],
) {
  if (known.has(type, slug)) return;
  const words = type === 'LegalAction' ? 'legal action' : type.toLowerCase();
  const other = known.ownerElsewhere(type, slug);
  if (other !== undefined)
    report(
      record,
      path,
      `${words} '${slug}' belongs to case '${other}', out of reach from here: describe it in this case, under a slug of its own`,
    );
  else
    report(
      record,
      path,
      `unknown ${words} '${slug}'${didYouMean(slug, known.slugs(type)) || ': declare it, or correct the slug'}`,
    );
}

function checkPassage({ known, report }: CheckContext, citation: CaseRecord): void {
  const { document, passage } = citation.fields as { document?: string; passage?: number };
  if (document === undefined) {
    const hint =
      known.slugs('Document').size === 0
        ? 'the case has no document: add one'
        : 'the case has not exactly one document: name it with `document:`';
    report(citation, [], `citation without document: ${hint}`);
  } else if (!known.has('Document', document)) {
    report(
      citation,
      ['document'],
      `unknown document '${document}'${didYouMean(document, known.slugs('Document')) || ': declare it, or correct the slug'}`,
    );
  } else if (passage !== undefined && !known.hasPassage(document, passage)) {
    report(
      citation,
      ['passage'],
      `document '${document}' has no passage ${passage}: correct the number, or add the passage to the document`,
    );
  }
}

function checkSelf({ report }: CheckContext, record: CaseRecord): void {
  const { to } = record.fields;
  if (!recordType(record.type).references.has('from') || to === undefined || to !== record.owner?.fields['slug'])
    return;
  report(record, ['to'], `'${String(to)}' is linked to itself: correct the slug, or remove the link`);
}

function checkCycle({ known, report }: CheckContext, record: CaseRecord): void {
  const field = upwards[record.type];
  const own = record.fields['slug'];
  if (field === undefined || typeof own !== 'string') return;
  const chain = [own];
  for (let slug = record.fields[field]; typeof slug === 'string'; slug = known.field(record.type, slug, field)) {
    chain.push(slug);
    if (slug === own)
      return report(
        record,
        [field],
        `${field} leads back to the record itself (${chain.join(' → ')}): correct one of them`,
      );
    if (chain.indexOf(slug) < chain.length - 1) return;
  }
}
