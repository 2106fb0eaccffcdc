import { datamodel, type DatamodelEnum, type DatamodelModel } from '../db/generated/datamodel.ts';

const models = new Map<string, DatamodelModel>(datamodel.models.map((model) => [model.name, model]));
const enums = new Map<string, DatamodelEnum>(datamodel.enums.map((e) => [e.name, e]));

/** @returns whether schema.prisma has a model of that name */
export const isModel = (name: string): boolean => models.has(name);

/** @returns the model of that name in schema.prisma; throws for any other name. */
export function modelOf(name: string): DatamodelModel {
  const model = models.get(name);
  if (!model) throw new Error(`schema.prisma has no model ${name}`);
  return model;
}

/** @returns the enum of that name in schema.prisma; throws for any other name. */
export function enumOf(name: string): DatamodelEnum {
  const found = enums.get(name);
  if (!found) throw new Error(`schema.prisma has no enum ${name}`);
  return found;
}

/** @returns the `///` comment of a field in schema.prisma; throws when there is none, since users read it in Sandbox. */
export function documentation(model: string, field: string): string {
  const text = modelOf(model).fields.find((f) => f.name === field)?.documentation;
  if (!text) throw new Error(`${model}.${field} has no /// comment in schema.prisma`);
  return text;
}
