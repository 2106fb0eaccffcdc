// Values of the row itself: its columns, and some of them as an object of their own.
import { type FieldNode, getNamedType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { DatamodelModel } from '../db/generated/datamodel.ts';
import { collectFields, selectionSets } from '../operation/fields.ts';
import { objectOf, objectSql } from './json.ts';
import { column, fieldOf } from './model.ts';
import { literal, type Sql, type Statement } from './statement.ts';

/** @returns the value of a column, as the scalars of the schema write it. */
export function columnSql(model: DatamodelModel, name: string, alias: string): Sql {
  const own = column(alias, name);
  // PostgreSQL writes dates and numbers as the scalars do; moments need their form.
  return fieldOf(model, name).nativeType === 'Timestamptz'
    ? `to_char(${own} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : own;
}

/** Some columns of the row as an object of their own, null when the one that tells is. */
export function viewSql(
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
