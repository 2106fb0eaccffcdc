/** What loading would change, by record and field, in words. */
import type pg from 'pg';
import { fieldOf, inWords } from '../../../model/datamodel.ts';
import { recordTypes } from '../../../model/recordTypes.ts';
import { listOrderOf } from '../../../model/relations.ts';
import { type CaseContent } from '../../reading/record.ts';
import { changedFields } from './changedFields.ts';
import { type TableRows } from '../rows.ts';
import { readChangedRows, type ChangedRow, type JsonRow } from './changedRows.ts';
import { findRenamed } from './renamed.ts';
import { counted, isRecordTable, ownerOf, RowNames } from './rowNames.ts';

export interface Difference {
  kind: 'added' | 'changed' | 'removed' | 'renamed';
  /** What the record is called. */
  label: string;
  /** What changed in it, what is added or removed with it, or what to do. */
  details: readonly string[];
}

export interface Differences {
  /** How many records, parts and citations among them. */
  counts: Readonly<Record<'added' | 'changed' | 'removed', number>>;
  /** Without the parts of what is added or removed as a whole. */
  list: readonly Difference[];
}

/**
 * Compares what is staged with what the database has of the cases. Nothing is written.
 * @param cases their ids
 * @param contents what their files say
 */
export async function readDifferences(
  client: pg.ClientBase,
  cases: readonly string[],
  contents: readonly CaseContent[],
): Promise<Differences> {
  const changed = await readChangedRows(client, cases);
  const names = await RowNames.read(client, contents, changed);
  const list: Difference[] = [];
  const renamed = findRenamed(changed);
  const whole = new Set(renamed.flatMap(({ before, after }) => [String(before['id']), String(after['id'])]));
  for (const { type, before, after } of renamed) list.push(rename(type, before, after, names));
  const records = changed.filter(({ table }) => isRecordTable(table));
  list.push(...alone(records, 'before', whole, names), ...alone(records, 'after', whole, names));
  const lists = changedLists(changed, names);
  let count = 0;
  for (const { table, before, after } of records) {
    if (!before || !after) continue;
    const id = String(before['id']);
    const details = [...changedFields(table, before, after, names), ...(lists.get(id)?.details ?? [])];
    lists.delete(id);
    if (details.length === 0) continue;
    count += 1;
    list.push({
      kind: 'changed',
      label: table === 'Case' ? `case '${String(after['slug'])}'` : names.label(table, after),
      details,
    });
  }
  const isOneSided = new Set(
    records.flatMap(({ before, after }) => (before && after ? [] : [String((before ?? after)?.['id'])])),
  );
  for (const [id, { label, details }] of lists) {
    if (isOneSided.has(id)) continue;
    count += 1;
    list.push({ kind: 'changed', label, details });
  }
  const only = (side: 'before' | 'after', other: 'before' | 'after') =>
    records.filter((row) => row[side] !== null && row[other] === null && row.table !== 'Case').length;
  return { counts: { added: only('after', 'before'), changed: count, removed: only('before', 'after') }, list };
}

function rename(type: string, before: JsonRow, after: JsonRow, names: RowNames): Difference {
  const [old, now] = [String(before['slug']), String(after['slug'])];
  const others = changedFields(type, before, after, names).filter((field) => !/^(slug was|its place)/.test(field));
  return {
    kind: 'renamed',
    label: `${inWords(type)} '${old}' to '${now}'`,
    details: [`it has the same parts: to keep its id, add \`formerSlugs: [${old}]\` to '${now}'`, ...others],
  };
}

/** Records that are there at one side only, with a count of what goes or comes with them. */
function alone(
  records: readonly ChangedRow[],
  side: 'before' | 'after',
  whole: ReadonlySet<string>,
  names: RowNames,
): Difference[] {
  const other = side === 'before' ? 'after' : 'before';
  const rows = records.flatMap(({ table, [side]: row, [other]: there }) => (row && !there ? [{ table, row }] : []));
  const byId = new Map(rows.map((one) => [String(one.row['id']), one]));
  const rootOf = (table: string, row: JsonRow): string => {
    const owner = ownerOf(table, row);
    const above = owner && byId.get(owner.id);
    return above ? rootOf(above.table, above.row) : String(row['id']);
  };
  const within = new Map<string, Map<string, number>>();
  for (const { table, row } of rows) {
    const root = rootOf(table, row);
    const counts = within.get(root) ?? new Map<string, number>();
    if (root !== String(row['id'])) counts.set(table, (counts.get(table) ?? 0) + 1);
    within.set(root, counts);
  }
  return [...within].flatMap(([id, counts]) => {
    const root = byId.get(id);
    if (!root || whole.has(id)) return [];
    const label = root.table === 'Case' ? `case '${String(root.row['slug'])}'` : names.label(root.table, root.row);
    const details = [...counts].map(([type, count]) => counted(type, count));
    return [
      {
        kind: side === 'before' ? 'removed' : 'added',
        label,
        details: details.length > 0 ? [`with ${details.join(', ')}`] : [],
      },
    ];
  });
}

/** What was added to lists of slugs, or removed from them, by the id of the record. */
function changedLists(changed: readonly ChangedRow[], names: RowNames) {
  const found = new Map<string, { label: string; details: string[] }>();
  const add = (type: string, id: string, detail: string) => {
    const known = found.get(id) ?? { label: `${inWords(type)} '${names.slug(id)}'`, details: [] };
    if (!known.details.includes(detail)) known.details.push(detail);
    found.set(id, known);
  };
  for (const { model, slugLists } of recordTypes.values())
    for (const [list, table] of slugLists) {
      const ends = changed.filter((row) => row.table === table.name);
      for (const { before, after } of ends) {
        const row = before ?? after ?? {};
        const slug = names.slug(row[table.other]);
        add(model.name, String(row[table.own]), before ? `${list} without '${slug}'` : `${list} with '${slug}'`);
      }
      const order = listOrderOf(model, fieldOf(model, list));
      for (const { table: name, before, after } of changed)
        if (name === order?.model && before && after)
          add(model.name, String(before[order.own]), `the order of ${list}`);
    }
  return found;
}

/** How many records there are, parts and citations among them. */
export const recordsIn = ({ byTable }: TableRows): number =>
  [...byTable].reduce((sum, [table, rows]) => sum + (recordTypes.has(table) ? rows.length : 0), 0);
