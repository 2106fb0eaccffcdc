// Columns of the model and the joins that its relations stand for, as SQL.
import type { DatamodelField, DatamodelModel } from '../model/generated/datamodel.ts';
import { linkOf } from '../model/relations.ts';
import { identifier, NotCompilable, type Sql } from './statement.ts';

/** The PostgreSQL type of a column, to which parameters are cast. */
export function pgType(field: DatamodelField): string {
  if (field.kind === 'enum') return identifier(field.type);
  if (field.nativeType) return field.nativeType.toLowerCase();
  const type = { String: 'text', Int: 'integer', Float: 'double precision', Boolean: 'boolean' }[field.type];
  if (!type) throw new NotCompilable('type of a column', field.type);
  return type;
}

/** A column of the table that `alias` stands for. */
export const column = (alias: string, name: string): Sql => `${alias}.${identifier(name)}`;

/** The condition that ties the rows `to` of a relation's table to the row `from`. */
export function joinCondition(model: DatamodelModel, relation: DatamodelField, from: string, to: string): Sql {
  const link = linkOf(model, relation);
  if (link.kind === 'to one') return `${column(to, 'id')} = ${column(from, link.column)}`;
  if (link.kind === 'of one') return `${column(from, 'id')} = ${column(to, link.column)}`;
  const { name, own, other } = link.table;
  return `${column(to, 'id')} in (select j."${other}" from ${identifier(name)} j where j."${own}" = ${column(from, 'id')})`;
}
