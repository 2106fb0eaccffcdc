// Prisma's arguments in two parts: the structure, which decides how a statement reads, and the values that it is run with.

/** What a field asks of Prisma. */
export interface PrismaArguments {
  where?: Record<string, unknown>;
  cursor?: { id: unknown };
  orderBy?: unknown;
  take?: number;
  /** Of `node` and `nodes`: the types that the ids name. */
  types?: string[];
}

/** The place of a value among those of a request. */
export class Leaf {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

/**
 * @param leaves takes the values that a statement is run with: all in `where` and `cursor` but null, true and false. Days
 *   are texts, and what a text is to contain is a pattern of LIKE.
 * @returns the rest as JSON, in which each value is the place that it has among `leaves`: arguments of one structure are
 *   answered by one statement
 */
export function writeStructure({ where, cursor, ...rest }: PrismaArguments, leaves: unknown[]): string {
  // What `nodes` asks for stays a list: its order is that of the answer.
  const writer = { leaves, keepsLists: rest.types !== undefined };
  return `{"where":${write(where ?? {}, writer)},"cursor":${write(cursor ?? null, writer)},"rest":${JSON.stringify(rest)}}`;
}

/** @returns the arguments that have this structure, with a `Leaf` in the place of each value. */
export function readStructure(structure: string): PrismaArguments {
  const { where, cursor, rest } = JSON.parse(structure, (_key, value: unknown) => {
    const place = value !== null && typeof value === 'object' && '$' in value ? value.$ : undefined;
    return typeof place === 'number' ? new Leaf(place) : value;
  }) as { where: Record<string, unknown>; cursor: { id: Leaf } | null; rest: PrismaArguments };
  return { ...rest, where, ...(cursor && { cursor }) };
}

/** The keys of a `where` that name no column and no relation. */
const operators = new Set(['AND', 'OR', 'some', 'in', 'contains', 'mode', 'gte', 'lte']);

/** @returns how many columns and relations a `where` names, each as often as it does. */
export function countConditions(where: unknown): number {
  if (typeof where !== 'object' || where === null || where instanceof Date) return 0;
  let count = 0;
  for (const [key, operand] of Object.entries(where)) {
    if (!Array.isArray(where) && !operators.has(key)) count += 1;
    if (key !== 'in') count += countConditions(operand);
  }
  return count;
}

interface Writer {
  leaves: unknown[];
  /** Whether a list of one value stays a list. */
  keepsLists: boolean;
}

function write(value: unknown, writer: Writer): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, writer)).join()}]`;
  if (value instanceof Date) return leaf(value.toISOString().slice(0, 10), writer);
  if (typeof value !== 'object') return leaf(value, writer);
  let members = '';
  for (const [key, operand] of Object.entries(value as Record<string, unknown>)) {
    if (operand === undefined) continue;
    members += `${members && ','}${writeMember(key, operand, writer)}`;
  }
  return `{${members}}`;
}

function writeMember(key: string, operand: unknown, writer: Writer): string {
  if (key === 'in') {
    // How many rows one value finds PostgreSQL knows before it sees it; of a list it does not.
    const isOne = !writer.keepsLists && Array.isArray(operand) && operand.length === 1;
    return isOne ? `"equals":${leaf(operand[0], writer)}` : `"in":${leaf(operand, writer)}`;
  }
  if (key === 'contains') return `"contains":${leaf(`%${String(operand)}%`, writer)}`;
  if (key === 'mode') return `"mode":${JSON.stringify(operand)}`;
  return `"${key}":${write(operand, writer)}`;
}

const leaf = (value: unknown, { leaves }: Writer): string => `{"$":${leaves.push(value) - 1}}`;
