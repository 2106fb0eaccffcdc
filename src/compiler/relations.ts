// What a field asks of Prisma: Pothos' own select function, called with a `nested` that only marks the place.
import { getArgumentValues, getNamedType, type GraphQLField, type FieldNode, type GraphQLObjectType } from 'graphql';
import { collectFields, selectionSets } from './selections.ts';
import { NotCompilable, type Statement } from './statement.ts';

/** Prisma's arguments for one relation. */
export interface RelationQuery {
  where?: Record<string, unknown>;
  orderBy?: unknown;
  take?: number;
  cursor?: { id: string };
  /** A relation of the related model, through which the rows are reached: `{ actor: … }` of a join model. */
  select?: Record<string, RelationQuery>;
}

/** What a field selects: relations with their arguments, and how many rows of which there are. */
export interface FieldSelect {
  relations: Record<string, RelationQuery>;
  count?: { relation: string; where: Record<string, unknown> | undefined };
}

type SelectFunction = (
  args: object,
  context: object,
  nested: (query: unknown) => unknown,
  selected: () => ReadonlySet<string>,
) => { select: Record<string, unknown> };

/** @returns the relations behind a field, as Pothos would ask Prisma for them. */
export function fieldSelect(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly [FieldNode, ...FieldNode[]],
): FieldSelect {
  const select = field.extensions['pothosPrismaSelect'] as SelectFunction | undefined;
  if (typeof select !== 'function') throw new NotCompilable('field without metadata', field.name);
  const args = getArgumentValues(field, nodes[0], statement.variables);
  const nested = (query: unknown) => {
    const given = typeof query === 'function' ? (query as (args: object, context: object) => unknown)(args, {}) : query;
    return given === true || given === undefined ? {} : given;
  };
  const selected = () => selectedNames(statement, field, nodes);
  const { _count, ...relations } = select(args, {}, nested, selected).select;
  const given = Object.entries(relations).filter(([, query]) => query !== undefined) as [string, RelationQuery][];
  return { relations: Object.fromEntries(given), ...countOf(_count) };
}

function countOf(count: unknown): Pick<FieldSelect, 'count'> {
  if (!count) return {};
  const [entry] = Object.entries(
    (count as { select: Record<string, true | { where: Record<string, unknown> }> }).select,
  );
  if (!entry) return {};
  const [relation, query] = entry;
  return { count: { relation, where: query === true ? undefined : query.where } };
}

function selectedNames(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
): ReadonlySet<string> {
  const fields = collectFields(statement, getNamedType(field.type) as GraphQLObjectType, selectionSets(nodes));
  return new Set([...fields.values()].map(([node]) => node.name.value));
}
