/** From the plain values of case files to records: each with its type, owner, key and checked fields. */
import { type z } from 'zod';
import { recordId, type Key } from '../../domain/ids.ts';
import { revealInvisible, slugFor } from '../../domain/spelling.ts';
import { shorten } from '../../domain/text.ts';
import { lowerFirst } from '../../model/datamodel.ts';
import { citationColumn, recordType, topLevelLists } from '../../model/recordTypes.ts';
import { isShared } from '../../model/sharing.ts';
import { complete, expandCite, type Defaults, type ExpandedCitation } from './citations.ts';
import { fieldsWithin } from './schema/fieldsWithin.ts';
import { recordFields, replacedFields } from './schema/recordFields.ts';
import { ownKeySlugs, type KeySlugs } from './formerSlugs.ts';
import { identifyCitation, keyOf } from './keys.ts';
import { didYouMean } from '../nearest.ts';
import { addProblems, type Problem } from '../problems.ts';
import { type CaseSource, type Path } from './source.ts';
import { turnUndirected } from './undirected.ts';

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

const topLevelKeys = ['case', 'defaults', ...Object.keys(topLevelLists)];
const noPaths: ReadonlyMap<string, Path> = new Map();

/**
 * Reads the records of a case; what is wrong with single fields is in `problems`.
 * @param shared the key slugs of records that other cases declare too
 */
export function readRecords(
  source: CaseSource,
  shared: KeySlugs = new Map(),
): { content: CaseContent; problems: Problem[] } {
  const reader = new RecordReader(source, new Map([...shared, ...ownKeySlugs(source)]));
  for (const [file, value] of source.files) reader.readFile(file, value);
  return { content: reader.content(), problems: reader.problems };
}

class RecordReader {
  readonly problems: Problem[] = [];
  readonly #source: CaseSource;
  readonly #keySlugs: KeySlugs;
  readonly #records: CaseRecord[] = [];
  readonly #ordinals = new Map<string, number>();
  #case: { path: Path; fields: Record<string, unknown> } | undefined;
  /** What the file that is read gives for all its citations, and which of it was wrong. */
  #defaults: Defaults & { wrong: ReadonlySet<string> } = { fields: {}, path: [], wrong: new Set() };

  constructor(source: CaseSource, keySlugs: KeySlugs) {
    this.#source = source;
    this.#keySlugs = keySlugs;
  }

