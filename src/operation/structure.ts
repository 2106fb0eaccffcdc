// What a field asks in two parts: the structure, which decides how a statement reads, and the values that it is run with.

/** What a field asks of Prisma, and `node` and `nodes` of whichever model. */
export interface PrismaArguments {
  where?: Record<string, unknown>;
  /** The position behind which a page starts: values by column. */
  cursor?: Readonly<Record<string, unknown>>;
  orderBy?: unknown;
  take?: number;
  /** Of `node` and `nodes`: the types that the ids name. */
  types?: string[];
  /** Of these: the uuid of each id, in the order of the answer, and the name of its type. */
  ids?: { keys: unknown; typenames: unknown };
}

/** The place of a value among those of a request. */
export class Leaf {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

/**
 * @param leaves takes the values that a statement is run with: all in `where` and `cursor` but null, true and false, and the
 *   lists of `ids`. Days are texts, and what a text is to contain is a pattern of LIKE.
 * @returns the rest as JSON, in which each value is the place that it has among `leaves`: arguments of one structure are
 *   answered by one statement
 */
export function writeStructure({ where, cursor, ids, ...rest }: PrismaArguments, leaves: unknown[]): string {
  const values = `"where":${write(where ?? {}, leaves)},"cursor":${write(cursor ?? null, leaves)}`;
  const lists = ids && `"ids":{"keys":${leaf(ids.keys, leaves)},"typenames":${leaf(ids.typenames, leaves)}},`;
  return `{${values},${lists ?? ''}"rest":${JSON.stringify(rest)}}`;
}

/** @returns the arguments that have this structure, with a `Leaf` in the place of each value. */
export function readStructure(structure: string): PrismaArguments {
  const { where, cursor, ids, rest } = JSON.parse(structure, (_key, value: unknown) => {
    const place = value !== null && typeof value === 'object' && '$' in value ? value.$ : undefined;
    return typeof place === 'number' ? new Leaf(place) : value;
  }) as {
    where: Record<string, unknown>;
    cursor: Record<string, Leaf> | null;
    ids?: { keys: Leaf; typenames: Leaf };
    rest: PrismaArguments;
  };
  return { ...rest, where, ...(cursor && { cursor }), ...(ids && { ids }) };
}

/** The keys of a `where` that name no column and no relation. */
const operators = new Set(['AND', 'OR', 'is', 'some', 'in', 'contains', 'mode', 'gte', 'lte']);

/** @returns how many columns, relations and types of ids a field asks for, each as often as it does. */
export function countConditions({ where, types = [] }: PrismaArguments = {}): number {
  return countKeys(where) + types.length;
}

function countKeys(where: unknown): number {
  if (typeof where !== 'object' || where === null || where instanceof Date) return 0;
  let count = 0;
  for (const [key, operand] of Object.entries(where)) {
    if (!Array.isArray(where) && !operators.has(key)) count += 1;
    if (key !== 'in') count += countKeys(operand);
  }
  return count;
}

function write(value: unknown, leaves: unknown[]): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, leaves)).join()}]`;
  if (value instanceof Date) return leaf(value.toISOString().slice(0, 10), leaves);
  if (typeof value !== 'object') return leaf(value, leaves);
  let members = '';
  for (const [key, operand] of Object.entries(value as Record<string, unknown>)) {
    if (operand === undefined) continue;
    members += `${members && ','}${writeMember(key, operand, leaves)}`;
  }
  return `{${members}}`;
}

function writeMember(key: string, operand: unknown, leaves: unknown[]): string {
  if (key === 'in') {
    // How many rows one value finds PostgreSQL knows before it sees it; of a list it does not.
    const isOne = Array.isArray(operand) && operand.length === 1;
    return isOne ? `"equals":${leaf(operand[0], leaves)}` : `"in":${leaf(operand, leaves)}`;
  }
  if (key === 'contains') return `"contains":${leaf(`%${String(operand)}%`, leaves)}`;
  if (key === 'mode') return `"mode":${JSON.stringify(operand)}`;
  return `"${key}":${write(operand, leaves)}`;
}

const leaf = (value: unknown, leaves: unknown[]): string => `{"$":${leaves.push(value) - 1}}`;
