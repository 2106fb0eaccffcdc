/** The rows that loading would change, as they are in the database and as they would be. */
import type pg from 'pg';
import { stageOf, tables, writable, type Table } from '../tables.ts';

export type JsonRow = Readonly<Record<string, unknown>>;

/** A row that is there before, after, or differs. */
export interface ChangedRow {
  table: string;
  before: JsonRow | null;
  after: JsonRow | null;
}

/**
 * Compares what is staged with what the database has of the cases. Nothing is written.
 * @param cases ids
 */
export async function readChangedRows(client: pg.ClientBase, cases: readonly string[]): Promise<ChangedRow[]> {
  const { rows } = await client.query<ChangedRow>(tables.flatMap(comparisons).join('\nunion all '), [cases]);
  return rows;
}

function comparisons(table: Table): string[] {
  const { name, key, kept, scope } = table;
  const same = key.map((column) => `t."${column}" = s."${column}"`).join(' and ');
  const compared = writable(table).filter((column) => kept[column] === undefined && !key.includes(column));
  const columns = (row: string) => compared.map((column) => `${row}."${column}"`).join(', ');
  const select = (before: string, after: string) => `select '${name}' as table, ${before} as before, ${after} as after`;
  const stage = `"${stageOf(name)}"`;
  return [
    `${select('to_jsonb(t)', 'null::jsonb')} from "${name}" t where (${scope}) and not exists (select from ${stage} s where ${same})`,
    `${select('null::jsonb', 'to_jsonb(s)')} from ${stage} s where not exists (select from "${name}" t where ${same})`,
    ...(compared.length > 0
      ? [
          `${select('to_jsonb(t)', 'to_jsonb(s)')} from "${name}" t join ${stage} s on ${same} where row(${columns('t')}) is distinct from row(${columns('s')})`,
        ]
      : []),
  ];
}
