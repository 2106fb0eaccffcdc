/** Records that only their slug tells from ones that are gone. */
import { recordType, recordTypes } from '../../../model/recordTypes.ts';
import { type ChangedRow, type JsonRow } from './changedRows.ts';
import { isTopLevel, ownerOf } from './rowNames.ts';

export interface Renamed {
  type: string;
  before: JsonRow;
  after: JsonRow;
}

/** Finds each record that is gone and has the same parts and citations as just one that is new of its type. */
export function findRenamed(changed: readonly ChangedRow[]): Renamed[] {
  const [gone, come] = [signatures(changed, 'before'), signatures(changed, 'after')];
  return [...gone].flatMap(([signature, before]) => {
    const after = come.get(signature);
    const [one, other] = [before[0], after?.[0]];
    return one && other && before.length === 1 && after?.length === 1
      ? [{ type: one.type, before: one.row, after: other.row }]
      : [];
  });
}

/** The records at the top level that are there at one side only, by what they consist of. */
function signatures(changed: readonly ChangedRow[], side: 'before' | 'after') {
  const other = side === 'before' ? 'after' : 'before';
  const children = new Map<string, { type: string; row: JsonRow }[]>();
  const roots: { type: string; row: JsonRow }[] = [];
  for (const { table: type, [side]: row, [other]: there } of changed) {
    if (row === null || there !== null || !recordTypes.has(type)) continue;
    const owner = ownerOf(type, row);
    if (owner) children.set(owner.id, [...(children.get(owner.id) ?? []), { type, row }]);
    else if (isTopLevel(type)) roots.push({ type, row });
  }
  const describe = (id: string): string[] =>
    (children.get(id) ?? [])
      .map(({ type, row }) => `${type} ${keyOf(type, row)} (${describe(String(row['id'])).join(' ')})`)
      .sort();
  const found = new Map<string, typeof roots>();
  for (const root of roots) {
    const parts = describe(String(root.row['id']));
    if (parts.length === 0) continue;
    const signature = JSON.stringify([root.type, root.row['kind'] ?? null, ...parts]);
    found.set(signature, [...(found.get(signature) ?? []), root]);
  }
  return found;
}

function keyOf(type: string, row: JsonRow): string {
  const { keyFields, references, dates } = recordType(type);
  const columns =
    type === 'Citation'
      ? ['passageId', 'relation', 'field', 'fidelity', 'standing']
      : keyFields.map((name) => (references.has(name) ? `${name}Id` : dates.includes(name) ? `${name}Edtf` : name));
  return JSON.stringify(columns.map((column) => row[column] ?? null));
}
