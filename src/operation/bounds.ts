// How much one field adds to an answer at most, by the extents of the data: bytes, and records that are looked at.
import {
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  isEnumType,
  isListType,
} from 'graphql';
import type { Extents } from '../db/extents.ts';
import { cursorBytes } from './cursorBytes.ts';
import { columnBytes, longestList, modelName, recordsRead, relationName, rootModel, rowsOf } from './extents.ts';
import type { PrismaArguments } from './structure.ts';
import { mostBytes } from './valueBytes.ts';
import { isConnection, pageSize } from './weight.ts';

/** What the fields of an object depend on besides its type. */
export interface Surroundings {
  /** The columns that a view of a record shows, by field. */
  view?: { model: string; columns: Readonly<Record<string, string>> };
  /** Records on the page that a connection is. */
  page?: number;
  /** Of a connection and its parts: the most bytes of its cursors. */
  cursor?: number;
}

/** The most entries of a list below a field, and what the fields there depend on. */
export interface Below {
  entries: number;
  surroundings: Surroundings;
}

const longestTypename = 40;
const cursors = new Set(['cursor', 'startCursor', 'endCursor']);

/** @returns the most bytes that the JSON of a leaf takes */
export function leafBytes(
  extents: Extents,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  { view, cursor }: Surroundings,
): number {
  if (field.name === '__typename') return longestTypename;
  if (cursor !== undefined && cursors.has(field.name)) return cursor;
  const model = view?.model ?? modelName(parent);
  const { pothosExposedField: exposed } = field.extensions;
  const column = view ? view.columns[field.name] : exposed;
  if (model !== undefined && typeof column === 'string') return columnBytes(extents, model, column);
  const type = getNamedType(field.type);
  if (isEnumType(type)) return 2 + Math.max(...type.getValues().map(({ name }) => name.length));
  return mostBytes[type.name as keyof typeof mostBytes] ?? Infinity;
}

/** @returns how many objects a field has at most, and what their fields depend on */
export function below(
  extents: Extents,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
  { page, cursor }: Surroundings,
): Below {
  const model = modelName(parent);
  const { columns } = field.extensions;
  if (model !== undefined && typeof columns === 'object')
    return { entries: 1, surroundings: { view: { model, columns: columns as Record<string, string> } } };
  const relation = model === undefined ? undefined : relationName(field);
  const longest = () =>
    model === undefined || relation === undefined ? Infinity : longestList(extents, model, relation);
  if (isConnection(getNamedType(field.type) as GraphQLCompositeType))
    return {
      entries: 1,
      surroundings: { page: Math.min(pageSize(args), longest()), cursor: cursorBytes(extents, field, args) },
    };
  const inside: Surroundings = isConnection(parent) && cursor !== undefined ? { cursor } : {};
  if (!isListType(getNullableType(field.type))) return { entries: 1, surroundings: inside };
  const { ids } = args;
  return { entries: Array.isArray(ids) ? ids.length : (page ?? longest()), surroundings: inside };
}

/**
 * @param counts how often the connection that `field` is is counted
 * @returns about how many records PostgreSQL looks at to count it and to find those that meet its filter
 */
export function readsOf(
  extents: Extents,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  asked: PrismaArguments | undefined,
  counts: number,
): number {
  const type = getNamedType(field.type) as GraphQLCompositeType;
  if (!isConnection(type)) return 0;
  const owner = modelName(parent);
  const relation = relationName(field);
  const model = rootModel(field) ?? modelName(getNamedType(type.getFields()['nodes']?.type) as GraphQLCompositeType);
  if (model === undefined) return 0;
  const all = rowsOf(extents, model);
  const records = owner && relation ? Math.min(all, longestList(extents, owner, relation)) : all;
  const where = asked?.where ?? {};
  const passes = counts + (Object.keys(where).length > 0 ? 1 : 0);
  return passes * (records + recordsRead(extents, model, where));
}
