/** What a case says of the records it shares with others: kept in `Case.declarations`, so that cases can come and go. */
import { shorten } from '../../domain/text.ts';
import { type CitedStanding } from '../../domain/standing.ts';
import { type CodedDate } from '../reading/schema/values.ts';
import { inWords } from '../../model/datamodel.ts';
import { recordType } from '../../model/recordTypes.ts';
import { memberships } from '../../model/sharing.ts';
import { idOf, passageId } from '../reading/keys.ts';
import { type CaseContent, type CaseRecord } from '../reading/record.ts';

export interface Declaration {
  type: string;
  /** What to call it in a message: `actor 'iran'`. */
  label: string;
  /** The id of the shared record that it is a part of. */
  owner?: string;
  ordinal: number;
  /** The fields that the case gives; none where it only refers to the record. */
  given: Record<string, unknown>;
  /** What the case's citations of it say of its standing. */
  cited: CitedStanding[];
}

/** By id of the record. */
export type Declarations = Record<string, Declaration>;

/** Returns all that a case declares, and what it only refers to. */
export function declarationsOf(content: CaseContent): Declarations {
  const declarations: Declarations = {};
  const { keySlugs } = content;
  for (const record of content.records) if (record.shared) declarations[record.id] = declare(record);
  const refer = (type: string, id: string, label: string, owner?: string) => {
    declarations[id] ??= { type, label, ...(owner && { owner }), ordinal: 0, given: {}, cited: [] };
  };
  for (const record of content.records) {
    for (const { type, slug } of slugsIn(record.type, record.fields))
      if (memberships.has(type)) refer(type, idOf(type, slug, keySlugs), `${inWords(type)} '${slug}'`);
    for (const { fields } of record.citations) {
      const { document, passage } = fields as { document: string; passage: number };
      refer('Document', idOf('Document', document, keySlugs), `document '${document}'`);
      refer(
        'Passage',
        passageId(document, passage, keySlugs),
        `passage ${passage} of document '${document}'`,
        idOf('Document', document, keySlugs),
      );
    }
  }
  return declarations;
}

function declare(record: CaseRecord): Declaration {
  const { type, fields, owner, ordinal, citations } = record;
  const given: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'key') continue;
    if (name === 'formerSlugs') {
      given[name] = (value as string[]).join(' ');
      continue;
    }
    if (!recordType(type).dates.includes(name)) given[name] = value;
    else {
      const { edtf, verbatim } = value as CodedDate;
      given[name] = edtf;
      if (verbatim !== null) given[`${name}Verbatim`] = verbatim;
    }
  }
  const cited = citations.map(citedStanding);
  return { type, label: labelOf(record), ...(owner && { owner: owner.id }), ordinal, given, cited };
}

/** Returns what a citation says of the standing of its record. */
export function citedStanding({ fields }: CaseRecord): CitedStanding {
  const { relation, standing, fidelity, field } = fields as unknown as CitedStanding;
  return { relation, standing, ...(fidelity && { fidelity }), ...(field !== undefined && { field }) };
}

/** Returns every slug that a record refers to, with the field and, in a list, the position where it stands. */
export function slugsIn(type: string, fields: Readonly<Record<string, unknown>>) {
  const found: { type: string; slug: string; path: (string | number)[] }[] = [];
  const { references, slugLists } = recordType(type);
  for (const [field, target] of references) {
    const slug = fields[field];
    if (typeof slug === 'string') found.push({ type: target, slug, path: [field] });
  }
  for (const [field, { target }] of slugLists)
    for (const [index, slug] of ((fields[field] as string[] | undefined) ?? []).entries())
      found.push({ type: target, slug, path: [field, index] });
  for (const [field, slug] of Object.entries(fields['subject'] ?? {}))
    found.push({ type: references.get(field) ?? '', slug: slug as string, path: ['subject', field] });
  return found;
}

/** Returns what to call a record in a message: its type and slug, or what tells it from its siblings, and its owner. */
export function labelOf({ type, fields, owner }: CaseRecord): string {
  const words = inWords(type);
  if (typeof fields['slug'] === 'string') return `${words} '${fields['slug']}'`;
  const own = recordType(type).keyFields.flatMap((name) => {
    const value = fields[name];
    return value === undefined ? [] : [typeof value === 'object' ? (value as CodedDate).edtf : String(value)];
  });
  return `${words} '${shorten(own.join(' '))}'${owner ? ` of ${labelOf(owner)}` : ''}`;
}
