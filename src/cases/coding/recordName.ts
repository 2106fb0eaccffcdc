/** What two coders call one record: its type, whose it is and what tells it from its siblings, the attributes of a judgment left out. */
import { inWords } from '../../model/datamodel.ts';
import { recordType } from '../../model/recordTypes.ts';
import { type CaseRecord } from '../reading/record.ts';
import { type CodedDate } from '../reading/schema/values.ts';

/** The slug that is meant where a record of a type has another one: what a person says is the same. */
export type Renames = ReadonlyMap<string, string>;

/** Returns the key of a slug in `Renames`. */
export const renamed = (type: string, slug: string) => `${type} ${slug}`;

/** What coders judge, or write in their own words, so that it does not tell which record is meant. */
const judged = new Set(['kind', 'role', 'stance', 'title', 'unit', 'then']);

/** Returns the name of a record; siblings that differ only in what coders judge have the same one. */
export function recordName(record: CaseRecord, renames: Renames = new Map()): string {
  const { type, owner } = record;
  const words = inWords(type).replace(/^legal (?!action|link)/, '');
  if (!owner) return `${words} ${slugOf(record, renames)}`;
  const told = recordType(type)
    .keyFields.filter((field) => !judged.has(field))
    .map((field) => valueIn(record, field, renames))
    .join(' ');
  // The only document of a case need not be told.
  if (type === 'Passage') return `${words} ${told}`;
  const of = typeof owner.fields['slug'] === 'string' ? slugOf(owner, renames) : recordName(owner, renames);
  const prefix = type === 'Name' ? `${inWords(owner.type)} ${words}` : words;
  return `${prefix} ${of}${told && `/${told}`}`;
}

/** Returns what tells a record from siblings of the same name. */
export function apart({ type, fields }: CaseRecord): string {
  const told = recordType(type).keyFields.filter((field) => judged.has(field) && fields[field] !== undefined);
  return told.map((field) => String(fields[field])).join(' ');
}

function slugOf({ type, fields }: CaseRecord, renames: Renames): string {
  const slug = String(fields['slug']);
  return renames.get(renamed(type, slug)) ?? slug;
}

function valueIn({ type, fields }: CaseRecord, field: string, renames: Renames): string {
  const value = fields[field];
  if (value === undefined) return 'undated';
  if (typeof value === 'object') return (value as CodedDate).edtf;
  const target = recordType(type).references.get(field);
  const text = String(value);
  return (target && renames.get(renamed(target, text))) ?? text.replace(/[,()"]/g, '');
}
