import {
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import { PAGE_SIZE } from '../graphql/paging.ts';

/** What one field adds to the cost of its parent. */
export interface Weight {
  /** Records that the field itself stands for. */
  records: number;
  /** How many times what is selected below it is answered. */
  factor: number;
}

/** How many entries a list is taken to have: the parts of one record. */
const LIST_SIZE = 10;
/** The same for what introspection lists: the fields of a type, the arguments of a field. */
const INTROSPECTION_LIST_SIZE = 3;

/**
 * An object counts one record, a list ten, a connection its page (`first`, `last` or their default, and never less than
 * one, for even an empty page is counted), a list by ids as many as there are ids; scalars count none. The `nodes` and
 * the `edges` of a connection are that page, they do not count again.
 */
export function weigh(
  schema: GraphQLSchema,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): Weight {
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  if (!isCompositeType(type)) return { records: 0, factor: isList ? LIST_SIZE : 1 };
  if (isIntrospectionType(type)) return { records: 0, factor: isList ? introspectionListSize(schema, field) : 1 };
  if (isPartOfPage(parent, field)) return { records: 0, factor: 1 };
  if (isConnection(type)) {
    const size = pageSize(args);
    return { records: Math.max(1, size), factor: size };
  }
  if (!isList) return { records: 1, factor: 1 };
  const size = Array.isArray(args['ids']) ? args['ids'].length : LIST_SIZE;
  return { records: size, factor: size };
}

function introspectionListSize(schema: GraphQLSchema, { name }: GraphQLField<unknown, unknown>): number {
  return name === 'types' ? Object.keys(schema.getTypeMap()).length : INTROSPECTION_LIST_SIZE;
}

export function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  const size = first ?? last;
  return typeof size === 'number' ? Math.max(0, size) : PAGE_SIZE;
}

function isPartOfPage(parent: GraphQLCompositeType, { name }: GraphQLField<unknown, unknown>): boolean {
  if (isConnection(parent)) return name === 'nodes' || name === 'edges' || name === 'pageInfo';
  return isEdge(parent) && name === 'node';
}

export function isConnection(type: GraphQLNamedType): type is GraphQLObjectType {
  return isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();
}

function isEdge(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.name.endsWith('Edge') && 'cursor' in type.getFields();
}
