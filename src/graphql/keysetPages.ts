// A Pothos plugin that pages by position. Pothos passes a cursor on to Prisma, which can start only at a record that is in the
// list, and finds no page where it is not. Here Pothos sees a page without a cursor; the condition on the position is added
// to what it asks of Prisma, apart from the count, and the cursors are written anew.
import SchemaBuilder, {
  BasePlugin,
  completeValue,
  type MaybePromise,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Where } from './conditions.ts';
import { beyond, type CursorForm, writeCursor } from './cursors.ts';
import { isBackward, PAGE_SIZE, type PageArguments, positionOf } from './paging.ts';

/** Its name; Pothos' types know those that are declared in a global namespace. */
export const keysetPages = 'keysetPages' as never;

/** What a page asks of Prisma besides what Pothos does. */
export interface Keyset {
  /** The condition on what is behind the cursor; undefined without one. */
  where: Where | undefined;
  /** The columns that the cursors of the page hold. */
  select: Record<string, true>;
}

/** The arguments of a page as Pothos and the resolvers of root fields see them. */
export type KeysetArguments = Pick<PageArguments, 'first' | 'last'> & { keyset: Keyset };

function withoutCursor(form: CursorForm, { after, before, first, last, ...rest }: PageArguments): KeysetArguments {
  const position = positionOf(form, { after, before });
  const backward = isBackward({ before, last });
  const size = backward ? { last: last ?? PAGE_SIZE } : { first: first ?? PAGE_SIZE };
  const keyset = {
    where: position && beyond(form, position, backward),
    select: Object.fromEntries(form.columns.map(({ name }) => [name, true as const])),
  };
  return { ...rest, ...size, keyset };
}

interface Query {
  where?: Where;
  select?: object;
}

/** @returns a query of Prisma's for the rows of a page */
export function onPage<Q extends Query>({ ...query }: Q, { where, select }: Keyset): Q {
  if (where) query.where = { AND: [query.where ?? {}, where] };
  // Where Prisma is not asked for all columns.
  if (query.select) query.select = { ...select, ...query.select };
  return query;
}

/** What Pothos makes of the rows of a page. */
interface Page {
  edges: { node: Record<string, unknown>; cursor: string }[];
  pageInfo: object;
}

function withCursors(page: Page, form: CursorForm, { after, before }: PageArguments): Page {
  const edges = page.edges.map((edge) => ({ ...edge, cursor: writeCursor(form, edge.node) }));
  const pageInfo = {
    ...page.pageInfo,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
    ...(after != null && { hasPreviousPage: true }),
    ...(before != null && { hasNextPage: true }),
  };
  return { ...page, edges, pageInfo };
}

type Resolve = (parent: unknown, args: object, context: object, info: GraphQLResolveInfo) => MaybePromise<Page>;
type Select = (args: object, ...rest: unknown[]) => { select: Record<string, unknown> };

interface ConnectionExtensions {
  cursorsOf?: (args: object) => CursorForm;
  /** Pothos' own. */
  pothosPrismaSelect?: Select;
}

class KeysetPagesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const { cursorsOf, pothosPrismaSelect: select } = (field.extensions ?? {}) as ConnectionExtensions;
    if (!cursorsOf) return field;
    const resolve = field.resolve as unknown as Resolve;
    const resolvePage: Resolve = (parent, args, context, info) => {
      const form = cursorsOf(args);
      return completeValue(resolve(parent, withoutCursor(form, args), context, info), (page) =>
        withCursors(page, form, args),
      );
    };
    const selectPage: Select = (args, ...rest) => {
      const { keyset, ...page } = withoutCursor(cursorsOf(args), args);
      const { _count, ...relation } = (select as Select)(page, ...rest).select;
      const rows = Object.entries(relation as Record<string, Query | undefined>);
      // What is counted does not depend on the page.
      const onPages = Object.fromEntries(rows.map(([name, query]) => [name, query && onPage(query, keyset)]));
      return { select: { ...(_count !== undefined && { _count }), ...onPages } };
    };
    return {
      ...field,
      resolve: resolvePage as never,
      extensions: { ...field.extensions, ...(select && { pothosPrismaSelect: selectPage }) },
    };
  }
}

SchemaBuilder.registerPlugin(keysetPages, KeysetPagesPlugin as never);
