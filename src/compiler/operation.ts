// A whole query as one SQL statement whose single value is the JSON of its data.
import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { decodeId } from '../graphql/ids.ts';
import { pageQuery, type PageArguments } from '../graphql/paging.ts';
import { connectionSql } from './connections.ts';
import { objectOf, objectSql, oneSql } from './json.ts';
import { column, modelOf } from './model.ts';
import { modelOfType, rowShape } from './rows.ts';
import { collectFields, selectionSets } from './selections.ts';
import { identifier, literal, NotCompilable, type Sql, Statement } from './statement.ts';
import { whereSql } from './where.ts';

/** An SQL statement whose one row has the JSON text of the answer in the column `data`. */
export interface Compiled {
  sql: Sql;
  parameters: unknown[];
}

type Nodes = readonly [FieldNode, ...FieldNode[]];
type RootField = GraphQLField<unknown, unknown>;

/**
 * @param variables as coerced by graphql-js
 * @throws NotCompilable for what only resolvers can answer, introspection for instance
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Compiled {
  const query = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || !query)
    throw new NotCompilable('operation', operation.operation);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const statement = new Statement(schema, fragments, variables);
  const fields = [...collectFields(statement, query, [operation.selectionSet])];
  const entries = fields.map(([key, nodes]): [string, Sql] => [key, rootSql(statement, query, nodes)]);
  return { sql: `select ${objectSql(objectOf(entries))}::text as data`, parameters: statement.parameters };
}

function rootSql(statement: Statement, query: GraphQLObjectType, nodes: Nodes): Sql {
  const name = nodes[0].name.value;
  if (name === '__typename') return `${literal(query.name)}::text`;
  const field = query.getFields()[name];
  if (!field) throw new NotCompilable('introspection', name);
  const args = getArgumentValues(field, nodes[0], statement.variables);
  if (name === 'node') return nodesByIds(statement, nodes, [args['id'] as string], ([only]) => only as Sql);
  if (name === 'nodes') return nodesByIds(statement, nodes, args['ids'] as string[], listOf);
  return recordsSql(statement, field, nodes, args);
}

/** A record by its slug, or a connection: what they ask of Prisma is in the field's extensions. */
function recordsSql(statement: Statement, field: RootField, nodes: Nodes, args: Record<string, unknown>): Sql {
  const { prismaModel, prismaArguments } = field.extensions;
  if (typeof prismaModel !== 'string' || typeof prismaArguments !== 'function') {
    throw new NotCompilable('root field without metadata', field.name);
  }
  const asked = prismaArguments(args) as { where: Record<string, unknown>; orderBy?: unknown };
  const type = getNamedType(field.type) as GraphQLNamedType;
  const model = modelOf(prismaModel);
  if (type.extensions['pothosPrismaModel'] === undefined) {
    const page = pageQuery(args as PageArguments);
    return connectionSql(statement, type as GraphQLObjectType, selectionSets(nodes), model, () => 'true', {
      ...asked,
      ...page,
    });
  }
  const row = statement.alias();
  const from = `${identifier(model.name)} ${row} where ${whereSql(statement, model, asked.where, row)}`;
  return oneSql(rowShape(statement, type, selectionSets(nodes), row), from);
}

const listOf = (items: Sql[]): Sql => `array_to_json(array[${items.join(', ')}]::json[])`;

function nodesByIds(statement: Statement, nodes: Nodes, ids: string[], join: (items: Sql[]) => Sql): Sql {
  return join(
    ids.map((globalId) => {
      const { typename, id } = decodeId(globalId);
      const type = statement.schema.getType(typename) as GraphQLObjectType;
      const model = modelOfType(type);
      const row = statement.alias();
      const conditions = [`${column(row, 'id')} = ${statement.bind(id, 'uuid')}`, ...variantCondition(type, row)];
      const from = `${identifier(model.name)} ${row} where ${conditions.join(' and ')}`;
      return oneSql(rowShape(statement, type, selectionSets(nodes), row), from);
    }),
  );
}

/** An id of one type of a table that holds several finds rows of that type alone. */
function variantCondition(type: GraphQLObjectType, row: string): Sql[] {
  return type.getInterfaces().flatMap((parent) => {
    const discriminator = parent.extensions['discriminator'] as
      { column: string; types: Record<string, string> } | undefined;
    const value = Object.entries(discriminator?.types ?? {}).find(([, name]) => name === type.name)?.[0];
    return discriminator && value ? [`${column(row, discriminator.column)} = ${literal(value)}`] : [];
  });
}
