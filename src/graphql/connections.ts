// Relay connections: one connection and edge type per node type, and the arguments that every connection of a type takes.
import type { InterfaceRef, ObjectRef } from '@pothos/core';
import { documentation, modelOf } from '../model/datamodel.ts';
import { builder } from './builder.ts';
import { cursorForm } from './cursors.ts';
import type { Filter, Where } from './conditions.ts';
import type { FixedOrder, Order, OrderBy } from './orders.ts';
import { checkPage, type PageArguments, pageQuery } from './paging.ts';

type Types = typeof builder.$inferSchemaTypes;
type NodeRef = ObjectRef<Types, unknown> | InterfaceRef<Types, unknown>;
/** A connection type and its edge type, in the order in which Pothos takes them. */
export type Connection = [never, never];

/** @returns the connection and edge type of a node type. */
export function connectionOf(name: string, type: unknown): Connection {
  const node = type as NodeRef;
  const edge = builder.edgeObject({
    type: node,
    name: `${name}Edge`,
    extensions: { page: 'edge' },
    description: `One of the ${name} records of a list, with its cursor.`,
  });
  const connection = builder.connectionObject(
    {
      type: node,
      name: `${name}Connection`,
      description: `A page of a list of ${name} records.`,
      extensions: { page: 'connection' },
      fields: (t) => ({
        totalCount: t.int({
          description: 'How many records the whole list has, on all pages.',
          extensions: { pothosPrismaTotalCount: true },
          resolve: (parent) => {
            const { totalCount } = parent as unknown as { totalCount: number | (() => Promise<number>) };
            return typeof totalCount === 'function' ? totalCount() : totalCount;
          },
        }),
      }),
    },
    edge,
  );
  return [connection, edge] as unknown as Connection;
}

interface ListArguments extends PageArguments {
  filter?: Where | null;
  orderBy?: never;
}

/** What a list of one type can be asked: its filter and its order. */
export interface List {
  filter: Filter;
  order: Order | FixedOrder;
}

/**
 * @param model of the records
 * @returns the arguments of a list besides those of Relay, what they ask of Prisma, and what the field has in its extensions
 */
export function listArguments(model: string, { filter, order }: List) {
  const query = (args: ListArguments): { where: Where; orderBy: OrderBy } => ({
    where: filter.where(args.filter),
    orderBy: order.orderBy(args.orderBy),
  });
  const cursorsOf = ({ orderBy }: ListArguments) => cursorForm(model, order.orderBy(orderBy));
  const extensions = {
    checkArguments: checkPage,
    prismaArguments: (args: ListArguments) => ({ ...query(args), ...pageQuery(cursorsOf(args), args) }),
    cursorsOf,
  };
  return {
    args: builder.args((t) => ({
      filter: t.field({ type: filter.ref, description: 'Only records that meet these conditions.' }),
      ...('ref' in order && { orderBy: t.field({ type: order.ref, description: 'In which order.' }) }),
    })),
    query,
    extensions,
  };
}

/**
 * The options of `t.relatedConnection` for a relation of a model: its filter and order as arguments, and the description of
 * schema.prisma with the default order.
 */
export function related(model: string, relation: string, list: List) {
  const records = modelOf(model).fields.find(({ name }) => name === relation)?.type ?? '';
  const { args, query, extensions } = listArguments(records, list);
  return {
    cursor: 'id',
    totalCount: true,
    description: `${documentation(model, relation)} ${list.order.describe}`,
    args,
    query,
    extensions: { ...extensions, relation: { name: relation } },
  } as never;
}
