import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type PrismaTypes from '../db/generated/pothos.ts';
import { datamodel } from '../model/generated/datamodel.ts';
import type { Context } from './context.ts';
import { askId, askIds, decodeId, MAX_NODES } from './ids.ts';
import { keysetPages } from './keysetPages.ts';
import { mergedCounts } from './mergedCounts.ts';
import { PAGE_SIZE, MAX_PAGE_SIZE } from './paging.ts';

/** The types that every part of the schema is built with. */
export interface BuilderTypes {
  PrismaTypes: PrismaTypes;
  Context: Context;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    Date: { Input: Date; Output: Date };
    DateTime: { Input: Date; Output: Date };
  };
}

/** Collects the schema's types; `schema.ts` turns them into the schema. */
export const builder = new SchemaBuilder<BuilderTypes>({
  plugins: [mergedCounts, keysetPages, PrismaPlugin, RelayPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.prisma,
    dmmf: { datamodel } as never,
    exposeDescriptions: true,
    filterConnectionTotalCount: true,
    maxConnectionSize: MAX_PAGE_SIZE,
    defaultConnectionSize: PAGE_SIZE,
    onUnusedQuery: 'error',
  },
  relay: {
    cursorType: 'String',
    decodeGlobalID: (id) => decodeId(id),
    idFieldOptions: {
      description: 'An opaque id, unique among all records; it stays the same when the case is loaded again.',
    },
    nodeTypeOptions: { description: 'Any record: it has an id and can be fetched again by `node`.' },
    nodeQueryOptions: {
      description: 'The record with this id; null when there is none.',
      args: { id: { description: 'An id of this API.' } },
      extensions: { prismaArguments: askId },
    },
    nodesQueryOptions: {
      description: `The records with these ids, in this order; null where there is none. At most ${MAX_NODES}.`,
      args: { ids: { description: `Ids of this API, at most ${MAX_NODES}.` } },
      extensions: { prismaArguments: askIds },
    },
    pageInfoTypeOptions: { description: 'Where a page stands in its connection.' },
    pageInfoFieldOptions: { description: 'Where this page stands.' },
    hasNextPageFieldOptions: { description: 'Whether there is more after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before this page.' },
    startCursorFieldOptions: { description: 'The cursor of the first record of this page; null on an empty page.' },
    endCursorFieldOptions: {
      description:
        'The cursor of the last record of this page: pass it as `after` for the next page. Null on an empty page.',
    },
    edgesFieldOptions: { description: 'The records of this page, each with its cursor.', nullable: false },
    nodesOnConnection: { description: 'The records of this page.' },
    nodeFieldOptions: { description: 'The record.', nullable: false },
    cursorFieldOptions: {
      description:
        'Where the record stands in the order of the list: pass it as `after` or `before`, with the same order. It stays valid when the record is gone.',
    },
    firstArgOptions: {
      description: `How many records from the start, 0 to ${MAX_PAGE_SIZE}; ${PAGE_SIZE} when neither first nor last is given.`,
    },
    lastArgOptions: { description: `How many records from the end, 0 to ${MAX_PAGE_SIZE}. Not together with first.` },
    afterArgOptions: { description: 'Only records after this cursor, which a list of the same type and order gave.' },
    beforeArgOptions: { description: 'Only records before this cursor, which a list of the same type and order gave.' },
  },
});
