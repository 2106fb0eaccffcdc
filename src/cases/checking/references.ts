/** Every slug and passage number leads somewhere, and never round in a circle. */
import { slugsIn } from './declarations.ts';
import { inWords } from '../../model/datamodel.ts';
import { recordType, recordTypes } from '../../model/recordTypes.ts';
import { type CaseContent, type CaseRecord } from '../reading/record.ts';
import { formerSlugsOf } from './formerSlugs.ts';
import { type CheckContext } from './context.ts';

/** The field of a record that names another one of its type, as a parent: these must not lead round in a circle. */
const upwards: ReadonlyMap<string, string> = new Map(
  [...recordTypes].flatMap(([type, { references }]) =>
    [...references].filter(([, target]) => target === type).map(([field]) => [type, field]),
  ),
);

export function checkReferences(context: CheckContext): void {
  for (const record of context.content.records) {
    for (const { type, slug, path } of slugsIn(record.type, record.fields))
      checkSlug(context, record, type, slug, path);
    for (const citation of record.citations) checkPassage(context, citation);
    checkSelf(context, record);
  }
  checkCycles(context);
}

function checkSlug(
  { content, known, report, suggest }: CheckContext,
  record: CaseRecord,
  type: string,
  slug: string,
  path: (string | number)[],
) {
  if (known.has(type, slug)) return;
  const words = inWords(type);
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
      `unknown ${words} '${slug}'${(renamed(content, type, slug) ?? suggest(slug, known.slugs(type))) || ': declare it, or correct the slug'}`,
    );
}

/** What the record is called now that had the slug. */
function renamed({ records }: CaseContent, type: string, slug: string): string | undefined {
  const now = records.find((one) => one.type === type && formerSlugsOf(one).includes(slug));
  return now && `: it is called '${String(now.fields['slug'])}' now`;
}

function checkPassage({ known, report, suggest }: CheckContext, citation: CaseRecord): void {
  const { document, passage } = citation.fields as { document?: string; passage?: number };
  if (document === undefined) {
    const hint =
      known.slugs('Document').size === 0
        ? 'the case has no document: add one'
        : 'the case has not exactly one document: name it with `document:`, here or in `defaults`';
    report(citation, [], `citation without document: ${hint}`);
  } else if (!known.has('Document', document)) {
    report(
      citation,
      ['document'],
      `unknown document '${document}'${suggest(document, known.slugs('Document')) || ': declare it, or correct the slug'}`,
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

/** Walks up from each record, never twice over the same one: a chain may be as long as the case. */
function checkCycles({ content, known, report }: CheckContext): void {
  const left = new Set<string>();
  const inCircles = new Map<string, { circle: readonly string[]; start: number }>();
  for (const { type, fields } of content.records) {
    const field = upwards.get(type);
    if (field === undefined) continue;
    const chain = new Set<string>();
    let slug = fields['slug'];
    for (; typeof slug === 'string' && !left.has(`${type} ${slug}`); slug = known.field(type, slug, field)) {
      left.add(`${type} ${slug}`);
      chain.add(slug);
    }
    if (typeof slug !== 'string' || !chain.has(slug)) continue;
    const circle = [...chain].slice([...chain].indexOf(slug));
    for (const [start, one] of circle.entries()) inCircles.set(`${type} ${one}`, { circle, start });
  }
  for (const record of content.records) {
    const [field, own] = [upwards.get(record.type), String(record.fields['slug'])];
    const found = inCircles.get(`${record.type} ${own}`);
    if (found === undefined || field === undefined || record.fields[field] === undefined) continue;
    report(record, [field], `${field} leads back to the record itself (${shown(found)}): correct one of them`);
  }
}

/** The circle as seen from one of it; of a long one the beginning. */
function shown({ circle, start }: { circle: readonly string[]; start: number }): string {
  const most = 10;
  const steps = Array.from({ length: Math.min(circle.length, most) }, (_, n) => circle[(start + n) % circle.length]);
  return [...steps, ...(circle.length > most ? ['…'] : []), circle[start]].join(' → ');
}