  content(): CaseContent {
    const [firstFile = this.#source.folder] = this.#source.files.keys();
    if (!this.#case)
      this.report([firstFile], 'no file of the folder has `case`: add `case: { slug: …, title: …, summary: … }`');
    const { slug = '', title = '', summary = '' } = (this.#case?.fields ?? {}) as Record<string, string>;
    const documents = this.#records.filter(mayBeCited).map(({ fields }) => fields['slug'] as string);
    const records = turnUndirected(this.#records, this.#keySlugs);
    for (const record of records)
      for (const citation of record.citations) identifyCitation(citation, slug, record, documents, this.#keySlugs);
    return {
      slug,
      title,
      summary,
      source: this.#source,
      keySlugs: this.#keySlugs,
      path: this.#case?.path ?? [firstFile],
      records,
    };
  }

  readFile(file: string, value: unknown): void {
    if (value === null || value === undefined) return;
    if (!isRecord(value)) return this.report([file], `must begin with one of ${topLevelKeys.join(', ')}`);
    this.#readDefaults([file, 'defaults'], value['defaults']);
    for (const [key, entry] of Object.entries(value)) {
      const type = topLevelLists[key];
      if (key === 'defaults') continue;
      if (key === 'case') this.#readCase([file, key], entry);
      else if (!type || !Object.hasOwn(topLevelLists, key)) this.#unknown([file, key], key, topLevelKeys);
      else this.#readList([file, key], entry, type, null);
    }
  }

  report(path: Path, message: string, of: 'value' | 'key' = 'value'): void {
    addProblems(this.problems, [{ ...this.#source.locate(path, of), message, path: path.slice(1) }]);
  }

  #readCase(path: Path, value: unknown): void {
    if (this.#case) return this.report(path, '`case` stands in another file too: keep one', 'key');
    const { fields } = this.#readFields('Case', path, value, []);
    this.#case = { path, fields };
  }

  #readDefaults(path: Path, value: unknown): void {
    const { fields } =
      value === null || value === undefined ? { fields: {} } : this.#readFields('Defaults', path, value, []);
    const given = isRecord(value) ? Object.keys(value) : [];
    const wrong = new Set(given.filter((name) => !Object.hasOwn(fields, name)));
    this.#defaults = { fields, path, wrong };
  }

  #readList(path: Path, value: unknown, type: string, owner: CaseRecord | null): CaseRecord[] {
    if (value === null || value === undefined) return [];
    if (!Array.isArray(value)) {
      this.report(path, `${String(path.at(-1))} must be a list: begin each record with a hyphen`);
      return [];
    }
    if (value.length === 0 && owner !== null && !isRequired(owner.type, String(path.at(-1))))
      this.report(path, `${String(path.at(-1))} is an empty list: write what belongs in it, or leave it out`);
    return value.map((entry, index) => this.#readRecord([...path, index], entry, type, owner));
  }

  /** The citations of a record: under `cite` short or in full, under `citations` in full. */
  #readCitations(path: Path, raw: Record<string, unknown>, owner: CaseRecord): CaseRecord[] {
    const [inFull, cite] = [raw['citations'] ?? undefined, raw['cite'] ?? undefined];
    if (cite === undefined) {
      if (inFull === undefined || Array.isArray(inFull))
        return this.#asRecords(
          (inFull ?? []).map((one, index) => complete([...path, 'citations', index], one, this.#defaults)),
          owner,
        );
      return this.#readList([...path, 'citations'], inFull, 'Citation', owner);
    }
    if (inFull !== undefined) {
      owner.damaged = true;
      this.report(
        [...path, 'cite'],
        'a record has `cite` or `citations`, not both: write all of them under `cite`',
        'key',
      );
    }
    return this.#asRecords(expandCite([...path, 'cite'], cite, this.#defaults), owner);
  }

  #asRecords(citations: readonly ExpandedCitation[], owner: CaseRecord): CaseRecord[] {
    return citations.flatMap((one, ordinal) => {
      if (!('wrong' in one))
        return [this.#makeRecord(one.path, one.value, 'Citation', owner, { ordinal, fieldPaths: one.fieldPaths })];
      this.report(one.path, one.wrong);
      owner.damaged = true;
      return [];
    });
  }

  #readRecord(path: Path, value: unknown, type: string, owner: CaseRecord | null): CaseRecord {
    const list = `${owner?.id ?? ''} ${String(path.at(-2))}`;
    const ordinal = this.#ordinals.get(list) ?? 0;
    this.#ordinals.set(list, ordinal + 1);
    const fieldPaths = isRecord(value) && value['cite'] ? new Map([['citations', [...path, 'cite']]]) : noPaths;
    return this.#makeRecord(path, value, type, owner, { ordinal, fieldPaths });
  }

  #makeRecord(
    path: Path,
    value: unknown,
    type: string,
    owner: CaseRecord | null,
    { ordinal, fieldPaths }: Pick<CaseRecord, 'ordinal' | 'fieldPaths'>,
  ): CaseRecord {
    const { parts } = recordType(type);
    const lists = [...Object.keys(parts), ...(citationColumn(type) === undefined ? [] : ['citations', 'cite'])];
    const { fields, damaged } = this.#readFields(type, path, value, lists, fieldPaths);
    const key = keyOf(type, fields, owner, this.#keySlugs);
    const shared = isShared(type, owner);
    const raw = isRecord(value) ? value : {};
    const meantSlug =
      typeof raw['slug'] === 'string' && fields['slug'] === undefined ? slugFor(raw['slug']) : undefined;
    const record = {
      ...{ type, id: recordId(type, key), key, path, ordinal, owner, fields, damaged, meantSlug, shared, fieldPaths },
      citations: [] as CaseRecord[],
      parts: [] as CaseRecord[],
    };
    if (type !== 'Citation') {
      this.#records.push(record);
      record.citations = this.#readCitations(path, raw, record);
      record.damaged ||= record.citations.some((citation) => citation.damaged);
    }
    record.parts = Object.entries(parts).flatMap(([name, part]) =>
      this.#readList([...path, name], raw[name], part, record),
    );
    return record;
  }

  #readFields(
    type: string,
    path: Path,
    value: unknown,
    lists: readonly string[],
    fieldPaths: ReadonlyMap<string, Path> = noPaths,
  ) {
    const shape = recordFields[type] ?? {};
    const fields: Record<string, unknown> = {};
    if (!isRecord(value)) {
      const short = type === 'Citation' ? ': short citations stand under `cite`' : '';
      this.report(path, `must be a record with ${Object.keys(shape).slice(0, 3).join(', ')} …${short}`);
      return { fields, damaged: true };
    }
    let damaged = false;
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(shape, key) || lists.includes(key)) continue;
      const replaced = replacedFields.get(`${type}.${key}`);
      if (replaced === undefined) this.#unknown([...path, key], key, [...Object.keys(shape), ...lists]);
      else this.report([...path, key], replaced, 'key');
    }
    for (const [name, schema] of Object.entries(shape)) {
      const parsed = schema.safeParse(value[name] ?? undefined);
      if (parsed.success) {
        if (parsed.data !== undefined) fields[name] = parsed.data;
        continue;
      }
      damaged = true;
      const isMissing = value[name] === undefined || value[name] === null;
      if (isMissing && type === 'Citation' && this.#defaults.wrong.has(name)) continue;
      if (isMissing)
        this.report(
          path,
          `${lowerFirst(type)} without ${name}: add it${this.#canBeDefault(type, name) ? ', here or in `defaults`' : ''}`,
        );
      else this.#reportField(fieldPaths.get(name) ?? [...path, name], name, parsed.error.issues, fieldsWithin(schema));
    }
    return { fields, damaged };
  }

  #canBeDefault = (type: string, name: string) =>
    type === 'Citation' && Object.hasOwn(recordFields['Defaults'] ?? {}, name);

  #reportField(path: Path, name: string, issues: readonly z.core.$ZodIssue[], within: readonly string[]): void {
    // Of a record with unknown fields it says nothing that others are missing.
    const unknown = issues.filter(({ code }) => code === 'unrecognized_keys');
    for (const issue of unknown.length > 0 ? unknown : issues) {
      if (issue.code === 'invalid_union') {
        // Of a union's branches, the one that took the value's type says what is wrong with it.
        const branch = issue.errors.find(
          (errors) => !errors.some((one) => one.path.length === 0 && one.code.startsWith('invalid_')),
        );
        const nested = branch?.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
        if (nested) this.#reportField(path, name, nested as z.core.$ZodIssue[], within);
        else this.report(path, `${name} must be a text, or a record of edtf and verbatim`);
        continue;
      }
      const steps = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
      if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys) this.#unknown([...path, ...steps, key], key, within);
      else this.report([...path, ...steps], [[name, ...steps].join('.'), issue.message].join(' '));
    }
  }

  #unknown(path: Path, key: string, known: readonly string[]): void {
    const fields = `the fields here are ${known.join(', ')}`;
    const meant = didYouMean(key, known);
    // Within braces a comma ends a value, and what follows looks like a field.
    const hint = /\s/.test(key)
      ? ': a text with a comma or colon needs quotes'
      : meant
        ? `${meant} (${fields})`
        : `: ${fields}`;
    this.report(path, `unknown field '${revealInvisible(shorten(key))}'${hint}`, 'key');
  }
}

/** Whether a record is a document with passages, here or in another case: not one that is described and has no text. */
const mayBeCited = (record: CaseRecord) =>
  hasPassages(record) ||
  (record.type === 'Document' && (record.fields['sha256'] !== undefined || record.fields['title'] === undefined));

/** @returns whether a record is a document whose passages stand with it */
export const hasPassages = ({ type, parts }: CaseRecord): boolean =>
  type === 'Document' && parts.some((part) => part.type === 'Passage');

/** Whether a list that is empty is told as one that the record lacks. */
const isRequired = (type: string, list: string) => type === 'LegalAction' && list === 'statuses';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
