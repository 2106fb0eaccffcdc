/** Pieces of PostGraphile's answers, and how they read in Casebook's. */

export type Row = Readonly<Record<string, unknown>>;
interface List {
  nodes: Row[];
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
export const idOf = (type: string, { rowId }: Row) => base64(`${type}:${String(rowId)}`);
export const typeOf = (kind: unknown) => String(kind).charAt(0) + String(kind).slice(1).toLowerCase();

export const list = (value: unknown, shape: (row: Row) => unknown = (row) => row) => (value as List).nodes.map(shape);
export const connection = (value: unknown, shape?: (row: Row) => unknown) => ({ nodes: list(value, shape) });
export const row = (value: unknown) => value as Row;

/** A date from the columns of a row whose names start with `prefix`; null when there is none. */
export function date(from: Row, members: readonly string[] = ['edtf'], prefix = 'date') {
  if (from[`${prefix}Edtf`] === null) return null;
  return Object.fromEntries(
    members.map((name) => [name, from[`${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`]]),
  );
}

export const only = (from: Row, ...names: string[]) => Object.fromEntries(names.map((name) => [name, from[name]]));
export const days = ['edtf', 'earliest', 'latest'];

export const speakers = (statement: Row, shape: (actor: Row) => unknown) =>
  list(statement['speakers'], ({ actor }) => shape(row(actor)));
