// Values of the row itself: its columns, and some of them as an object of their own.
import { type FieldNode, getNamedType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { fieldOf } from '../model/datamodel.ts';
import type { DatamodelField, DatamodelModel } from '../model/generated/datamodel.ts';
import { collectFields, selectionSets } from '../operation/collectFields.ts';
import { mostBytes } from '../operation/valueBytes.ts';
import type { Value } from './form.ts';
import { type Json, quoted } from './json.ts';
import { column } from './joins.ts';
import { type Sql, type Statement } from './statement.ts';

/** @returns the value of a column, as the scalars of the schema write it. */
export function columnSql(model: DatamodelModel, name: string, alias: string): Value {
  const own = column(alias, name);
  const field = fieldOf(model, name);
  return { json: jsonOf(field, own), bytes: bytesOf(field, own) };
}

/** PostgreSQL writes dates and numbers as the scalars do; moments need their form. */
function jsonOf(field: DatamodelField, own: Sql): Json {
  const { isRequired, nativeType } = field;
  const sql =
    nativeType === 'Timestamptz' ? `to_char(${own} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : own;
  if (isPlain(field)) return isRequired ? quoted(sql) : [{ sql: `coalesce('"' || ${sql}::text || '"', 'null')` }];
  return [{ sql: isRequired ? `to_json(${sql})` : `coalesce(to_json(${sql}), 'null')` }];
}

/** Whether the values stand in quotation marks, and none has a character that JSON escapes. */
const isPlain = ({ kind, isList, nativeType }: DatamodelField) =>
  !isList && (kind === 'enum' || nativeType !== undefined);

/** PostgreSQL's numbers and truth values stand in JSON as they are, all else in quotation marks. */
const unquoted = ['Int', 'Float', 'Boolean'];

/** The bytes of the JSON of a column. Those of a text are known without reading it; a quotation mark in it counts once. */
function bytesOf({ kind, type, isList, nativeType }: DatamodelField, own: Sql): Sql {
  if (nativeType === 'Timestamptz') return String(mostBytes.Timestamptz);
  const isText = kind === 'scalar' && type === 'String' && nativeType === undefined;
  const text = isList ? `array_to_json(${own})::text` : isText ? own : `${own}::text`;
  return `coalesce(octet_length(${text}) + ${isList || unquoted.includes(type) ? 0 : 2}, 4)`;
}

/** @returns the name of a type, which is the same for every row. */
export const typenameSql = (type: GraphQLObjectType): Value => ({
  json: [`"${type.name}"`],
  bytes: String(type.name.length + 2),
});

/** Some columns of the row as an object of their own, null when the one that tells is. */
export function viewSql(
  statement: Statement,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  columns: Readonly<Record<string, string>>,
  presentIf: string,
  model: DatamodelModel,
  alias: string,
): Value {
  const { form } = statement;
  const type = getNamedType(field.type) as GraphQLObjectType;
  const entries = [...collectFields(statement, type, selectionSets(nodes))].map(([key, [node]]): [string, Value] => {
    const name = node.name.value;
    return [key, name === '__typename' ? typenameSql(type) : columnSql(model, columns[name] as string, alias)];
  });
  const when: Sql = `${column(alias, presentIf)} is not null`;
  return form.choice([{ when, value: form.object(entries) }]);
}
