/** What tells records apart, and the ids that follow from it. */
import { recordId, type Key } from '../../domain/ids.ts';
import { foldSpelling } from '../../domain/spelling.ts';
import { recordType } from '../../model/recordTypes.ts';
import { keySlug, type KeySlugs } from './formerSlugs.ts';
import { type CaseRecord } from './record.ts';
import { type CodedDate } from './schema/values.ts';

/**
 * Returns the key of a record: the first slug it had, or its owner's key, then what tells siblings apart, then an
 * explicit `key`. What a key refers to goes by the first slug too, so that no id changes with a slug.
 */
export function keyOf(
  type: string,
  fields: Readonly<Record<string, unknown>>,
  owner: CaseRecord | null,
  keySlugs: KeySlugs,
): Key {
  const { references, keyFields } = recordType(type);
  const part = (name: string): string | number | null => {
    const value = fields[name];
    if (isCodedDate(value)) return value.edtf;
    const target = name === 'slug' ? type : references.get(name);
    if (target !== undefined && typeof value === 'string') return keySlug(keySlugs, target, value);
    // Two spellings that no reader can tell apart are one name.
    if (type === 'Name' && name === 'value' && typeof value === 'string') return foldSpelling(value);
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  };
  const explicit = typeof fields['key'] === 'string' ? [fields['key']] : [];
  const owned: Key = owner ? [[owner.type, ...owner.key]] : [];
  return [...owned, ...keyFields.map(part), ...explicit];
}

/** Gives a citation the document that it leaves out, its key and its id: they need the whole of the case. */
export function identifyCitation(
  citation: CaseRecord,
  caseSlug: string,
  subject: CaseRecord,
  documents: readonly string[],
  keySlugs: KeySlugs,
): void {
  const { fields } = citation as { fields: Record<string, unknown> };
  if (documents.length === 1) fields['document'] ??= documents[0];
  const text = (name: string) => (fields[name] as string | number | undefined) ?? null;
  const document = typeof fields['document'] === 'string' ? keySlug(keySlugs, 'Document', fields['document']) : null;
  const passage: Key = ['Passage', ['Document', document], text('passage')];
  const parts = [['Case', caseSlug], [subject.type, ...subject.key], passage, text('relation'), text('field')];
  citation.key = text('key') === null ? parts : [...parts, text('key')];
  citation.id = recordId('Citation', citation.key);
}

/** Returns the id of the record of a type that has the slug. */
export const idOf = (type: string, slug: string, keySlugs: KeySlugs) => recordId(type, [keySlug(keySlugs, type, slug)]);

/** Returns the id of a document's passage. */
export const passageId = (document: string, number: number, keySlugs: KeySlugs) =>
  recordId('Passage', [['Document', keySlug(keySlugs, 'Document', document)], number]);

const isCodedDate = (value: unknown): value is CodedDate =>
  typeof value === 'object' && value !== null && 'edtf' in value;
