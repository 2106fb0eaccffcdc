// What PostgreSQL's plans do that would not stay quick on more data.

/** A node of a plan, as EXPLAIN (FORMAT JSON) tells it. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Plan Rows': number;
  Filter?: string;
  'Sort Key'?: string[];
  Plans?: PlanNode[];
}

/** Rows from which on a table is large, and a sort is one of a table rather than of what belongs to a few records. */
const LARGE = 10_000;

/**
 * @param rows how many rows each table has
 * @returns what is wrong with a plan: a large table read from end to end, or sorted
 */
export function faultsOf(plan: PlanNode, rows: ReadonlyMap<string, number>): string[] {
  const { 'Node Type': type, 'Relation Name': table, Plans: inner = [] } = plan;
  const size = table === undefined ? 0 : (rows.get(table) ?? 0);
  const sorted = type.endsWith('Sort') ? Math.max(...inner.map((one) => one['Plan Rows'])) : 0;
  return [
    ...(type === 'Seq Scan' && size >= LARGE
      ? [`${type} of ${table}, ${size} rows: ${plan.Filter ?? 'no filter'}`]
      : []),
    ...(type === 'Sort' && sorted >= LARGE ? [`Sort of ${sorted} rows by ${plan['Sort Key']?.join(', ')}`] : []),
    ...inner.flatMap((one) => faultsOf(one, rows)),
  ];
}
