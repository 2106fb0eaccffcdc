/** From checked records to the rows of their tables. */
import { parseDate } from '../../domain/dates.ts';
import { recordId } from '../../domain/ids.ts';
import { legalDate } from '../../domain/legalDate.ts';
import { type Standing } from '../../domain/standing.ts';
import { citedBy, standingOf } from '../checking/evidence.ts';
import { type ReadCase } from '../checking/check.ts';
import { memberships, type Row, type Value } from './tables.ts';
import { type MergedRecord } from '../checking/merge.ts';
import { lowerFirst, ownerField, recordType, type JoinTable } from '../recordTypes.ts';
import { idOf, passageId } from '../reading/keys.ts';
import { type CaseRecord } from '../reading/records.ts';
import { type CodedDate } from '../reading/schema/fields.ts';

/** Rows by table. */
export class TableRows {
  readonly byTable = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    const rows = this.byTable.get(table);
    if (rows) rows.push(row);
    else this.byTable.set(table, [row]);
  }

  join({ name, ownerColumn, targetColumn }: JoinTable, owner: string, target: string): void {
    this.add(name, { [ownerColumn]: owner, [targetColumn]: target });
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
    if (!record.shared) addOwnRecord(rows, id, record);
    for (const citation of record.citations) rows.add('Citation', citationRow(id, record, citation));
  }
  for (const [record, { type }] of Object.entries(declarations)) addMember(rows, id, type, record);
}

/** Adds the row of a record that several cases may describe. */
export function addMerged(rows: TableRows, { id, type, owner, ordinal, fields, standing }: MergedRecord): void {
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
    ...ownerColumn(type, owner?.type, owner?.id),
  };
  rows.add(type, { ...columnsOf(type, { ...fields, ...dates }), ...columns });
}

function addMember(rows: TableRows, owner: string, type: string, record: string): void {
  const membership = memberships.get(type);
  if (membership) rows.join(membership, owner, record);
}

function addOwnRecord(rows: TableRows, owningCase: string, record: CaseRecord): void {
  const { type, id, owner, ordinal, fields } = record;
  const result = standingOf(type, fields['standing'] as Standing | undefined, citedBy(record));
  if ('wrong' in result) throw new Error(`a record was not checked: ${type} ${id} ${result.wrong}`);
  const computed = type === 'LegalAction' ? legalDateOf(record) : (fields['subject'] as object | undefined);
  const columns = {
    id,
    caseId: owningCase,
    ordinal,
    standing: result.standing,
    ...ownerColumn(type, owner?.type, owner?.id),
  };
  rows.add(type, { ...columnsOf(type, { ...fields, ...computed }), ...columns });
  addMember(rows, owningCase, type, id);
  for (const [list, join] of recordType(type).slugLists)
    for (const [index, slug] of ((fields[list] as string[] | undefined) ?? []).entries()) {
      rows.join(join, id, idOf(join.target, slug));
      if (list === 'speakers')
        rows.add('StatementSpeaker', { statementId: id, actorId: idOf('Actor', slug), ordinal: index });
    }
}

function legalDateOf(record: CaseRecord) {
  const statuses = record.parts.filter(({ type }) => type === 'LegalStatus').map(({ fields }) => fields);
  const dated = legalDate(
    statuses.map(({ status, date }) => ({ status: status as string, date: (date as CodedDate | undefined) ?? null })),
  );
  return { date: dated?.date, dateOf: dated?.status };
}

function ownerColumn(type: string, ownerType: string | undefined, owner: string | undefined): Row {
  return ownerType === undefined || owner === undefined ? {} : { [`${ownerField(type, ownerType)}Id`]: owner };
}

function citationRow(owningCase: string, subject: CaseRecord, { id, ordinal, fields }: CaseRecord): Row {
  const { document, passage } = fields as { document: string; passage: number };
  return {
    ...columnsOf('Citation', { ...fields, document: undefined, passage: undefined }),
    ...{ id, caseId: owningCase, ordinal, passageId: passageId(document, passage) },
    [`${lowerFirst(subject.type)}Id`]: subject.id,
  };
}

/** The columns that come from fields of the case file: values, dates in six columns each, references as ids. */
function columnsOf(type: string, fields: Readonly<Record<string, unknown>>): Row {
  const { values, dates, references } = recordType(type);
  const row: Record<string, Value> = {};
  for (const { name, isList, type: valueType } of values)
    row[name] = (fields[name] as Value | undefined) ?? (isList ? [] : valueType === 'Boolean' ? false : null);
  for (const name of dates) {
    const date = fields[name] as CodedDate | undefined;
    row[`${name}Edtf`] = date?.edtf ?? null;
    row[`${name}Earliest`] = date?.earliest ?? null;
    row[`${name}Latest`] = date?.latest ?? null;
    row[`${name}Precision`] = date?.precision ?? null;
    row[`${name}Qualified`] = date?.qualified ?? null;
    row[`${name}Verbatim`] = date?.verbatim ?? null;
  }
  for (const [name, target] of references) {
    const slug = fields[name];
    row[`${name}Id`] = typeof slug === 'string' ? idOf(target, slug) : null;
  }
  if (type === 'LegalAction') row['dateOf'] = (fields['dateOf'] as string | undefined) ?? null;
  return row;
}
