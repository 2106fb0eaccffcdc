// How many bytes the JSON of a value takes at most, where that follows from its type.
import { datamodel, type DatamodelField } from '../model/generated/datamodel.ts';

/** Bytes, quotation marks included. */
export const mostBytes = {
  /** Base64 of the name of a type and a uuid. */
  ID: 80,
  /** Base64 of a uuid and what marks it as a cursor. */
  Cursor: 62,
  Int: 11,
  Float: 25,
  Boolean: 5,
  Uuid: 38,
  Date: 12,
  Timestamptz: 26,
};

const ofEnums = new Map(
  datamodel.enums.map(({ name, values }) => [name, 2 + Math.max(...values.map((value) => value.name.length))]),
);

/** @returns the most bytes that a value of a column can take; undefined for a text, or a list of them. */
export function mostBytesOf({ kind, type, nativeType, isList }: DatamodelField): number | undefined {
  if (isList) return undefined;
  if (kind === 'enum') return ofEnums.get(type);
  return mostBytes[(nativeType ?? type) as keyof typeof mostBytes];
}
