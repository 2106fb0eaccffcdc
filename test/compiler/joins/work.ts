// What PostgreSQL does for an operation.
import { parse } from 'graphql';
import pg from 'pg';
import { compileOperation } from '../../../src/compiler/operation.ts';
import { readDocument } from '../readDocument.ts';

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  'Temp Read Blocks': number;
  'Temp Written Blocks': number;
  Plans?: Plan[];
}

export interface Work {
  /** Of 8 KiB, read from tables, indexes and temporary files, or written to these. */
  buffers: number;
  /** Rows that the nodes of the plan had in hand: joins in memory read no buffers. */
  rows: number;
}

export const modes = ['force_custom_plan', 'force_generic_plan'] as const;
export type Mode = (typeof modes)[number];

/** @returns the rows that a plan's nodes returned or threw away. */
function rowsOf(plan: Plan): number {
  const own =
    plan['Actual Rows'] +
    (plan['Rows Removed by Filter'] ?? 0) +
    (plan['Rows Removed by Join Filter'] ?? 0) +
    (plan['Rows Removed by Index Recheck'] ?? 0);
  return (plan.Plans ?? []).reduce((sum, inner) => sum + rowsOf(inner), own * plan['Actual Loops']);
}

/** As PostgreSQL writes a value. */
const valueOf = (value: unknown) =>
  pg.escapeLiteral(
    Array.isArray(value) ? `{${value.map((item) => JSON.stringify(item)).join()}}` : String(value),
  );

/** @returns what one execution of an operation's statement takes. */
export async function workOf(client: pg.ClientBase, source: string, mode: Mode): Promise<Work> {
  const read = readDocument(parse(source));
  const { sql, parameters } = compileOperation(read);
  return workOfSql(client, sql, parameters.map((place) => read.leaves[place]), mode);
}

/** @returns what one execution of a statement takes. */
export async function workOfSql(client: pg.ClientBase, sql: string, values: readonly unknown[], mode: Mode): Promise<Work> {
  await client.query(`set plan_cache_mode = ${mode}`);
  await client.query(`prepare work as ${sql}`);
  try {
    const given = values.length > 0 ? `(${values.map(valueOf).join(', ')})` : '';
    const { rows } = await client.query(
      `explain (analyze, buffers, timing off, format json) execute work${given}`,
    );
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'] as [{ Plan: Plan }];
    const buffers =
      plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] + plan['Temp Read Blocks'] + plan['Temp Written Blocks'];
    return { buffers, rows: rowsOf(plan) };
  } finally {
    await client.query('deallocate work');
  }
}
