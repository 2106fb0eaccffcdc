/** What to call a row in a sentence: `participation 'jane-doe VICTIM' of event 'warehouse-fire'`. */
import type pg from 'pg';
import { shorten } from '../../../domain/text.ts';
import { hasSlug, inWords, lowerFirst } from '../../../model/datamodel.ts';
import { dateColumn } from '../../../model/dates.ts';
import { citationColumn, recordType, recordTypes, topLevelLists } from '../../../model/recordTypes.ts';
import { labelOf, slugsIn } from '../../checking/declarations.ts';
import { idOf, passageId } from '../../reading/keys.ts';
import { type CaseContent } from '../../reading/record.ts';
import { type ChangedRow, type JsonRow } from './changedRows.ts';

export interface Owner {
  type: string;
  id: string;
}

const slugTypes = [...new Set(Object.values(topLevelLists))];

/** Returns the record that a row is a part of, or that a citation is of. */
export function ownerOf(type: string, row: JsonRow): Owner | undefined {
  const columns =
    type === 'Citation'
      ? [...recordTypes.keys()].map((one) => [one, citationColumn(one)] as const)
      : [...(recordTypes.get(type)?.owners ?? [])];
  for (const [owner, column] of columns)
    if (column !== undefined && typeof row[column] === 'string') return { type: owner, id: row[column] };
  return undefined;
}

/** The names of records by their ids: those of the files, of the rows that would go, and of what these refer to. */
export class RowNames {
  readonly #labels = new Map<string, string>();
  readonly #slugs = new Map<string, string>();

  static async read(
    client: pg.ClientBase,
    contents: readonly CaseContent[],
    changed: readonly ChangedRow[],
  ): Promise<RowNames> {
    const names = new RowNames();
    for (const { records, keySlugs } of contents)
      for (const record of records) {
        names.#labels.set(record.id, labelOf(record));
        for (const { type, slug } of slugsIn(record.type, record.fields))
          names.#slugs.set(idOf(type, slug, keySlugs), slug);
        const { slug } = record.fields;
        if (typeof slug === 'string') names.#slugs.set(record.id, slug);
        for (const { fields } of record.citations) {
          const [document, passage] = [String(fields['document']), Number(fields['passage'])];
          names.#slugs.set(passageId(document, passage, keySlugs), `${passage}`);
        }
      }
    await names.#readRest(client, changed);
    for (const { table, before } of changed) names.#addLabel(table, before, changed);
    return names;
  }

  /** Returns the slug of the record with the id, the number of a passage. */
  slug = (id: unknown): string => this.#slugs.get(String(id)) ?? String(id);

  /** Returns what to call the record. */
  label(type: string, row: JsonRow): string {
    if (type !== 'Citation') return this.#labels.get(String(row['id'])) ?? this.#describe(type, row);
    const field = typeof row['field'] === 'string' ? `, for its ${row['field']}` : '';
    return `citation of passage ${this.slug(row['passageId'])}${field}${this.#ofOwner(type, row)}`;
  }

  #addLabel(type: string, row: JsonRow | null, changed: readonly ChangedRow[]): void {
    if (row === null || !recordTypes.has(type) || type === 'Citation' || this.#labels.has(String(row['id']))) return;
    const owner = ownerOf(type, row);
    const above = changed.find(({ table, before }) => owner && table === owner.type && before?.['id'] === owner.id);
    if (above) this.#addLabel(above.table, above.before, changed);
    this.#labels.set(String(row['id']), this.#describe(type, row));
  }

  #describe(type: string, row: JsonRow): string {
    if (typeof row['slug'] === 'string') return `${inWords(type)} '${row['slug']}'`;
    const { keyFields, references, dates } = recordType(type);
    const own = keyFields.flatMap((name) => {
      const value = references.has(name)
        ? row[`${name}Id`] && this.slug(row[`${name}Id`])
        : row[dates.includes(name) ? dateColumn(name, 'edtf') : name];
      return value === undefined || value === null ? [] : [String(value)];
    });
    return `${inWords(type)} '${shorten(own.join(' '))}'${this.#ofOwner(type, row)}`;
  }

  #ofOwner(type: string, row: JsonRow): string {
    const owner = ownerOf(type, row);
    if (!owner) return '';
    return ` of ${this.#labels.get(owner.id) ?? `${inWords(owner.type)} '${this.slug(owner.id)}'`}`;
  }

  /** The slugs of what only rows that would go refer to. */
  async #readRest(client: pg.ClientBase, changed: readonly ChangedRow[]): Promise<void> {
    const missing = new Set(
      changed.flatMap(({ before }) =>
        Object.entries(before ?? {}).flatMap(([name, id]) =>
          typeof id === 'string' && /^([a-zA-Z]*Id|id|A|B)$/.test(name) && !this.#slugs.has(id) ? [id] : [],
        ),
      ),
    );
    if (missing.size === 0) return;
    const select = slugTypes.map((type) => `select id::text, slug from "${type}" where id = any($1::uuid[])`);
    const passages = 'select id::text, number::text from "Passage" where id = any($1::uuid[])';
    const { rows } = await client.query<{ id: string; slug: string }>([...select, passages].join(' union all '), [
      [...missing],
    ]);
    for (const { id, slug } of rows) this.#slugs.set(id, slug);
  }
}

/** Whether a table is that of records: not of what joins them. */
export const isRecordTable = (table: string): boolean => table === 'Case' || recordTypes.has(table);

/** Whether records of a type stand at the top level of case files. */
export const isTopLevel = (type: string): boolean => type !== 'Case' && recordTypes.has(type) && hasSlug(type);

/** Returns the name of a list of parts in a sentence, as in `2 participations`. */
export const counted = (type: string, count: number): string => {
  const name = lowerFirst(type)
    .replace(/(?=[A-Z])/g, ' ')
    .toLowerCase();
  if (count === 1) return `1 ${name}`;
  return `${count} ${name.endsWith('y') ? `${name.slice(0, -1)}ies` : name.endsWith('s') ? `${name}es` : `${name}s`}`;
};
