// A whole query as one SQL statement whose single value is the JSON of its data.
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isListType,
  OperationTypeNode,
} from 'graphql';
import { randomUUID } from 'node:crypto';
import { collectFields, type FieldNodes, selectionSets } from '../operation/collectFields.ts';
import type { ReadOperation } from '../operation/read.ts';
import { connectionSql } from './connections.ts';
import { typenameSql } from './columns.ts';
import type { Form, Value } from './form.ts';
import { textOf } from './json.ts';
import { jsonForm } from './jsonForm.ts';
import { sizeForm } from './sizeForm.ts';
import { isConnection } from '../graphql/metadata.ts';
import { modelOf } from '../model/datamodel.ts';
import type { DatamodelModel } from '../model/generated/datamodel.ts';
import { column } from './joins.ts';
import { modelOfType, rowObject } from './rows.ts';
import { identifier, literal, NotCompilable, type Sql, Statement } from './statement.ts';
import { whereSql } from './where.ts';

/**
 * Stands, as a string, in the place of what introspection answers, which needs no database. It is another one in each process,
 * so that no record can have it in a text.
 */
export const INTROSPECTION = randomUUID();

const introspection: Value = { json: [`"${INTROSPECTION}"`], bytes: '0' };

/** SQL for one row of one column. */
export interface Compiled {
  sql: Sql;
  /** Of each parameter, the place of its value among the operation's leaves. */
  parameters: readonly number[];
}

/**
 * @returns the statement that answers the operation, and all others of its shape, with the JSON text of the data in `data`
 * @throws NotCompilable for what asks for no record, or only resolvers can answer
 */
export function compileOperation(read: ReadOperation): Compiled {
  const { statement, query, fields } = begin(read, jsonForm);
  const entries = fields.map(([key, nodes]): [string, Value] => [
    key,
    isIntrospection(query, nodes) ? introspection : rootSql(statement, query, nodes),
  ]);
  // Answered also while PostgreSQL is away.
  const withoutRecords = [typenameSql(query), introspection, noRecords].map(({ json }) => textOf(json));
  if (entries.every(([, { json }]) => withoutRecords.includes(textOf(json))))
    throw new NotCompilable('no record', 'is asked for');
  const { json } = statement.form.object(entries);
  return { sql: statement.whole(`select ${textOf(json)} as data`), parameters: statement.parameters };
}

/**
 * @returns the statement that tells, in `bytes`, how long the data would be, whoever answers; introspection is not counted
 * @throws NotCompilable for what is no query of records
 */
export function compileSize(read: ReadOperation): Compiled {
  const { statement, query, fields } = begin(read, sizeForm);
  const entries = fields
    .filter(([, nodes]) => !isIntrospection(query, nodes))
    .map(([key, nodes]): [string, Value] => [key, rootSql(statement, query, nodes)]);
  const { bytes } = statement.form.object(entries);
  const sql = statement.whole(`select ${bytes} as bytes`);
  return withoutUnused({ sql, parameters: statement.parameters });
}

/** Values that only decide what a count is have no part in its size, and PostgreSQL wants none that it cannot place. */
function withoutUnused({ sql, parameters }: Compiled): Compiled {
  const used = [...new Set(Array.from(sql.matchAll(/\$(\d+)(?=::)/g), ([, number]) => Number(number)))];
  return {
    sql: sql.replace(/\$(\d+)(?=::)/g, (_all, number) => `$${used.indexOf(Number(number)) + 1}`),
    parameters: used.map((number) => parameters[number - 1] as number),
  };
}

function begin(read: ReadOperation, form: Form) {
  const query = read.schema.getQueryType();
  if (read.operation.operation !== OperationTypeNode.QUERY || !query)
    throw new NotCompilable('operation', read.operation.operation);
  const statement = new Statement(read, form);
  return { statement, query, fields: [...collectFields(statement, query, [read.operation.selectionSet])] };
}

