/** How much an operation asks for, told from its text, its variables and the schema, before anything is executed. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isIntrospectionType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { checkedArguments } from './arguments.ts';
import { MAX_ERRORS } from './errors.ts';
import { collectSelections, includes, possibleTypes, type Source } from './selections.ts';
import { weigh } from './weight.ts';

/** What an operation may answer at most. */
interface Size {
  /** Fields from the root to the deepest leaf, both included; introspection is not counted. */
  depth: number;
  /** Records. Of a union or an interface, the most that one of its types can cost. */
  cost: number;
  /** Values: each field of each record. */
  values: number;
}

export interface Measurement extends Size {
  /** Arguments that no field can answer, five at most. */
  errors: GraphQLError[];
}

/** Told of what is met on the way; may throw to end a traversal that grows too long. */
export interface Guard {
  /** Each field and each fragment, as often as it is met. */
  onSelection(): void;
  /** A field at this depth. */
  onDepth(depth: number): void;
}

interface Walk extends Source, Guard {
  errors: GraphQLError[];
}

const nothing: Size = { depth: 0, cost: 0, values: 0 };

/** Measures `operation` in one traversal, in which each field's arguments are checked as well. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  guard: Guard,
): Measurement {
  const root = schema.getRootType(operation.operation);
  const walk: Walk = { schema, fragments: fragmentsOf(document), variables, ...guard, errors: [] };
  const size = root ? sizeOfSelections(walk, root, [operation.selectionSet], 1) : nothing;
  return { ...size, errors: walk.errors };
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The size of what `sets` select on one record of `parent`. */
function sizeOfSelections(
  walk: Walk,
  parent: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  depth: number,
): Size {
  const sizes = [...collectSelections(walk, parent, sets)].map(([type, fields]) => {
    const each = [...fields.values()].map((nodes) => sizeOfField(walk, type, nodes, depth));
    return { type, size: each.reduce(add, nothing) };
  });
  return possibleTypes(walk.schema, parent)
    .map((possible) => sizes.filter(({ type }) => includes(walk.schema, type, possible)))
    .map((applying) => applying.reduce((sum, { size }) => add(sum, size), nothing))
    .reduce(larger, nothing);
}

function sizeOfField(walk: Walk, parent: GraphQLCompositeType, nodes: readonly FieldNode[], depth: number): Size {
  walk.onDepth(depth);
  const [node] = nodes;
  const field = node && fieldOf(walk.schema, parent, node.name.value);
  if (!field) return nothing;
  const { records, factor } = weigh(walk.schema, parent, field, argumentsOf(walk, field, node));
  const type = getNamedType(field.type);
  const isIntrospection = field.name.startsWith('__');
  if (!isCompositeType(type)) return { depth: isIntrospection ? 0 : 1, cost: 0, values: factor };
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const inner = sizeOfSelections(walk, type, sets, depth + 1);
  return {
    depth: isIntrospection ? 0 : 1 + inner.depth,
    cost: isIntrospectionType(type) ? 0 : bounded(records + factor * inner.cost),
    values: bounded(factor * (1 + inner.values)),
  };
}

function argumentsOf(walk: Walk, field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
  if (walk.errors.length === MAX_ERRORS) return {};
  try {
    return checkedArguments(field, node, walk.variables);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    walk.errors.push(error);
    return {};
  }
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
  return { depth: Math.max(a.depth, b.depth), cost: bounded(a.cost + b.cost), values: bounded(a.values + b.values) };
}

function larger(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    cost: Math.max(a.cost, b.cost),
    values: Math.max(a.values, b.values),
  };
}

/** A number that can be printed and multiplied again, however deep it grew. */
function bounded(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
}
