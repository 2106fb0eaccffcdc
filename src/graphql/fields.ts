// The fields of a type that shows a model: what schema.prisma documents there. A column is shown as what it is, the columns of
// a date as one FuzzyDate, a relation to many records as a list or as a connection.
import { documentation, modelOf, shownFields } from '../model/datamodel.ts';
import { dateOfColumn } from '../model/dates.ts';
import type { DatamodelField, DatamodelModel } from '../model/generated/datamodel.ts';
import { isShownInFull } from '../model/lists.ts';
import { type ListOrder, listOrderOf } from '../model/relations.ts';
import { subjectDocumentation } from '../model/subjects.ts';
import { enumType } from './enums.ts';
import type { ShownRelation } from './metadata.ts';
import type { OrderBy } from './orders.ts';
import { orderInFull, pagesOf, typeOf } from './targets.ts';
import { subjectOf } from './subjects.ts';
import { fuzzyDate } from './types/fuzzyDate.ts';

/** Pothos' builder of fields, for models that are known by name alone. */
interface FieldBuilder {
  field: (options: object) => unknown;
  expose: (column: string, options: object) => unknown;
  relation: (name: string, options: object) => unknown;
  relatedConnection: (name: string, ...options: [options: object, connection: never, edge: never]) => unknown;
}

/** @returns the field's name in the API: a date's is that of its columns without their endings */
const nameOf = (field: DatamodelField) => dateOfColumn(field) ?? field.name;

/**
 * @param t Pothos' builder of the fields of a type that shows the model
 * @param has which fields the type has, by name; all by default
 * @returns the fields of the type, for Pothos
 */
export function fieldsOf(t: unknown, name: string, has: (field: string) => boolean = () => true): never {
  const [model, fields] = [modelOf(name), t as FieldBuilder];
  const own = shownFields(model).filter((field) => has(nameOf(field)));
  return {
    ...Object.fromEntries(own.map((field) => [nameOf(field), shownField(fields, model, field)])),
    ...(subjectDocumentation(name) !== undefined && has('subject') && { subject: fields.field(subjectOf(name)) }),
  } as never;
}

function shownField(t: FieldBuilder, model: DatamodelModel, field: DatamodelField): unknown {
  const { name, kind, isList } = field;
  const date = dateOfColumn(field);
  if (date !== undefined) return t.field(fuzzyDate(model.name, date));
  if (kind !== 'object') return t.expose(name, columnOptions(field));
  if (!isList) return t.relation(name, { nullable: !field.isRequired, ...shows({ name }) });
  if (!isShownInFull(model, field)) return t.relatedConnection(name, ...pagesOf(model, field));
  const order = listOrderOf(model, field);
  return order ? t.field(orderedList(model, field, order)) : t.relation(name, listOptions(field));
}

const shows = (relation: ShownRelation) => ({ extensions: { relation } });

function columnOptions({ type, kind, isList, isRequired, nativeType }: DatamodelField): object {
  const shown = kind === 'enum' ? enumType(type) : nativeType === 'Timestamptz' ? 'DateTime' : type;
  return { type: isList ? [shown] : shown, nullable: !isRequired };
}

function listOptions(field: DatamodelField): object {
  const orderBy = orderInFull(field);
  return { query: { orderBy }, ...shows({ name: field.name, orderBy }) };
}

/** A list whose order rows of a model of its own keep. */
function orderedList(model: DatamodelModel, { name, type }: DatamodelField, { relation, through }: ListOrder): object {
  const orderBy: OrderBy = [{ ordinal: 'asc' }];
  return {
    type: [typeOf(type)],
    description: documentation(model.name, name),
    ...shows({ name: relation, through, orderBy }),
    select: (_args: object, _context: object, nested: (query: true) => unknown) => ({
      [relation]: { orderBy, select: { [through]: nested(true) } },
    }),
    resolve: (row: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>) =>
      row[relation]?.map((entry) => entry[through]),
  };
}
