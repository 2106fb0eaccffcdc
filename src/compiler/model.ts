// The datamodel as SQL sees it: tables, columns, and the joins that relations stand for.
import { datamodel, type DatamodelField, type DatamodelModel } from '../model/generated/datamodel.ts';
import { joinTable, type JoinTable } from './joinTables.ts';
import { identifier, NotCompilable, type Sql } from './statement.ts';

const models = new Map(datamodel.models.map((model) => [model.name, model]));

/** @returns the model of that name. */
export function modelOf(name: string): DatamodelModel {
  const model = models.get(name);
  if (!model) throw new NotCompilable('model', name);
  return model;
}

/** @returns the field of that name of a model. */
export function fieldOf(model: DatamodelModel, name: string): DatamodelField {
  const field = model.fields.find((f) => f.name === name);
  if (!field) throw new NotCompilable('field of a model', `${model.name}.${name}`);
  return field;
}

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
  if (relation.relationFromFields) return keysMatch(relation, to, from);
  const back = backOf(model, relation);
  if (back?.relationFromFields) return keysMatch(back, from, to);
  const { name, own, other } = joinTable(model, relation);
  return `${column(to, 'id')} in (select j."${other}" from ${identifier(name)} j where j."${own}" = ${column(from, 'id')})`;
}

/** @returns the table of a many-to-many relation; undefined where a foreign key is one of the ends. */
export function joinTableOf(model: DatamodelModel, relation: DatamodelField): JoinTable | undefined {
  const hasKey = relation.relationFromFields ?? backOf(model, relation)?.relationFromFields;
  return hasKey ? undefined : joinTable(model, relation);
}

/** The other end of a relation. */
export const backOf = (model: DatamodelModel, relation: DatamodelField) =>
  modelOf(relation.type).fields.find(
    (f) => f.relationName === relation.relationName && f.type === model.name && f !== relation,
  );

function keysMatch(relation: DatamodelField, referenced: string, referencing: string): Sql {
  const { relationFromFields = [], relationToFields = [] } = relation;
  return relationFromFields
    .map((name, index) => `${column(referenced, relationToFields[index] as string)} = ${column(referencing, name)}`)
    .join(' and ');
}

/** How an interface over one table tells its types apart: the column, and the type for each of its values. */
export interface Discriminator {
  column: string;
  types: Readonly<Record<string, string>>;
}
