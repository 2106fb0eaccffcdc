import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** @returns the text of a schema, its parts in alphabetical order: schema.graphql */
export const printSorted = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
