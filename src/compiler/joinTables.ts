// The tables of many-to-many relations, and what they carry so that lists are read in their order.
import type { DatamodelField, DatamodelModel } from '../model/generated/datamodel.ts';

const byDate = ['dateSortAsc', 'dateSortDesc'];

/** What the table of a relation carries of the record at `B` (see the migration list_order): what lists are ordered by. */
const carried: Readonly<Record<string, readonly string[]>> = {
  StatementSpeakers: byDate,
  StatementAddressees: byDate,
  StatementActors: byDate,
  StatementEvents: byDate,
  StatementLegalActions: byDate,
  LegalActionEvents: byDate,
  ClaimHoldsResponsible: ['slug'],
};

/** The table of a many-to-many relation, as seen from one of its ends. */
export interface JoinTable {
  name: string;
  /** The column of the record that the relation starts at. */
  own: 'A' | 'B';
  /** The column of the record that it leads to. */
  other: 'A' | 'B';
  /** Columns of that record that the table has as well, each in an index behind `own` and before `other`. */
  carried: readonly string[];
}

/** @returns the table of an implicit many-to-many relation: its columns are A and B in the alphabetical order of the models. */
export function joinTable(model: DatamodelModel, { relationName = '', type }: DatamodelField): JoinTable {
  const name = `_${relationName}`;
  return model.name < type
    ? { name, own: 'A', other: 'B', carried: carried[relationName] ?? [] }
    : { name, own: 'B', other: 'A', carried: [] };
}
