/** Relations that order: none leads in a circle, and none says what the dates of its records exclude. */
import { circlesOf, isDefinitelyAfter } from '../../domain/order.ts';
import { legalDate } from '../../domain/legalDate.ts';
import { type CaseRecord } from '../reading/record.ts';
import { type CodedDate } from '../reading/schema/values.ts';
import { type CheckContext } from './context.ts';

/** By type of link and kind: links by which one record comes before another, and which of the two ends it is. */
const first: Readonly<Record<string, Readonly<Record<string, 'from' | 'to'>>>> = {
  EventLink: { PRECEDES: 'from', CAUSED_BY: 'to', RESPONDS_TO: 'to' },
  LegalLink: { SUPERSEDES: 'to', REVERSES: 'to', ENDS: 'to', IMPLEMENTS: 'to', ANSWERS: 'to' },
  DocumentLink: { COPY: 'to', TRANSLATION: 'to', UPDATE: 'to', EXCERPT: 'to', PARTLY: 'to' },
};

/** What the links of a type tie. */
const tied: Readonly<Record<string, string>> = {
  EventLink: 'Event',
  LegalLink: 'LegalAction',
  DocumentLink: 'Document',
};

/** Other links of which none leads back to its start. */
const nested: readonly (readonly [type: string, kind: string])[] = [
  ['LegalLink', 'PART_OF'],
  ['ClaimLink', 'REFINES'],
  ['Relationship', 'PART_OF'],
];

/** An edge of a graph, and the record and field that draw it. */
interface Edge {
  from: string;
  to: string;
  record: CaseRecord;
  field: string;
  /** What is written, as in `PRECEDES`. */
  name: string;
}

export function checkOrder(context: CheckContext): void {
  const { records } = context.content;
  for (const [type, kinds] of Object.entries(first)) {
    const links = records.filter((record) => record.type === type && kinds[String(record.fields['kind'])]);
    checkCircles(
      context,
      links.map((link) => edgeOf(link, kinds[String(link.fields['kind'])] === 'to')),
    );
    for (const link of links) checkLinkDates(context, link, kinds[String(link.fields['kind'])] === 'from');
  }
  for (const [type, kind] of nested) {
    const links = records.filter((record) => record.type === type && record.fields['kind'] === kind);
    checkCircles(
      context,
      links.map((link) => edgeOf(link, false)),
    );
  }
  for (const record of records) {
    if (record.type === 'Relationship' || record.type === 'Residence') checkTerm(context, record);
    if (record.type === 'Statement') checkReported(context, record);
  }
}

function edgeOf(record: CaseRecord, isTurned: boolean): Edge {
  const ends = [String(record.owner?.fields['slug']), String(record.fields['to'])];
  const [from = '', to = ''] = isTurned ? ends.reverse() : ends;
  return { from, to, record, field: 'to', name: String(record.fields['kind']) };
}

function checkCircles({ report }: CheckContext, edges: readonly Edge[]): void {
  const graph = new Map<string, string[]>();
  const drawn = new Map<string, Edge>();
  for (const edge of edges) {
    graph.set(edge.from, [...(graph.get(edge.from) ?? []), edge.to]);
    drawn.set(`${edge.from} ${edge.to}`, edge);
  }
  for (const circle of circlesOf(graph)) {
    const edge = drawn.get(`${circle.at(-1)} ${circle[0]}`);
    // A record that leads to itself is told elsewhere.
    if (!edge || circle.length === 1) continue;
    const way = [...circle, circle[0]].map((slug) => `'${slug}'`).join(' → ');
    report(edge.record, [edge.field], `${edge.name} leads in a circle (${way}): remove or turn one of these`);
  }
}

/** The date of a record of this case, if it has one. */
function dateOf({ content }: CheckContext, type: string, slug: unknown): CodedDate | undefined {
  const record = content.records.find((one) => one.type === type && one.owner === null && one.fields['slug'] === slug);
  if (type !== 'LegalAction')
    return record?.fields[type === 'Document' ? 'published' : 'date'] as CodedDate | undefined;
  const statuses = record?.parts.filter((part) => part.type === 'LegalStatus') ?? [];
  const dated = statuses.map(({ fields }) => ({
    status: String(fields['status']),
    date: (fields['date'] as CodedDate | undefined) ?? null,
  }));
  return legalDate(dated)?.date;
}

function checkLinkDates(context: CheckContext, link: CaseRecord, startsFirst: boolean): void {
  const type = tied[link.type] ?? '';
  const slugs = [link.owner?.fields['slug'], link.fields['to']];
  const [before, after] = startsFirst ? slugs : slugs.reverse();
  const [earlier, later] = [dateOf(context, type, before), dateOf(context, type, after)];
  if (earlier && later && isDefinitelyAfter(earlier, later))
    context.report(
      link,
      ['kind'],
      `${String(link.fields['kind'])} puts '${String(before)}' (${earlier.edtf}) before '${String(after)}' (${later.edtf}), and their dates say the opposite: correct a date, or turn or remove the link`,
    );
}

function checkTerm({ report }: CheckContext, record: CaseRecord): void {
  const { since, until, asOf } = record.fields as Record<'since' | 'until' | 'asOf', CodedDate | undefined>;
  const refuse = (field: string, what: string) => report(record, [field], `${what}: correct one of the two dates`);
  if (since && until && isDefinitelyAfter(since, until))
    refuse('until', `until ${until.edtf} is before since ${since.edtf}`);
  if (since && asOf && isDefinitelyAfter(since, asOf))
    refuse('asOf', `asOf ${asOf.edtf} is before since ${since.edtf}`);
  if (asOf && until && isDefinitelyAfter(asOf, until)) refuse('asOf', `asOf ${asOf.edtf} is after until ${until.edtf}`);
}

function checkReported(context: CheckContext, record: CaseRecord): void {
  const date = record.fields['date'] as CodedDate | undefined;
  const witness = dateOf(context, 'Statement', record.fields['reportedIn']);
  if (date && witness && isDefinitelyAfter(date, witness))
    context.report(
      record,
      ['reportedIn'],
      `'${String(record.fields['reportedIn'])}' (${witness.edtf}) is before this statement (${date.edtf}), which it can't report: correct a date or the reference`,
    );
}
