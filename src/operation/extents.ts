// What the extents of the data say of an operation's fields.
import { getNamedType, type GraphQLCompositeType, type GraphQLField } from 'graphql';
import { type Extents, LONGEST_LIST } from '../db/extents.ts';
import { datamodel, type DatamodelField } from '../model/generated/datamodel.ts';
import { mostBytesOf } from './valueBytes.ts';

const models = new Map(
  datamodel.models.map(({ name, fields }) => [name, new Map(fields.map((field) => [field.name, field]))]),
);

/** @returns a field of a model; undefined where there is none */
const modelField = (model: string, name: string): DatamodelField | undefined => models.get(model)?.get(name);

/** @returns the bytes that the JSON of a column takes at most */
export function columnBytes({ most }: Extents, model: string, column: string): number {
  const field = modelField(model, column);
  return (field && mostBytesOf(field)) ?? most[`${model}.${column}`] ?? Infinity;
}

/** @returns the length of the longest list of a relation; Infinity where that is not known */
export function longestList({ most }: Extents, model: string, relation: string): number {
  const length = most[`${model}.${relation}`] ?? Infinity;
  return length > LONGEST_LIST ? Infinity : length;
}

/** The model whose rows a type shows; undefined for a view of some columns, a connection, an edge. */
export function modelName(type: GraphQLCompositeType): string | undefined {
  const name = type.extensions['pothosPrismaModel'];
  return typeof name === 'string' ? name : undefined;
}

type SelectFunction = (
  args: object,
  context: object,
  nested: () => unknown,
  selected: () => ReadonlySet<string>,
) => { select?: Record<string, unknown> & { _count?: unknown } };

const relations = new WeakMap<GraphQLField<unknown, unknown>, { name: string | undefined }>();

/** @returns the relation of the model behind a field, by what Pothos would ask Prisma for; undefined where there is none */
export function relationName(field: GraphQLField<unknown, unknown>): string | undefined {
  const known = relations.get(field);
  if (known) return known.name;
  const select = field.extensions['pothosPrismaSelect'];
  const asked =
    typeof select === 'function' && !field.extensions['arc']
      ? (select as SelectFunction)(
          {},
          {},
          () => ({}),
          () => new Set(['nodes']),
        )
      : {};
  const name = Object.keys(asked.select ?? {}).find((key) => key !== '_count');
  relations.set(field, { name });
  return name;
}

/**
 * @param model whose records a filter is on
 * @param where of Prisma
 * @returns about how many records PostgreSQL has to look at for the conditions on related records and on texts
 */
export function recordsRead(extents: Extents, model: string, where: unknown): number {
  if (typeof where !== 'object' || where === null) return 0;
  let count = 0;
  for (const [key, value] of Object.entries(where)) {
    const field = modelField(model, key);
    if (field?.kind === 'object')
      count += rowsOf(extents, field.type) + recordsRead(extents, field.type, conditionOf(value));
    else if (field) count += isPattern(value) ? PATTERN * rowsOf(extents, model) : 0;
    else for (const inner of Array.isArray(value) ? value : [value]) count += recordsRead(extents, model, inner);
  }
  return count;
}

/** A text that is searched takes as long as so many records that are not. */
const PATTERN = 4;

const isPattern = (value: unknown) => typeof value === 'object' && value !== null && 'contains' in value;

function conditionOf(value: unknown): unknown {
  const { some, is } = (value ?? {}) as { some?: unknown; is?: unknown };
  return some ?? is ?? value;
}

/** @returns about how many records a model has */
export const rowsOf = ({ rows }: Extents, model: string): number => rows[model] ?? 0;

/** The model of the records of a root list. */
export function rootModel(field: GraphQLField<unknown, unknown>): string | undefined {
  const { prismaModel } = field.extensions;
  return typeof prismaModel === 'string' ? prismaModel : modelName(getNamedType(field.type) as GraphQLCompositeType);
}