/** Whether fields are `__schema` or `__type`. */
export const isIntrospection = (query: GraphQLObjectType, [{ name }]: FieldNodes) =>
  name.value !== '__typename' && !query.getFields()[name.value];

const noRecords: Value = { json: ['[]'], bytes: '2' };

function rootSql(statement: Statement, query: GraphQLObjectType, nodes: FieldNodes): Value {
  const name = nodes[0].name.value;
  if (name === '__typename') return typenameSql(query);
  const field = query.getFields()[name] as GraphQLField<unknown, unknown>;
  const { prismaModel } = field.extensions;
  if (prismaModel !== undefined) return recordsSql(statement, field, nodes, modelOf(prismaModel));
  const isList = isListType(getNullableType(field.type));
  return isList ? recordsByIdsSql(statement, field, nodes) : recordByIdSql(statement, field, nodes);
}

/** A record by its slug, or a connection. */
function recordsSql(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNodes,
  model: DatamodelModel,
): Value {
  const { prisma } = statement.asked(field, nodes[0]);
  const type = getNamedType(field.type) as GraphQLNamedType;
  if (isConnection(type)) return connectionSql(statement, type, selectionSets(nodes), { model, query: prisma });
  const row = statement.alias();
  const from = `${identifier(model.name)} ${row} where ${whereSql(statement, prisma.where, { model, alias: row, once: true, whole: false })}`;
  return statement.form.one(rowObject(statement, type, selectionSets(nodes), row), from);
}

/** The record of one id. */
function recordByIdSql(statement: Statement, field: GraphQLField<unknown, unknown>, nodes: FieldNodes): Value {
  const { types, keys } = askedIds(statement, field, nodes);
  return recordSql(statement, nodes, types[0] as string, `(${statement.bind(keys, 'uuid[]')})[1]`);
}

/** The records of a list of ids, in its order, null where there is none. */
function recordsByIdsSql(statement: Statement, field: GraphQLField<unknown, unknown>, nodes: FieldNodes): Value {
  const { types, keys, typenames } = askedIds(statement, field, nodes);
  if (types.length === 0) return noRecords;
  const asked = statement.alias();
  const branches = types.map((type) => ({
    when: `${asked}.typename = ${literal(type)}`,
    value: recordSql(statement, nodes, type, `${asked}.id`),
  }));
  const lists = `${statement.bind(keys, 'uuid[]')}, ${statement.bind(typenames, 'text[]')}`;
  const from = `unnest(${lists}) with ordinality ${asked}(id, typename, place) order by ${asked}.place`;
  return statement.form.list(statement.form.choice(branches), from);
}

function askedIds(statement: Statement, field: GraphQLField<unknown, unknown>, nodes: FieldNodes) {
  const { types = [], ids } = statement.asked(field, nodes[0]).prisma;
  if (!ids) throw new NotCompilable('root field without ids', field.name);
  return { types, ...ids };
}

function recordSql(statement: Statement, nodes: FieldNodes, typename: string, id: Sql): Value {
  const type = statement.schema.getType(typename) as GraphQLObjectType;
  const row = statement.alias();
  const conditions = [`${column(row, 'id')} = ${id}`, ...variantCondition(type, row)];
  const from = `${identifier(modelOfType(type).name)} ${row} where ${conditions.join(' and ')}`;
  return statement.form.one(rowObject(statement, type, selectionSets(nodes), row), from);
}

/** An id of one type of a table that holds several finds rows of that type alone. */
function variantCondition(type: GraphQLObjectType, row: string): Sql[] {
  return type.getInterfaces().flatMap((parent) => {
    const { discriminator } = parent.extensions;
    const value = Object.entries(discriminator?.types ?? {}).find(([, name]) => name === type.name)?.[0];
    return discriminator && value ? [`${column(row, discriminator.column)} = ${literal(value)}`] : [];
  });
}
