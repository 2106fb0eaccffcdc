// A row of a model as the object that an operation asks of it.
import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import type { DatamodelModel } from '../db/generated/datamodel.ts';
import { connectionSql } from './connections.ts';
import { listSql, objectOf, objectSql, oneSql, type Shape } from './json.ts';
import { column, fieldOf, joinCondition, modelOf } from './model.ts';
import { fieldSelect, type RelationQuery } from './relations.ts';
import { collectFields, type Fields, selectionSets } from './selections.ts';
import { identifier, literal, NotCompilable, type Sql, type Statement } from './statement.ts';
import { orderColumns, orderSql, whereSql } from './where.ts';

/** How an interface over one table tells its types apart. */
interface Discriminator {
  column: string;
  types: Readonly<Record<string, string>>;
}

/** The model whose rows a type shows. */
export function modelOfType(type: GraphQLNamedType): DatamodelModel {
  const name = type.extensions['pothosPrismaModel'];
  if (typeof name !== 'string') throw new NotCompilable('type without a model', type.name);
  return modelOf(name);
}

/** The object type of a row, and its name as SQL: a literal, or told from the row where several types share a shape. */
interface RowType {
  type: GraphQLObjectType;
  name: Sql;
}

/** @returns what `sets` ask of the row `alias`, which is of this type or, for an interface, of one of its types. */
export function rowShape(statement: Statement, type: GraphQLNamedType, sets: SelectionSetNode[], alias: string): Shape {
  if (isObjectType(type)) return objectShape(statement, rowType(type), collectFields(statement, type, sets), alias);
  if (!isInterfaceType(type)) throw new NotCompilable('type of a row', type.name);
  const { column: kind, types } = type.extensions['discriminator'] as unknown as Discriminator;
  const values = Object.fromEntries(Object.entries(types).map(([value, name]) => [name, value]));
  const is = (name: string) => `when ${literal(values[name] as string)} then`;
  const shapes = alike(statement, Object.values(types), sets).map(([names, fields]) => {
    const [first] = names as [GraphQLObjectType];
    const name = `case ${column(alias, kind)} ${names.map((one) => `${is(one.name)} ${literal(one.name)}`).join(' ')} end`;
    const own = names.length === 1 ? rowType(first) : { type: first, name };
    return { names, shape: objectShape(statement, own, fields, alias) };
  });
  if (shapes.length === 1 && shapes[0]) return shapes[0].shape;
  const branches = shapes.flatMap(({ names, shape }) => names.map((one) => `${is(one.name)} ${objectSql(shape)}`));
  return { json: `case ${column(alias, kind)} ${branches.join(' ')} end` };
}

const rowType = (type: GraphQLObjectType): RowType => ({ type, name: `${literal(type.name)}::text` });

/** The types of an interface, those together of which the same fields are asked. */
function alike(statement: Statement, names: string[], sets: SelectionSetNode[]): [GraphQLObjectType[], Fields][] {
  const groups: [GraphQLObjectType[], Fields][] = [];
  for (const name of names) {
    const type = statement.schema.getType(name) as GraphQLObjectType;
    const fields = collectFields(statement, type, sets);
    const group = groups.find(([, known]) => sameFields(known, fields));
    if (group) group[0].push(type);
    else groups.push([[type], fields]);
  }
  return groups;
}

function sameFields(a: Fields, b: Fields): boolean {
  const [one, other] = [[...a], [...b]];
  return (
    one.length === other.length &&
    one.every(([key, nodes], index) => {
      const [otherKey, otherNodes = []] = other[index] ?? [];
      return key === otherKey && nodes.length === otherNodes.length && nodes.every((node, n) => node === otherNodes[n]);
    })
  );
}

function objectShape(statement: Statement, row: RowType, fields: Fields, alias: string): Shape {
  const model = modelOfType(row.type);
  return objectOf([...fields].map(([key, nodes]) => [key, fieldSql(statement, row, model, nodes, alias)]));
}

