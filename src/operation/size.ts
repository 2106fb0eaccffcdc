/** What an operation may answer at most. */
export interface Size {
  /** Fields from the root to the deepest leaf, both included; introspection is not counted. */
  depth: number;
  /** Records. Of a union or an interface, the most that one of its types can cost. */
  cost: number;
  /** Values: each field of each record. */
  values: number;
  /** Conditions of its filters and keys as SQL has them: each column, relation or type of ids that one names. */
  conditions: number;
  /** How often a connection is counted: each time by its conditions. */
  counts: number;
  /** Bytes of the JSON of the data at most, as the longest values and lists have it; introspection is not counted. */
  bytes: number;
  /** About how many records PostgreSQL looks at to count and to filter. */
  reads: number;
}

export interface OperationSize extends Size {
  /** Fields as SQL has them: what is asked of an interface once for each of its types that differs. */
  fields: number;
}

export const nothing: Size = { depth: 0, cost: 0, values: 0, conditions: 0, counts: 0, bytes: 0, reads: 0 };

function add(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    cost: bounded(a.cost + b.cost),
    values: bounded(a.values + b.values),
    conditions: bounded(a.conditions + b.conditions),
    counts: a.counts + b.counts,
    bytes: a.bytes + b.bytes,
    reads: bounded(a.reads + b.reads),
  };
}

/** What stands beside each other. */
export const sumOf = (sizes: readonly Size[]) => sizes.reduce(add, nothing);

/** The most that one of two can be, of what counts by record. */
export function larger(a: Size, b: Size): Size {
  return {
    ...a,
    depth: Math.max(a.depth, b.depth),
    cost: Math.max(a.cost, b.cost),
    values: Math.max(a.values, b.values),
    bytes: Math.max(a.bytes, b.bytes),
    reads: Math.max(a.reads, b.reads),
  };
}

/** A number that can be printed and multiplied again, however deep it grew. */
export function bounded(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
}
