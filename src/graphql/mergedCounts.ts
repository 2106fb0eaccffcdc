// A Pothos plugin that mends how Pothos' plugin for Prisma finds counts. That takes a connection for loaded when rows and count are
// on the record. An operation may select a connection in several places and ask for the count in only some of them; where
// these were left out of the plan, because the same relation is counted by another filter, that other count is on the record.
import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';

type IsLoaded = (record: { _count?: object }, info: GraphQLResolveInfo, context: object) => boolean;

/** Its name; Pothos' types know those that are declared in a global namespace. */
export const mergedCounts = 'mergedCounts' as never;

class MergedCountsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  /** Makes a connection that is selected in several places be loaded by itself where its record has counts. */
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const isLoaded = field.extensions?.['pothosPrismaLoaded'] as IsLoaded | undefined;
    if (!isLoaded) return field;
    const loaded: IsLoaded = (record, info, context) =>
      isLoaded(record, info, context) && (info.fieldNodes.length === 1 || record._count === undefined);
    return { ...field, extensions: { ...field.extensions, pothosPrismaLoaded: loaded } };
  }
}

SchemaBuilder.registerPlugin(mergedCounts, MergedCountsPlugin as never);
