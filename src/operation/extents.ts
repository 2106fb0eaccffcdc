// What the extents of the data say of an operation's fields.
import { type GraphQLCompositeType, isUnionType } from 'graphql';
import type { Extents } from '../db/extents.ts';
import { findField } from '../model/datamodel.ts';
import { mostBytesOf } from './valueBytes.ts';

/** @returns the bytes that the JSON of a column takes at most */
export function columnBytes({ most }: Extents, model: string, column: string): number {
  const field = findField(model, column);
  return (field && mostBytesOf(field)) ?? most[`${model}.${column}`] ?? Infinity;
}

/** The model whose rows a type shows; undefined for a view of some columns, a connection, an edge. */
export const modelName = (type: GraphQLCompositeType): string | undefined =>
  isUnionType(type) ? undefined : type.extensions.pothosPrismaModel;

/**
 * @param model whose records a filter is on
 * @param where of Prisma
 * @returns about how many records PostgreSQL has to look at for the conditions on related records and on texts
 */
export function recordsRead(extents: Extents, model: string, where: unknown): number {
  if (typeof where !== 'object' || where === null) return 0;
  let count = 0;
  for (const [key, value] of Object.entries(where)) {
    const field = findField(model, key);
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
