// What a field asks of Prisma: Pothos' own select function, called with a `nested` that only marks the place.
import { type FieldNode, getNamedType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { collectFields, type FieldNodes, selectionSets } from '../operation/fields.ts';
import type { PrismaArguments } from '../operation/structure.ts';
import { NotCompilable, type Statement } from './statement.ts';

/** Prisma's arguments for one relation. */
export interface RelationQuery extends PrismaArguments {
  /** A relation of the related model, through which the rows are reached: `{ actor: … }` of a join model. */
  select?: Record<string, RelationQuery>;
}

/** The relation behind a field, and what is asked of it. */
export interface AskedRelation {
  relation: string;
  query: RelationQuery;
}

type SelectFunction = (
  args: object,
  context: object,
  nested: (query: unknown) => unknown,
  selected: () => ReadonlySet<string>,
) => { select: Record<string, unknown> & { _count?: { select: object } } };

/** @returns the relation behind a field, as Pothos would ask Prisma for it. */
export function relationOf(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNodes,
): AskedRelation {
  const select = field.extensions['pothosPrismaSelect'] as SelectFunction | undefined;
  if (typeof select !== 'function') throw new NotCompilable('field without metadata', field.name);
  const { args, prisma } = statement.asked(field, nodes[0]);
  const nested = (query: unknown) => {
    const given = typeof query === 'function' ? (query as (args: object, context: object) => unknown)(args, {}) : query;
    return given === true || given === undefined ? {} : given;
  };
  const { _count, ...relations } = select(args, {}, nested, () => selectedNames(statement, field, nodes)).select;
  const entries = Object.entries(relations).filter(([, query]) => query !== undefined) as [string, RelationQuery][];
  // Where only the number of rows is asked for, Pothos counts and reads none.
  const [relation, query] = entries[0] ?? [Object.keys(_count?.select ?? {})[0], {}];
  if (relation === undefined) throw new NotCompilable('field without a relation', field.name);
  // With arguments of its own, the values are leaves.
  return { relation, query: field.args.length > 0 ? prisma : query };
}

function selectedNames(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): ReadonlySet<string> {
  const fields = collectFields(statement, getNamedType(field.type) as GraphQLObjectType, selectionSets(nodes));
  return new Set([...fields.values()].map(([node]) => node.name.value));
}
