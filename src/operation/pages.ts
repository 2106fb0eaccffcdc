import { type GraphQLCompositeType, type GraphQLNamedType, type GraphQLObjectType, isObjectType } from 'graphql';
import { PAGE_SIZE } from '../graphql/paging.ts';

/** @returns how many records a connection is asked for */
export function pageSize({ first, last }: Readonly<Record<string, unknown>>): number {
  const size = first ?? last;
  return typeof size === 'number' ? Math.max(0, size) : PAGE_SIZE;
}

export function isConnection(type: GraphQLNamedType): type is GraphQLObjectType {
  return isObjectType(type) && type.name.endsWith('Connection') && 'pageInfo' in type.getFields();
}

export function isEdge(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && type.name.endsWith('Edge') && 'cursor' in type.getFields();
}
