/** An uncertain date stands in six columns of its record: `dateEdtf`, `dateEarliest` … */
import { upperFirst } from './datamodel.ts';
import type { DatamodelField, DatamodelModel } from './generated/datamodel.ts';

export const dateParts = ['edtf', 'earliest', 'latest', 'precision', 'qualified', 'verbatim'] as const;
export type DatePart = (typeof dateParts)[number];

/** What PostgreSQL computes of some dates, to put records in order. */
const computedParts = ['sortAsc', 'sortDesc'];

/** @returns the column that holds a part of a date */
export const dateColumn = (date: string, part: DatePart) => date + upperFirst(part);

/** @returns the date whose EDTF text a column holds; undefined for any other column */
export function dateOfColumn({ name }: DatamodelField): string | undefined {
  return name.endsWith('Edtf') ? name.slice(0, -'Edtf'.length) : undefined;
}

/** @returns the names of the dates of a model */
export const datesOf = ({ fields }: DatamodelModel): string[] => fields.flatMap((field) => dateOfColumn(field) ?? []);

/** @returns the columns that hold the dates of a model, and what is computed of them */
export const dateColumnsOf = (model: DatamodelModel): Set<string> =>
  new Set(datesOf(model).flatMap((date) => [...dateParts, ...computedParts].map((part) => date + upperFirst(part))));