function fieldSql(
  statement: Statement,
  { type, name: typename }: RowType,
  model: DatamodelModel,
  nodes: [FieldNode, ...FieldNode[]],
  alias: string,
): Sql {
  const name = nodes[0].name.value;
  if (name === '__typename') return typename;
  if (name === 'id') return globalIdSql(typename, alias);
  const field = type.getFields()[name];
  if (!field) throw new NotCompilable('field', `${type.name}.${name}`);
  const { pothosExposedField: exposed, columns, presentIf, arc } = field.extensions;
  if (typeof exposed === 'string') return columnSql(model, exposed, alias);
  if (columns)
    return viewSql(statement, field, nodes, columns as Record<string, string>, String(presentIf), model, alias);
  if (arc) return arcSql(statement, field, nodes, arc as Record<string, string>, model, alias);
  const named = getNamedType(field.type);
  const { relations, count } = fieldSelect(statement, field, nodes);
  if (isObjectType(named) && named.extensions['pothosPrismaModel'] === undefined) {
    const relation = fieldOf(model, count?.relation ?? (Object.keys(relations)[0] as string));
    const on = (other: string) => joinCondition(model, relation, alias, other);
    return connectionSql(statement, named, selectionSets(nodes), modelOf(relation.type), on, {
      ...relations[relation.name],
      ...(count && { where: count.where }),
    });
  }
  const [relation, query] = Object.entries(relations)[0] as [string, RelationQuery];
  return relatedSql(statement, model, relation, query, named, field, nodes, alias);
}

function relatedSql(
  statement: Statement,
  model: DatamodelModel,
  relation: string,
  query: RelationQuery,
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  alias: string,
): Sql {
  const to = fieldOf(model, relation);
  const target = modelOf(to.type);
  const other = statement.alias();
  const join = joinCondition(model, to, alias, other);
  const order = query.orderBy ? ` order by ${orderSql(orderColumns(query.orderBy), other)}` : '';
  if (query.select) {
    // Through a join model that holds the order.
    const [[through]] = Object.entries(query.select) as [[string, RelationQuery]];
    const end = fieldOf(target, through);
    const last = statement.alias();
    const from = `${identifier(target.name)} ${other} join ${identifier(end.type)} ${last} on ${joinCondition(target, end, other, last)}`;
    return listSql(rowShape(statement, type, selectionSets(nodes), last), `${from} where ${join}${order}`);
  }
  const shape = rowShape(statement, type, selectionSets(nodes), other);
  const from = `${identifier(target.name)} ${other} where ${join} and ${whereSql(statement, target, query.where, other)}`;
  return isListType(getNullableType(field.type)) ? listSql(shape, from + order) : oneSql(shape, from);
}

/** The opaque id of the row: base64 of type and uuid, as the resolvers make it. At most 57 bytes, which stay on one line. */
const globalIdSql = (typename: Sql, alias: string): Sql =>
  `encode(convert_to(${typename} || ':' || ${column(alias, 'id')}, 'UTF8'), 'base64')`;

function columnSql(model: DatamodelModel, name: string, alias: string): Sql {
  const own = column(alias, name);
  // PostgreSQL writes dates and numbers as the scalars do; moments need their form.
  return fieldOf(model, name).nativeType === 'Timestamptz'
    ? `to_char(${own} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : own;
}

/** Some columns of the row as an object of their own, null when the one that tells is. */
function viewSql(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  columns: Readonly<Record<string, string>>,
  presentIf: string,
  model: DatamodelModel,
  alias: string,
): Sql {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const entries = [...collectFields(statement, type, selectionSets(nodes))].map(([key, [node]]): [string, Sql] => {
    const name = node.name.value;
    return [
      key,
      name === '__typename' ? `${literal(type.name)}::text` : columnSql(model, columns[name] as string, alias),
    ];
  });
  return `case when ${column(alias, presentIf)} is not null then ${objectSql(objectOf(entries))} end`;
}

/** The one relation that is set, of several, as a member of a union. */
function arcSql(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  arc: Readonly<Record<string, string>>,
  model: DatamodelModel,
  alias: string,
): Sql {
  const union = getNamedType(field.type);
  if (!isUnionType(union)) throw new NotCompilable('arc', field.name);
  const branches = Object.keys(arc).map((relation) => {
    const to = fieldOf(model, relation);
    const other = statement.alias();
    const type = statement.schema.getType(to.type) as GraphQLNamedType;
    const shape = rowShape(statement, type, selectionSets(nodes), other);
    const from = `${identifier(to.type)} ${other} where ${joinCondition(model, to, alias, other)}`;
    return `when ${column(alias, to.relationFromFields?.[0] as string)} is not null then ${oneSql(shape, from)}`;
  });
  return `case ${branches.join(' ')} end`;
}
