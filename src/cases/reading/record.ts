/** A record as a case file has it, and what a case is made of. */
import { type Key } from '../../domain/ids.ts';
import { type KeySlugs } from './formerSlugs.ts';
import { type CaseSource, type Path } from './source.ts';

/** A record as a case file has it. Fields that were wrong are missing from `fields` and reported. */
export interface CaseRecord {
  type: string;
  id: string;
  /** The parts of the key, the type not among them. */
  key: Key;
  path: Path;
  /** Position in the list of the owner. */
  ordinal: number;
  owner: CaseRecord | null;
  fields: Readonly<Record<string, unknown>>;
  citations: readonly CaseRecord[];
  /** The records that nest in this one, citations not among them. */
  parts: readonly CaseRecord[];
  /** Whether a field or citation of its own was wrong, so that nothing is to be concluded from what is missing. */
  damaged: boolean;
  /** What a slug that is wrong was probably meant to be: references to it are right. */
  meantSlug?: string | undefined;
  shared: boolean;
  /** Where fields stand that are not in the record at `path` under their names. */
  fieldPaths: ReadonlyMap<string, Path>;
}

/** Returns where a value of a record stands in its file. */
export function placeIn({ path, fieldPaths }: CaseRecord, within: Path): Path {
  const [field = '', ...rest] = within;
  const place = fieldPaths.get(String(field));
  return place ? [...place, ...rest] : [...path, ...within];
}

export interface CaseContent {
  slug: string;
  title: string;
  summary: string;
  source: CaseSource;
  /** Where `case` stands. */
  path: Path;
  /** Of its own records, and of those that cases share. */
  keySlugs: KeySlugs;
  /** All records but citations, owners before their parts. */
  records: readonly CaseRecord[];
}

/** Whether a record is a document with passages, here or in another case: not one that is described and has no text. */
export const mayBeCited = (record: CaseRecord) =>
  hasPassages(record) ||
  (record.type === 'Document' && (record.fields['sha256'] !== undefined || record.fields['title'] === undefined));

/** @returns whether a record is a document whose passages stand with it */
export const hasPassages = ({ type, parts }: CaseRecord): boolean =>
  type === 'Document' && parts.some((part) => part.type === 'Passage');
