/** From checked records to the rows of their tables. */
import { parseDate } from '../../domain/dates.ts';
import { recordId } from '../../domain/ids.ts';
import { legalDate } from '../../domain/legalDate.ts';
import { type Standing } from '../../domain/standing.ts';
import { citedBy, standingOf } from '../checking/evidence.ts';
import { type ReadCase } from '../checking/check.ts';
import { fieldOf } from '../../model/datamodel.ts';
import { dateColumn, dateParts } from '../../model/dates.ts';
import { citationColumn, recordType } from '../../model/recordTypes.ts';
import { type JoinTable, listOrderOf } from '../../model/relations.ts';
import { memberships } from '../../model/sharing.ts';
import { type Row, type Value } from './tables.ts';
import { type MergedRecord } from '../checking/merge.ts';
import { type KeySlugs } from '../reading/formerSlugs.ts';
import { idOf, passageId } from '../reading/keys.ts';
import { type CaseRecord } from '../reading/record.ts';
import { type CodedDate } from '../reading/schema/values.ts';

/** Rows by table. */
export class TableRows {
  readonly byTable = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    const rows = this.byTable.get(table);
    if (rows) rows.push(row);
    else this.byTable.set(table, [row]);
  }

  join({ name, own, other }: JoinTable, owner: string, target: string): void {
    this.add(name, { [own]: owner, [other]: target });
  }
}

export const caseId = (slug: string) => recordId('Case', [slug]);

/** Adds the rows of a case: its own records, and its membership in those it shares. */
export function addCase(rows: TableRows, { content, declarations }: ReadCase, loadedAt: Date): void {
  const id = caseId(content.slug);
  const { slug, title, summary, source } = content;
  rows.add('Case', {
    id,
    slug,
    title,
    summary,
    revision: source.revision,
    loadedAt: loadedAt.toISOString(),
    declarations,
  });
  for (const record of content.records) {
    if (!record.shared) addOwnRecord(rows, id, record, content.keySlugs);
    for (const citation of record.citations) rows.add('Citation', citationRow(id, record, citation, content.keySlugs));
  }
  for (const [record, { type }] of Object.entries(declarations)) addMember(rows, id, type, record);
}

/** Adds the row of a record that several cases may describe. */
export function addMerged(
  rows: TableRows,
  { id, type, owner, ordinal, fields, standing }: MergedRecord,
  keySlugs: KeySlugs,
): void {
  const dates = Object.fromEntries(
    recordType(type).dates.flatMap((name) => {
      const edtf = fields[name];
      return typeof edtf === 'string'
        ? [[name, { ...parseDate(edtf), verbatim: fields[`${name}Verbatim`] ?? null }]]
        : [];
    }),
  );
  const named = fields['named'];
  const columns = {
    id,
    ordinal,
    standing,
    ...(named !== undefined && { named: named as boolean }),
    ...ownedBy(type, owner),
  };
  rows.add(type, { ...columnsOf(type, { ...fields, ...dates }, keySlugs), ...columns });
}

function addMember(rows: TableRows, owner: string, type: string, record: string): void {
  const membership = memberships.get(type);
  if (membership) rows.join(membership, owner, record);
}

function addOwnRecord(rows: TableRows, owningCase: string, record: CaseRecord, keySlugs: KeySlugs): void {
  const { type, id, owner, ordinal, fields } = record;
  const result = standingOf(type, fields['standing'] as Standing | undefined, citedBy(record));
  if ('wrong' in result) throw new Error(`a record was not checked: ${type} ${id} ${result.wrong}`);
  const computed = type === 'LegalAction' ? legalDateOf(record) : (fields['subject'] as object | undefined);
  const columns = {
    id,
    caseId: owningCase,
    ordinal,
    standing: result.standing,
    ...ownedBy(type, owner),
  };
  rows.add(type, { ...columnsOf(type, { ...fields, ...computed }, keySlugs), ...columns });
  addMember(rows, owningCase, type, id);
  addSaidLists(rows, record, keySlugs);
  const { model, slugLists } = recordType(type);
  for (const [list, join] of slugLists) {
    const order = listOrderOf(model, fieldOf(model, list));
    for (const [index, slug] of ((fields[list] as string[] | undefined) ?? []).entries()) {
      const target = idOf(join.target, slug, keySlugs);
      rows.join(join, id, target);
      if (order) rows.add(order.model, { [order.own]: id, [order.other]: target, ordinal: index });
    }
  }
}

/** Adds the pairs that parts say; two parts may say the same one. */
function addSaidLists(rows: TableRows, { type, id, parts }: CaseRecord, keySlugs: KeySlugs): void {
  for (const { table, part, end } of recordType(type).saidLists) {
    const slugs = parts.flatMap(({ type: one, fields }) => (one === part ? [String(fields[end])] : []));
    for (const slug of new Set(slugs)) rows.join(table, id, idOf(table.target, slug, keySlugs));
  }
}

function legalDateOf(record: CaseRecord) {
  const statuses = record.parts.filter(({ type }) => type === 'LegalStatus').map(({ fields }) => fields);
  const dated = legalDate(
    statuses.map(({ status, date }) => ({ status: status as string, date: (date as CodedDate | undefined) ?? null })),
  );
  return { date: dated?.date, dateOf: dated?.status };
}

const ownedBy = (type: string, owner: { type: string; id: string } | null | undefined): Row =>
  owner ? { [recordType(type).owners.get(owner.type) ?? '']: owner.id } : {};

function citationRow(
  owningCase: string,
  subject: CaseRecord,
  { id, ordinal, fields }: CaseRecord,
  keySlugs: KeySlugs,
): Row {
  const { document, passage } = fields as { document: string; passage: number };
  return {
    ...columnsOf('Citation', { ...fields, document: undefined, passage: undefined }, keySlugs),
    ...{ id, caseId: owningCase, ordinal, passageId: passageId(document, passage, keySlugs) },
    [citationColumn(subject.type) ?? '']: subject.id,
  };
}

/** The columns that come from fields of the case file: values, dates in six columns each, references as ids. */
function columnsOf(type: string, fields: Readonly<Record<string, unknown>>, keySlugs: KeySlugs): Row {
  const { values, dates, references } = recordType(type);
  const row: Record<string, Value> = {};
  for (const { name, isList, type: valueType } of values)
    row[name] = (fields[name] as Value | undefined) ?? (isList ? [] : valueType === 'Boolean' ? false : null);
  for (const name of dates) {
    const date = fields[name] as CodedDate | undefined;
    for (const part of dateParts) row[dateColumn(name, part)] = date?.[part] ?? null;
  }
  for (const [name, target] of references) {
    const slug = fields[name];
    row[`${name}Id`] = typeof slug === 'string' ? idOf(target, slug, keySlugs) : null;
  }
  if (type === 'LegalAction') row['dateOf'] = (fields['dateOf'] as string | undefined) ?? null;
  return row;
}
