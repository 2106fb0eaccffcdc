/** How much an operation asks for, told from its text, its variables and the schema, before anything is executed. */
import {
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isIntrospectionType,
  isObjectType,
  isUnionType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type AskedArguments } from './arguments.ts';
import { collectSelections, includes, possibleTypes, type Source } from './selections.ts';
import { bounded, larger, nothing, type Size, sumOf } from './size.ts';
import { countConditions } from './structure.ts';
import { tooMuch } from './tooMuch.ts';
import { weigh } from './weight.ts';

/** Fields and fragments met when all fragments are opened: they can multiply without bound in a short text. */
const MAX_SELECTIONS = 5000;
/** Deeper than any limit: the traversal calls itself, and the stack has an end. */
const MAX_MEASURED_DEPTH = 200;

/** Gives what a field asks by its arguments, coerced; undefined for a field that has none. */
export type ArgumentsOf = (field: GraphQLField<unknown, unknown>, node: FieldNode) => AskedArguments | undefined;

interface Walk extends Source {
  argumentsOf: ArgumentsOf;
  onSelection(): void;
}

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
    throw tooMuch('OPERATION_TOO_COMPLEX', 'fields, fragments opened', selections, MAX_SELECTIONS);
  };
  const walk: Walk = { ...source, argumentsOf, onSelection };
  return root ? sizeOfSelections(walk, root, [operation.selectionSet], 1) : nothing;
}

/** The size of what `sets` select on one record of `parent`. */
function sizeOfSelections(
  walk: Walk,
  parent: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  depth: number,
): Size {
  const sizes = [...collectSelections(walk, parent, sets, walk.onSelection)].map(([type, fields]) => {
    return { type, size: sumOf([...fields.values()].map((nodes) => sizeOfField(walk, type, nodes, depth))) };
  });
  const branches = possibleTypes(walk.schema, parent).map((possible) => ({
    table: isUnionType(parent) || sharesRows(parent) ? tableOf(possible) : possible,
    sizes: sizes.filter(({ type }) => includes(walk.schema, type, possible)).map(({ size }) => size),
  }));
  const largest = branches.map((branch) => sumOf(branch.sizes)).reduce(larger, nothing);
  const { conditions, fields } = sumOf(distinct(branches).flatMap((branch) => branch.sizes));
  return { ...largest, conditions, fields };
}

/** What SQL asks of the rows of a table that are of one type. */
interface Branch {
  table: GraphQLCompositeType;
  sizes: readonly Size[];
}

/** Types of one table of which the same is asked share a branch. */
function distinct(branches: readonly Branch[]): Branch[] {
  const isSame = (a: Branch, b: Branch) =>
    a.table === b.table && a.sizes.length === b.sizes.length && a.sizes.every((size, n) => size === b.sizes[n]);
  return branches.filter((branch, index) => branches.findIndex((other) => isSame(other, branch)) === index);
}

const sharesRows = (type: GraphQLCompositeType) => type.extensions['discriminator'] !== undefined;

const tableOf = (type: GraphQLCompositeType) => (isObjectType(type) && type.getInterfaces().find(sharesRows)) || type;

function sizeOfField(walk: Walk, parent: GraphQLCompositeType, nodes: readonly FieldNode[], depth: number): Size {
  if (depth > MAX_MEASURED_DEPTH) throw tooMuch('OPERATION_TOO_DEEP', 'fields deep', depth, MAX_MEASURED_DEPTH);
  const [node] = nodes;
  const field = node && fieldOf(walk.schema, parent, node.name.value);
  if (!field) return nothing;
  const asked = walk.argumentsOf(field, node);
  const { records, factor } = weigh(walk.schema, parent, field, asked?.args ?? {});
  const type = getNamedType(field.type);
  const isIntrospection = field.name.startsWith('__');
  if (!isCompositeType(type)) return { ...nothing, depth: isIntrospection ? 0 : 1, values: factor, fields: 1 };
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const inner = sizeOfSelections(walk, type, sets, depth + 1);
  return {
    depth: isIntrospection ? 0 : 1 + inner.depth,
    cost: isIntrospectionType(type) ? 0 : bounded(records + factor * inner.cost),
    values: bounded(factor * (1 + inner.values)),
    conditions: bounded(countConditions(asked?.prisma) + inner.conditions),
    fields: bounded(1 + inner.fields),
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
