/** How much an operation asks for, told from its text, its variables and the schema, before anything is executed. */
import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isUnionType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type AskedArguments } from './arguments.ts';
import { clientLimits } from '../clientLimits.ts';
import { below, leafBytes, LIST_SIZE, type Objects, readsOf } from './bounds.ts';
import { Counter } from './counter.ts';
import { times } from './relations.ts';
import { branchesOf, selectionSets } from './collectFields.ts';
import type { Source } from './selections.ts';
import { bounded, larger, nothing, type OperationSize, type Size, sumOf } from './size.ts';
import { countConditions } from './structure.ts';
import { tooMuch } from './tooMuch.ts';

/** Deeper than any limit: the traversal calls itself, and the stack has an end. */
const measurable = { ...clientLimits.depth, most: 200 };

/** Bytes around a value of an object or a list: quotation marks, colon, comma, brackets. */
const PUNCTUATION = 6;

/** Gives what a field asks by its arguments, coerced; undefined for a field that has none. */
export type ArgumentsOf = (field: GraphQLField<unknown, unknown>, node: FieldNode) => AskedArguments | undefined;

/** One traversal, as the compiler makes it: a branch for all types of which the same is asked. */
interface Walk {
  source: Source;
  argumentsOf: ArgumentsOf;
  fields: Counter;
  selections: Counter;
}

/**
 * Measures `operation` in one traversal, which asks for the arguments of every field that it meets.
 * @throws GraphQLError for an operation that is too large to be measured
 */
export function measureOperation(
  source: Source,
  operation: OperationDefinitionNode,
  argumentsOf: ArgumentsOf,
): OperationSize {
  const root = source.schema.getRootType(operation.operation);
  const fields = new Counter(clientLimits.fields);
  const selections = new Counter(clientLimits.selections);
  const walk = { source, argumentsOf, fields, selections };
  const one: Objects = { count: 1, repeat: 1 };
  const size = root ? sizeOfSelections(walk, root, [operation.selectionSet], 1, one) : nothing;
  return { ...size, fields: fields.count };
}

/** The size of what `sets` select on `objects`, which are of type `parent`. */
function sizeOfSelections(
  walk: Walk,
  parent: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  depth: number,
  objects: Objects,
): Size {
  const branches = branchesOf(walk.source, parent, sets, () => walk.selections.add(1));
  // SQL tells all its types apart.
  if (isUnionType(parent)) walk.fields.add(parent.getTypes().length);
  // All may be of the costliest type as long as each costs the same: not where a total is shared.
  const each = branches.length > 1 ? { ...objects, repeat: Infinity } : objects;
  const sizes = branches.map(({ types: [type], fields }) =>
    sumOf([...fields].map(([key, nodes]) => sizeOfField(walk, type, key, nodes, depth, each))),
  );
  const { conditions, counts } = sumOf(sizes);
  return { ...sizes.reduce(larger, nothing), conditions, counts };
}

function sizeOfField(
  walk: Walk,
  parent: GraphQLCompositeType,
  key: string,
  nodes: readonly FieldNode[],
  depth: number,
  parents: Objects,
): Size {
  if (depth > measurable.most) throw tooMuch(measurable, depth);
  const { schema, extents } = walk.source;
  const [node] = nodes;
  const field = node && fieldOf(schema, parent, node.name.value);
  if (!field) return nothing;
  walk.fields.add(1);
  const asked = walk.argumentsOf(field, node);
  const type = getNamedType(field.type);
  const isIntrospection = field.name.startsWith('__');
  const own = times(parents.count, key.length + PUNCTUATION);
  if (!isCompositeType(type)) {
    return {
      ...nothing,
      depth: isIntrospection ? 0 : 1,
      values: bounded(parents.count * (isListType(getNullableType(field.type)) ? LIST_SIZE : 1)),
      counts: field.name === 'totalCount' ? 1 : 0,
      bytes: isIntrospectionType(parent) ? 0 : own + times(parents.count, leafBytes(extents, parent, field, parents)),
    };
  }
  const { records, objects, isKnown } = below(walk.source, parent, field, asked?.args ?? {}, parents);
  const inner = sizeOfSelections(walk, type, selectionSets(nodes), depth + 1, objects);
  const { count } = objects;
  const bytes = isKnown ? own + count * PUNCTUATION + inner.bytes : times(parents.count, Infinity);
  return {
    depth: isIntrospection ? 0 : 1 + inner.depth,
    cost: bounded(records + inner.cost),
    // A list of none is a value all the same.
    values: bounded(Math.max(parents.count, count) + inner.values),
    conditions: bounded(Math.max(1, inner.counts) * countConditions(asked?.prisma) + inner.conditions),
    counts: 0,
    bytes: isIntrospectionType(type) ? 0 : bytes,
    reads: bounded(readsOf(extents, parent, field, asked?.prisma ?? {}, inner.counts, parents) + inner.reads),
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
