// How much the objects of one place in an operation add to an answer at most, by the extents of the data.
import {
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isEnumType,
  isIntrospectionType,
  isListType,
} from 'graphql';
import type { Extents } from '../db/extents.ts';
import { isConnection, isEdge } from '../graphql/metadata.ts';
import { pageSize } from '../graphql/paging.ts';
import { cursorBytes } from './cursorBytes.ts';
import { columnBytes, modelName, recordsRead, rowsOf } from './extents.ts';
import { entriesOf, relationOf, shownModel, times } from './relations.ts';

import type { PrismaArguments } from './structure.ts';
import { mostBytes } from './valueBytes.ts';

/** Objects of one place in an operation, in all of the answer. */
export interface Objects {
  /** How many there are at most. */
  count: number;
  /** How often the same record is among them at most: once for each of those that share it. */
  repeat: number;
  /** The columns that a view of a record shows, by field. */
  view?: { model: string; columns: Readonly<Record<string, string>> };
  /** Of connections: the records on their pages. */
  page?: Objects;
  /** Of connections and their parts: the most bytes of a cursor. */
  cursor?: number;
}

/** What a field adds. */
export interface Below {
  /** Records. */
  records: number;
  /** What the fields below it are asked of. */
  objects: Objects;
  /** Whether `objects` are as many as the data allow, and not as many as a list is taken to have. */
  isKnown: boolean;
}

/** How many entries a list is taken to have of which nothing is known: the parts of one record. */
export const LIST_SIZE = 10;
/** The same for what introspection lists: the fields of a type, the arguments of a field. */
const INTROSPECTION_LIST_SIZE = 3;

const longestTypename = 40;
const cursors = new Set(['cursor', 'startCursor', 'endCursor']);

/** @returns the most bytes that the JSON of a leaf takes */
export function leafBytes(
  extents: Extents,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  { view, cursor }: Objects,
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

/**
 * An object counts one record. A list counts as many as the longest in the data has, a connection at most its page (`first`,
 * `last` or their default) and never less than one, for even an empty page is counted; a list by ids as many as there are
 * ids. Together the lists of one relation count no more than there are records to be in them, each as often as records
 * share it. What stands for no record of its own counts none: `nodes` and `edges` are the page of their connection, a date is
 * a part of its record.
 * @param parents what the field is asked of
 * @returns what the field adds, in all of the answer
 */
export function below(
  { schema, extents }: { schema: GraphQLSchema; extents: Extents },
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
  parents: Objects,
): Below {
  const type = getNamedType(field.type) as GraphQLCompositeType;
  const isList = isListType(getNullableType(field.type));
  const { count, repeat, page, cursor } = parents;
  const noRecords = (objects: Objects): Below => ({ records: 0, objects, isKnown: true });
  if (isIntrospectionType(type)) {
    const size = isList ? introspectionListSize(schema, field) : 1;
    return noRecords({ count: count * size, repeat: Infinity });
  }
  const model = modelName(parent);
  const { columns } = field.extensions;
  if (model !== undefined && columns) return noRecords({ count, repeat, view: { model, columns } });
  if (page)
    return noRecords({ ...(isList ? page : { count, repeat: Infinity }), ...(cursor !== undefined && { cursor }) });
  if (isEdge(parent)) return noRecords({ count, repeat });

  const relation = relationOf(extents, parent, field);
  const shared = times(repeat, relation.sharedBy);
  // Not fewer than records that are looked for: whether they are there has to be asked.
  if (!isList && !isConnection(type)) return { records: count, objects: { count, repeat: shared }, isKnown: true };
  const { ids } = args;
  if (Array.isArray(ids)) return listOf({ count: ids.length, repeat: Infinity }, true);
  const most = isList ? Infinity : pageSize(args);
  const isKnown = Math.min(most, relation.length) < Infinity;
  const entries = isKnown ? entriesOf(relation, count, repeat, most) : count * LIST_SIZE;
  const records = { count: Math.min(entries, times(shared, relation.records)), repeat: shared };
  if (isList) return listOf(records, isKnown);
  const connections = { count, repeat: Infinity, page: records, cursor: cursorBytes(extents, field, args) };
  return { records: Math.max(count, records.count), objects: connections, isKnown };
}

const listOf = (objects: Objects, isKnown: boolean): Below => ({ records: objects.count, objects, isKnown });

function introspectionListSize(schema: GraphQLSchema, { name }: GraphQLField<unknown, unknown>): number {
  return name === 'types' ? Object.keys(schema.getTypeMap()).length : INTROSPECTION_LIST_SIZE;
}

/**
 * @param asked of the connections that `field` is, one for each of `parents`
 * @param counts how often each of them is counted
 * @returns about how many records PostgreSQL looks at to count them and to find those that meet their filter
 */
export function readsOf(
  extents: Extents,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  { where = {} }: PrismaArguments,
  counts: number,
  { count, repeat }: Objects,
): number {
  const type = getNamedType(field.type) as GraphQLCompositeType;
  const model = shownModel(type);
  if (!isConnection(type) || model === undefined) return 0;
  const all = rowsOf(extents, model);
  const relation = relationOf(extents, parent, field);
  const records = Math.min(entriesOf(relation, count, repeat, all), times(times(repeat, relation.sharedBy), all));
  const passes = counts + (Object.keys(where).length > 0 ? 1 : 0);
  return times(passes, records + times(count, recordsRead(extents, model, where)));
}
