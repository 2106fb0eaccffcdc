/** From the plain values of case files to records: each with its type, owner, key and checked fields. */
import { recordId } from '../../domain/ids.ts';
import { slugFor } from '../../domain/spelling.ts';
import { citationColumn, recordType, topLevelLists } from '../../model/recordTypes.ts';
import { isShared } from '../../model/sharing.ts';
import { type Problem } from '../problems.ts';
import { complete, expandCite, type Defaults, type ExpandedCitation } from './citations.ts';
import { FieldReader, isRecord } from './fieldReader.ts';
import { ownKeySlugs, type KeySlugs } from './formerSlugs.ts';
import { identifyCitation, keyOf } from './keys.ts';
import { type CaseContent, type CaseRecord, mayBeCited } from './record.ts';
import { type CaseSource, type Path } from './source.ts';
import { turnUndirected } from './undirected.ts';

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
  readonly #fields: FieldReader;
  readonly #source: CaseSource;
  readonly #keySlugs: KeySlugs;
  readonly #records: CaseRecord[] = [];
  readonly #ordinals = new Map<string, number>();
  #case: { path: Path; fields: Record<string, unknown> } | undefined;
  /** What the file that is read gives for all its citations, and which of it was wrong. */
  #defaults: Defaults & { wrong: ReadonlySet<string> } = { fields: {}, path: [], wrong: new Set() };

  constructor(source: CaseSource, keySlugs: KeySlugs) {
    this.#source = source;
    this.#fields = new FieldReader(source);
    this.#keySlugs = keySlugs;
  }

  get problems(): Problem[] {
    return this.#fields.problems;
  }

  content(): CaseContent {
    const [firstFile = this.#source.folder] = this.#source.files.keys();
    if (!this.#case)
      this.#fields.report(
        [firstFile],
        'no file of the folder has `case`: add `case: { slug: …, title: …, summary: … }`',
      );
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
    if (!isRecord(value)) return this.#fields.report([file], `must begin with one of ${topLevelKeys.join(', ')}`);
    this.#readDefaults([file, 'defaults'], value['defaults']);
    for (const [key, entry] of Object.entries(value)) {
      const type = topLevelLists[key];
      if (key === 'defaults') continue;
      if (key === 'case') this.#readCase([file, key], entry);
      else if (!type || !Object.hasOwn(topLevelLists, key)) this.#fields.unknown([file, key], key, topLevelKeys);
      else this.#readList([file, key], entry, type, null);
    }
  }

  #readCase(path: Path, value: unknown): void {
    if (this.#case) return this.#fields.report(path, '`case` stands in another file too: keep one', 'key');
    const { fields } = this.#fields.read('Case', path, value);
    this.#case = { path, fields };
  }

  #readDefaults(path: Path, value: unknown): void {
    const { fields } =
      value === null || value === undefined ? { fields: {} } : this.#fields.read('Defaults', path, value);
    const given = isRecord(value) ? Object.keys(value) : [];
    const wrong = new Set(given.filter((name) => !Object.hasOwn(fields, name)));
    this.#defaults = { fields, path, wrong };
  }

  #readList(path: Path, value: unknown, type: string, owner: CaseRecord | null): CaseRecord[] {
    if (value === null || value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#fields.report(path, `${String(path.at(-1))} must be a list: begin each record with a hyphen`);
      return [];
    }
    if (value.length === 0 && owner !== null && !isRequired(owner.type, String(path.at(-1))))
      this.#fields.report(path, `${String(path.at(-1))} is an empty list: write what belongs in it, or leave it out`);
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
      this.#fields.report(
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
      this.#fields.report(one.path, one.wrong);
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
    const { fields, damaged } = this.#fields.read(type, path, value, lists, {
      fieldPaths,
      ...(type === 'Citation' && { untold: this.#defaults.wrong }),
    });
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
}

/** Whether a list that is empty is told as one that the record lacks. */
const isRequired = (type: string, list: string) => type === 'LegalAction' && list === 'statuses';
