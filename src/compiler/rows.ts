// A row of a model as the object that an operation asks of it.
import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  GraphQLID,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { isConnection } from '../graphql/metadata.ts';
import { fieldOf, modelOf } from '../model/datamodel.ts';
import type { DatamodelModel } from '../model/generated/datamodel.ts';
import { connectionSql } from './connections.ts';
import type { Value } from './form.ts';
import { type Json, quoted, textOf } from './json.ts';
import { column, joinCondition } from './joins.ts';
import { columnSql, viewSql } from './columns.ts';
import { arcSql } from './arcs.ts';
import { branchesOf, collectFields, type FieldNodes, type Fields, selectionSets } from '../operation/collectFields.ts';
import { type AskedRelation, relationOf } from './relations.ts';
import { identifier, literal, NotCompilable, type Statement } from './statement.ts';
import { orderColumns, orderSql } from './orders.ts';
import { whereSql } from './where.ts';

/** The model whose rows a type shows. */
export function modelOfType(type: GraphQLNamedType): DatamodelModel {
  const { pothosPrismaModel: name } = type.extensions;
  if (typeof name !== 'string') throw new NotCompilable('type without a model', type.name);
  return modelOf(name);
}

/** The object type of a row, and the text of its name: a constant, or told from the row where several types share a shape. */
interface RowType {
  type: GraphQLObjectType;
  name: Json;
  /** Bytes of the longest that it can be. */
  length: number;
}

/** @returns what `sets` ask of the row `alias`, which is of this type or, for an interface, of one of its types. */
export function rowObject(
  statement: Statement,
  type: GraphQLNamedType,
  sets: SelectionSetNode[],
  alias: string,
): Value {
  if (isObjectType(type)) return objectOfType(statement, rowType(type), collectFields(statement, type, sets), alias);
  if (!isInterfaceType(type)) throw new NotCompilable('type of a row', type.name);
  const { discriminator } = type.extensions;
  if (!discriminator) throw new NotCompilable('interface without metadata', type.name);
  const { column: kind, types: names } = discriminator;
  const values = Object.fromEntries(Object.entries(names).map(([value, name]) => [name, value]));
  const is = (name: string) => `when ${literal(values[name] as string)} then`;
  const objects = branchesOf(statement, type, sets).map(({ types, fields }) => {
    const sql = `case ${column(alias, kind)} ${types.map((one) => `${is(one.name)} ${literal(one.name)}`).join(' ')} end`;
    const length = Math.max(...types.map((one) => one.name.length));
    const own = types.length === 1 ? rowType(types[0]) : { type: types[0], name: [{ sql }], length };
    return { types, object: objectOfType(statement, own, fields, alias) };
  });
  if (objects.length === 1 && objects[0]) return objects[0].object;
  const branches = objects.map(({ types, object }) => {
    const kinds = types.map((one) => literal(values[one.name] as string)).join(', ');
    return { when: `${column(alias, kind)} in (${kinds})`, value: object };
  });
  return statement.form.choice(branches);
}

const rowType = (type: GraphQLObjectType): RowType => ({ type, name: [type.name], length: type.name.length });

function objectOfType(statement: Statement, row: RowType, fields: Fields, alias: string): Value {
  const model = modelOfType(row.type);
  return statement.form.object([...fields].map(([key, nodes]) => [key, fieldSql(statement, row, model, nodes, alias)]));
}

function fieldSql(statement: Statement, row: RowType, model: DatamodelModel, nodes: FieldNodes, alias: string): Value {
  const name = nodes[0].name.value;
  const { type } = row;
  if (name === '__typename') return { json: ['"', ...row.name, '"'], bytes: String(2 + row.length) };
  const field = type.getFields()[name];
  if (!field) throw new NotCompilable('field', `${type.name}.${name}`);
  const named = getNamedType(field.type);
  if (named === GraphQLID) return globalIdSql(row, alias);
  const { pothosExposedField: exposed, columns, presentIf, arc } = field.extensions;
  if (exposed !== undefined) return columnSql(model, exposed, alias);
  if (columns) return viewSql(statement, field, nodes, columns, String(presentIf), model, alias);
  if (arc) return arcSql(statement, field, nodes, arc, model, alias);
  const asked = relationOf(statement, field, nodes);
  if (isConnection(named)) {
    const relation = fieldOf(model, asked.relation);
    return connectionSql(statement, named, selectionSets(nodes), {
      model: modelOf(relation.type),
      parent: { model, relation, alias },
      query: asked.query,
    });
  }
  return relatedSql(statement, model, asked, named, field, nodes, alias);
}

function relatedSql(
  statement: Statement,
  model: DatamodelModel,
  { relation, through, query }: AskedRelation,
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  alias: string,
): Value {
  const { form } = statement;
  const to = fieldOf(model, relation);
  const target = modelOf(to.type);
  const other = statement.alias();
  const join = joinCondition(model, to, alias, other);
  const order = query.orderBy
    ? ` order by ${orderSql(orderColumns(query.orderBy), (name) => column(other, name))}`
    : '';
  if (through !== undefined) {
    // Through a join model that holds the order.
    const end = fieldOf(target, through);
    const last = statement.alias();
    const from = `${identifier(target.name)} ${other} join ${identifier(end.type)} ${last} on ${joinCondition(target, end, other, last)}`;
    return form.list(rowObject(statement, type, selectionSets(nodes), last), `${from} where ${join}${order}`);
  }
  const object = rowObject(statement, type, selectionSets(nodes), other);
  const from = `${identifier(target.name)} ${other} where ${join} and ${whereSql(statement, query.where, { model: target, alias: other, once: false, whole: false })}`;
  return isListType(getNullableType(field.type)) ? form.list(object, from + order) : form.one(object, from);
}

/** The opaque id of the row: base64 of type and uuid, as the resolvers make it. At most 57 bytes, which stay on one line. */
const globalIdSql = ({ name, length }: RowType, alias: string): Value => ({
  json: quoted(`encode(convert_to(${textOf([...name, ':', { sql: column(alias, 'id') }])}, 'UTF8'), 'base64')`),
  // Four characters for three bytes, in quotation marks: a colon and a uuid behind the name of the type.
  bytes: String(2 + 4 * Math.ceil((length + 37) / 3)),
});
