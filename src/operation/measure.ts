/** How much an operation asks for, told from its text, its variables and the schema, before anything is executed. */
import {
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isIntrospectionType,
  isUnionType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type AskedArguments } from './arguments.ts';
import { collectSelections, includes, possibleTypes, type Source } from './selections.ts';
import { countConditions } from './structure.ts';
import { weigh } from './weight.ts';

/** Fields and fragments met when all fragments are opened: they can multiply without bound in a short text. */
const MAX_SELECTIONS = 5000;
/** Deeper than any limit: the traversal calls itself, and the stack has an end. */
const MAX_MEASURED_DEPTH = 200;

/** What an operation may answer at most. */
export interface Size {
  /** Fields from the root to the deepest leaf, both included; introspection is not counted. */
  depth: number;
  /** Records. Of a union or an interface, the most that one of its types can cost. */
  cost: number;
  /** Values: each field of each record. */
  values: number;
  /** Conditions of its filters and keys: each column or relation that one names. */
  conditions: number;
}

/** Gives what a field asks by its arguments, coerced; undefined for a field that has none. */
export type ArgumentsOf = (field: GraphQLField<unknown, unknown>, node: FieldNode) => AskedArguments | undefined;

interface Walk extends Source {
  argumentsOf: ArgumentsOf;
  onSelection(): void;
}

const nothing: Size = { depth: 0, cost: 0, values: 0, conditions: 0 };

/**
 * Measures `operation` in one traversal, which asks for the arguments of every field that it meets.
 * @throws GraphQLError for an operation that is too large to be measured
 */
export function measureOperation(source: Source, operation: OperationDefinitionNode, argumentsOf: ArgumentsOf): Size {
  const root = source.schema.getRootType(operation.operation);
  let selections = 0;
  const onSelection = () => {
    selections += 1;
    if (selections <= MAX_SELECTIONS) return;
    throw tooMuch('OPERATION_TOO_COMPLEX', 'fields, fragments opened,', selections, MAX_SELECTIONS);
  };
  const walk: Walk = { ...source, argumentsOf, onSelection };
  return root ? sizeOfSelections(walk, root, [operation.selectionSet], 1) : nothing;
}

/** The error for an operation that asks for more than a limit allows. */
export function tooMuch(
  code: 'OPERATION_TOO_DEEP' | 'OPERATION_TOO_COMPLEX',
  unit: string,
  figure: number,
  limit: number,
): GraphQLError {
  const advice =
    code === 'OPERATION_TOO_DEEP' ? 'start nearer to what you look for' : 'ask for smaller pages or fewer fields';
  return new GraphQLError(`The operation asks for up to ${figure} ${unit}; the limit is ${limit}: ${advice}`, {
    extensions: { code, limit, figure },
  });
}

/** The size of what `sets` select on one record of `parent`. */
function sizeOfSelections(
  walk: Walk,
  parent: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  depth: number,
): Size {
  const sizes = [...collectSelections(walk, parent, sets, walk.onSelection)].map(([type, fields]) => {
    const each = [...fields.values()].map((nodes) => sizeOfField(walk, type, nodes, depth));
    return { type, size: each.reduce(add, nothing) };
  });
  const largest = possibleTypes(walk.schema, parent)
    .map((possible) => sizes.filter(({ type }) => includes(walk.schema, type, possible)))
    .map((applying) => applying.reduce((sum, { size }) => add(sum, size), nothing))
    .reduce(larger, nothing);
  // SQL has those of all types.
  return { ...largest, conditions: sizes.reduce((sum, { size }) => sum + size.conditions, 0) };
}

function sizeOfField(walk: Walk, parent: GraphQLCompositeType, nodes: readonly FieldNode[], depth: number): Size {
  if (depth > MAX_MEASURED_DEPTH) throw tooMuch('OPERATION_TOO_DEEP', 'fields deep', depth, MAX_MEASURED_DEPTH);
  const [node] = nodes;
  const field = node && fieldOf(walk.schema, parent, node.name.value);
  if (!field) return nothing;
  const asked = walk.argumentsOf(field, node);
  const { records, factor } = weigh(walk.schema, parent, field, asked?.args ?? {});
  const type = getNamedType(field.type);
  const isIntrospection = field.name.startsWith('__');
  if (!isCompositeType(type)) return { ...nothing, depth: isIntrospection ? 0 : 1, values: factor };
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const inner = sizeOfSelections(walk, type, sets, depth + 1);
  return {
    depth: isIntrospection ? 0 : 1 + inner.depth,
    cost: isIntrospectionType(type) ? 0 : bounded(records + factor * inner.cost),
    values: bounded(factor * (1 + inner.values)),
    conditions: countConditions(asked?.prisma.where) + inner.conditions,
  };
}

function fieldOf(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return isUnionType(parent) ? undefined : parent.getFields()[name];
}

function add(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    cost: bounded(a.cost + b.cost),
    values: bounded(a.values + b.values),
    conditions: a.conditions + b.conditions,
  };
}

function larger(a: Size, b: Size): Size {
  return {
    ...a,
    depth: Math.max(a.depth, b.depth),
    cost: Math.max(a.cost, b.cost),
    values: Math.max(a.values, b.values),
  };
}

/** A number that can be printed and multiplied again, however deep it grew. */
function bounded(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
}
