// What PostgreSQL does for a statement, and how that grows with the data.
import { parse } from 'graphql';
import pg from 'pg';
import { compileOperation } from '../../../src/compiler/operation.ts';
import { readDocument } from '../readDocument.ts';

/** PostgreSQL plans a statement for its values at first, and for any after five executions. */
export const modes = ['force_custom_plan', 'force_generic_plan'] as const;
export type Mode = (typeof modes)[number];

export interface Work {
  /** Pages of 8 KiB, of tables, indexes and temporary files. */
  buffers: number;
  /** Rows that the nodes of a plan had in hand: joins in memory read no buffers. */
  rows: number;
  /** How many rows the tables of the statement have. */
  tableRows: number;
}

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  'Temp Read Blocks': number;
  'Temp Written Blocks': number;
  Plans?: Plan[];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

const rowsOf = (plan: Plan) =>
  plan['Actual Loops'] *
  (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Join Filter'] ?? 0));

/** As PostgreSQL writes a value of a statement. */
const valueOf = (value: unknown) =>
  pg.escapeLiteral(Array.isArray(value) ? `{${value.map((item) => JSON.stringify(item)).join()}}` : String(value));

/** A connection that measures; its database does not change meanwhile. */
export class Meter {
  private readonly client: pg.ClientBase;
  private tableRows: Map<string, number> | undefined;

  constructor(client: pg.ClientBase) {
    this.client = client;
  }

  /** @returns what an operation's statement takes */
  ofOperation(source: string, mode: Mode): Promise<Work> {
    const read = readDocument(parse(source));
    const { sql, parameters } = compileOperation(read);
    const values = parameters.map((place) => read.leaves[place]);
    return this.ofStatement(sql, values, mode);
  }

  /** @returns what a statement takes */
  async ofStatement(sql: string, values: readonly unknown[], mode: Mode): Promise<Work> {
    const { client } = this;
    await client.query(`set plan_cache_mode = ${mode}`);
    await client.query(`prepare work as ${sql}`);
    try {
      const given = values.length > 0 ? `(${values.map(valueOf).join(', ')})` : '';
      const { rows } = await client.query(`explain (analyze, buffers, timing off, format json) execute work${given}`);
      const [{ Plan: plan }] = rows[0]['QUERY PLAN'] as [{ Plan: Plan }];
      const nodes = nodesOf(plan);
      const buffers = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      return {
        buffers: buffers + plan['Temp Read Blocks'] + plan['Temp Written Blocks'],
        rows: nodes.reduce((sum, node) => sum + rowsOf(node), 0),
        tableRows: await this.rowsIn(new Set(nodes.flatMap((node) => node['Relation Name'] ?? []))),
      };
    } finally {
      await client.query('deallocate work');
    }
  }

  private async rowsIn(tables: ReadonlySet<string>): Promise<number> {
    this.tableRows ??= await readTableRows(this.client);
    return [...tables].reduce((sum, name) => sum + (this.tableRows?.get(name) ?? 0), 0);
  }
}

async function readTableRows(client: pg.ClientBase): Promise<Map<string, number>> {
  const sql = `select relname as name, reltuples as rows from pg_class where relkind = 'r'`;
  const { rows } = await client.query<{ name: string; rows: number }>(sql);
  return new Map(rows.map(({ name, rows: count }) => [name, count]));
}

/** Pages that are read to find a row by an index. */
const pagesPerRow = 3;

/**
 * @returns how many times as much work there is on the larger data. The least on the smaller is taken to be to find each row
 *   of the tables by an index: PostgreSQL goes over from one way to another as they grow, and all that are linear may do.
 */
export function growthOf(small: Work, large: Work): number {
  const buffers = large.buffers / Math.max(small.buffers, pagesPerRow * small.tableRows);
  return Math.max(buffers, large.rows / Math.max(small.rows, small.tableRows));
}
