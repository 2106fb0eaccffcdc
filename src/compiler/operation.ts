// A whole query as one SQL statement whose single value is the JSON of its data.
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  OperationTypeNode,
} from 'graphql';
import { collectFields, type FieldNodes, selectionSets } from '../operation/fields.ts';
import type { ReadOperation } from '../operation/read.ts';
import { connectionSql } from './connections.ts';
import { objectOf, objectSql, oneSql } from './json.ts';
import { column, type Discriminator, modelOf } from './model.ts';
import { modelOfType, rowObject } from './rows.ts';
import { identifier, literal, NotCompilable, type Sql, Statement } from './statement.ts';
import { whereSql } from './where.ts';

/** SQL for one row that has the JSON text of the answer's data in the column `data`. */
export interface Compiled {
  sql: Sql;
  /** Of each parameter, the place of its value among the operation's leaves. */
  parameters: readonly number[];
}

/**
 * @returns the statement that answers the operation, and all others of its shape
 * @throws NotCompilable for what only resolvers can answer, introspection for instance
 */
export function compileOperation(read: ReadOperation): Compiled {
  const query = read.schema.getQueryType();
  if (read.operation.operation !== OperationTypeNode.QUERY || !query)
    throw new NotCompilable('operation', read.operation.operation);
  const statement = new Statement(read);
  const fields = [...collectFields(statement, query, [read.operation.selectionSet])];
  const entries = fields.map(([key, nodes]): [string, Sql] => [key, rootSql(statement, query, nodes)]);
  // Answered also while PostgreSQL is away.
  if (entries.every(([, sql]) => sql === typenameOf(query) || sql === noRecords))
    throw new NotCompilable('no record', 'is asked for');
  const sql = statement.whole(`select ${objectSql(objectOf(entries))}::text as data`);
  return { sql, parameters: statement.parameters };
}

const typenameOf = (type: GraphQLObjectType): Sql => `${literal(type.name)}::text`;
const noRecords: Sql = `'[]'::json`;

function rootSql(statement: Statement, query: GraphQLObjectType, nodes: FieldNodes): Sql {
  const name = nodes[0].name.value;
  if (name === '__typename') return typenameOf(query);
  const field = query.getFields()[name];
  if (!field) throw new NotCompilable('introspection', name);
  if (name === 'node') return recordByIdSql(statement, field, nodes);
  if (name === 'nodes') return recordsByIdsSql(statement, field, nodes);
  return recordsSql(statement, field, nodes);
}

/** A record by its slug, or a connection. */
function recordsSql(statement: Statement, field: GraphQLField<unknown, unknown>, nodes: FieldNodes): Sql {
  const { prismaModel } = field.extensions;
  if (typeof prismaModel !== 'string') throw new NotCompilable('root field without metadata', field.name);
  const { prisma } = statement.asked(field, nodes[0]);
  const type = getNamedType(field.type) as GraphQLNamedType;
  const model = modelOf(prismaModel);
  if (type.extensions['pothosPrismaModel'] === undefined) {
    return connectionSql(statement, type as GraphQLObjectType, selectionSets(nodes), { model, query: prisma });
  }
  const row = statement.alias();
  const from = `${identifier(model.name)} ${row} where ${whereSql(statement, prisma.where, { model, alias: row, once: true, whole: false })}`;
  return oneSql(rowObject(statement, type, selectionSets(nodes), row), from);
}

/** The record of one id. */
function recordByIdSql(statement: Statement, field: GraphQLField<unknown, unknown>, nodes: FieldNodes): Sql {
  const { types, keys } = askedIds(statement, field, nodes);
  return recordSql(statement, nodes, types[0] as string, `(${statement.bind(keys, 'uuid[]')})[1]`);
}

/** The records of a list of ids, in its order, null where there is none. */
function recordsByIdsSql(statement: Statement, field: GraphQLField<unknown, unknown>, nodes: FieldNodes): Sql {
  const { types, keys, typenames } = askedIds(statement, field, nodes);
  if (types.length === 0) return noRecords;
  const asked = statement.alias();
  const branches = types.map(
    (type) => `when ${literal(type)} then ${recordSql(statement, nodes, type, `${asked}.id`)}`,
  );
  const lists = `${statement.bind(keys, 'uuid[]')}, ${statement.bind(typenames, 'text[]')}`;
  const from = `unnest(${lists}) with ordinality ${asked}(id, typename, place)`;
  return `(select json_agg(case ${asked}.typename ${branches.join(' ')} end order by ${asked}.place) from ${from})`;
}

function askedIds(statement: Statement, field: GraphQLField<unknown, unknown>, nodes: FieldNodes) {
  const { types = [], ids } = statement.asked(field, nodes[0]).prisma;
  if (!ids) throw new NotCompilable('root field without ids', field.name);
  return { types, ...ids };
}

function recordSql(statement: Statement, nodes: FieldNodes, typename: string, id: Sql): Sql {
  const type = statement.schema.getType(typename) as GraphQLObjectType;
  const row = statement.alias();
  const conditions = [`${column(row, 'id')} = ${id}`, ...variantCondition(type, row)];
  const from = `${identifier(modelOfType(type).name)} ${row} where ${conditions.join(' and ')}`;
  return oneSql(rowObject(statement, type, selectionSets(nodes), row), from);
}

/** An id of one type of a table that holds several finds rows of that type alone. */
function variantCondition(type: GraphQLObjectType, row: string): Sql[] {
  return type.getInterfaces().flatMap((parent) => {
    const discriminator = parent.extensions['discriminator'] as Discriminator | undefined;
    const value = Object.entries(discriminator?.types ?? {}).find(([, name]) => name === type.name)?.[0];
    return discriminator && value ? [`${column(row, discriminator.column)} = ${literal(value)}`] : [];
  });
}
