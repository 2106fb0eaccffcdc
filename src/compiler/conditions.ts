// What a `where` of Prisma asks, before it is SQL.
import { fieldOf, modelOf } from '../model/datamodel.ts';
import type { DatamodelField, DatamodelModel } from '../model/generated/datamodel.ts';

export type Where = Readonly<Record<string, unknown>>;

export const entriesOf = (where: Where | undefined) =>
  Object.entries(where ?? {}).filter(([, value]) => value !== undefined);

/** @returns what is asked of related records; without an operator, of the one */
export const conditionOn = (value: Where) => (value['some'] ?? value['is'] ?? value) as Where;

/** @returns the conditions that all have to hold, each as a `where` of one key */
export const partsOf = (where: Where | undefined): Where[] =>
  entriesOf(where).flatMap(([key, value]) =>
    key === 'AND' ? (value as Where[]).flatMap(partsOf) : [{ [key]: value }],
  );

/** @returns the field that a part is on, with what is asked of it; undefined for an OR */
export function fieldIn(model: DatamodelModel, part: Where): { field: DatamodelField; value: Where } | undefined {
  const [[key, value]] = Object.entries(part) as [[string, Where]];
  return key === 'OR' ? undefined : { field: fieldOf(model, key), value };
}

/** @returns whether a condition names the records by what is theirs alone, as a slug */
export const namesRecords = (model: DatamodelModel, where: Where | undefined): boolean =>
  partsOf(where).some((part) => fieldIn(model, part)?.field.isUnique);

/** @returns whether a condition asks about lists that the records have */
export const asksAboutLists = (model: DatamodelModel, where: Where): boolean =>
  partsOf(where).some((part) => {
    const asked = fieldIn(model, part);
    if (!asked) return (part['OR'] as Where[]).some((one) => asksAboutLists(model, one));
    return asked.field.kind === 'object' && asked.field.isList;
  });

/** @returns whether a condition names records, or records that lead to them */
export const leadsFromNamed = (model: DatamodelModel, where: Where | undefined): boolean =>
  namesRecords(model, where) ||
  partsOf(where).some((part) => {
    const asked = fieldIn(model, part);
    return asked?.field.kind === 'object' && leadsFromNamed(modelOf(asked.field.type), conditionOn(asked.value));
  });
