/** The models, fields and enums of schema.prisma, by name. */
import { datamodel, type DatamodelEnum, type DatamodelField, type DatamodelModel } from './generated/datamodel.ts';

const models = new Map(datamodel.models.map((model) => [model.name, model]));
const enums = new Map(datamodel.enums.map((one) => [one.name, one]));
const fields = new Map(
  datamodel.models.map((model) => [model.name, new Map(model.fields.map((field) => [field.name, field]))]),
);

/** A name that schema.prisma does not have. */
export class NotInModel extends Error {}

/**
 * @returns the model of that name
 * @throws NotInModel for any other name
 */
export function modelOf(name: string): DatamodelModel {
  const model = models.get(name);
  if (!model) throw new NotInModel(`schema.prisma has no model ${name}`);
  return model;
}

/** @returns the field of that name of a model; undefined where there is none */
export const findField = (model: string, name: string): DatamodelField | undefined => fields.get(model)?.get(name);

/**
 * @returns the field of that name of a model
 * @throws NotInModel for any other name
 */
export function fieldOf(model: DatamodelModel, name: string): DatamodelField {
  const field = findField(model.name, name);
  if (!field) throw new NotInModel(`schema.prisma has no field ${model.name}.${name}`);
  return field;
}

/**
 * @returns the enum of that name
 * @throws NotInModel for any other name
 */
export function enumOf(name: string): DatamodelEnum {
  const found = enums.get(name);
  if (!found) throw new NotInModel(`schema.prisma has no enum ${name}`);
  return found;
}

/** The models whose rows are records, with an id of their own: not those that only tie two records together. */
export const recordModels: readonly DatamodelModel[] = datamodel.models.filter((model) =>
  model.fields.some(({ isId }) => isId),
);

/** @returns whether records of the model have a slug */
export const hasSlug = (model: string): boolean => findField(model, 'slug') !== undefined;

export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
export const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** @returns the name of a type or a field as words: `LegalAction` is `legal action` */
export const inWords = (name: string) => name.replace(/(?<!^)(?=[A-Z])/g, ' ').toLowerCase();

/** @returns the `///` comment of a field in schema.prisma; throws when there is none, since users read it in Sandbox */
export function documentation(model: string, field: string): string {
  const text = findField(model, field)?.documentation;
  if (!text) throw new Error(`${model}.${field} has no /// comment in schema.prisma`);
  return text;
}

/**
 * @returns the fields of a model that the API shows: those with a `///` comment, but for keys, which relations stand for, and
 * JSON, which is the loader's
 */
export const shownFields = ({ fields }: DatamodelModel): DatamodelField[] =>
  fields.filter(({ documentation, nativeType, type }) => documentation && nativeType !== 'Uuid' && type !== 'Json');
