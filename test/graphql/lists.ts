// Every connection of the schema, with a parent to ask it of.
import { getNamedType, type GraphQLEnumType, type GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import type { Data } from '../support/api.ts';
import type { Amount } from '../support/rows.ts';
import { idsOf, modelOfType, nodeTypes } from './records.ts';

/** Who answers: the API in this process, or a server. */
export interface Asked {
  /** @returns the data of an operation; throws its first error. */
  ask(operation: string, variables?: Record<string, unknown>): Promise<Data>;
}

export interface List {
  /** The type that has the field; Query for those at the root. */
  parent: string;
  field: string;
  /** The type of its records. */
  node: string;
  description: string;
  /** The fields that it can be ordered by. */
  orders: string[];
}

/** Every connection field; those of actors once, as a person's. */
export function lists(): List[] {
  const variants = nodeTypes().filter((type) => modelOfType(type) !== type && type !== 'Person');
  const parents = ['Query', ...nodeTypes().filter((type) => !variants.includes(type))];
  return parents.flatMap((parent) =>
    Object.values((schema.getType(parent) as GraphQLObjectType).getFields()).flatMap(
      ({ name, type, args, description }) => {
        const connection = getNamedType(type).name;
        if (!connection.endsWith('Connection')) return [];
        const order = args.find((arg) => arg.name === 'orderBy')?.type as GraphQLInputObjectType | undefined;
        const orderField = order && (getNamedType(order.getFields()['field']?.type) as GraphQLEnumType);
        return [
          {
            parent,
            field: name,
            node: connection.slice(0, -'Connection'.length),
            description: description ?? '',
            orders: orderField?.getValues().map((value) => value.name) ?? [],
          },
        ];
      },
    ),
  );
}

/** The values of `orderBy` that a list takes, and none, as they follow other arguments. */
export const orderings = ({ orders }: List) => [
  '',
  ...orders.flatMap((field) => [
    `, orderBy: { field: ${field}, direction: ASC }`,
    `, orderBy: { field: ${field}, direction: DESC }`,
  ]),
];

/** The id of the parent that has most records in this list; undefined at the root. */
export async function fullestParent(api: Asked, amount: Amount, { parent, field }: List): Promise<string | undefined> {
  if (parent === 'Query') return undefined;
  const ids = idsOf(parent, amount).slice(0, 100);
  const { nodes } = await api.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ${parent} { ${field} { totalCount } } } }`,
    { ids },
  );
  const sorted = nodes.toSorted((a: Data, b: Data) => b[field].totalCount - a[field].totalCount);
  return sorted[0].id;
}

/** Asks one page of a list. `selection` is what is wanted of the connection. */
export async function page(
  api: Asked,
  list: List,
  id: string | undefined,
  args: string,
  selection: string,
): Promise<Data> {
  const connection = `${list.field}${args && `(${args})`} { ${selection} }`;
  if (id === undefined) return (await api.ask(`{ ${connection} }`))[list.field];
  const { node } = await api.ask(`query ($id: ID!) { node(id: $id) { ... on ${list.parent} { ${connection} } } }`, {
    id,
  });
  return node[list.field];
}
