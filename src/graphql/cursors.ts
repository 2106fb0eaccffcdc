// A cursor carries what its record was ordered by, so that a walk goes on in the right place when the record is gone or is
// filtered out: base64url of a head, which names type and order, and of the values of the order's columns.
import { isUtf8 } from 'node:buffer';
import type { DatamodelField } from '../model/generated/datamodel.ts';
import type { Where } from './conditions.ts';
import { isModel, modelOf } from '../model/datamodel.ts';
import { badUserInput } from './badInput.ts';
import type { OrderBy } from './orders.ts';

/** A column of an order. In a cursor an integer has 4 bytes, most significant first, a uuid 16; a text is in UTF-8. */
export interface CursorColumn {
  name: string;
  type: 'integer' | 'uuid' | 'text';
}

/** How the cursors of one order of one type are written. */
export interface CursorForm {
  type: string;
  /** As the API calls it: `DATE DESC`. */
  order: string;
  /** In ASCII, before the values. */
  head: string;
  /** The direction of all columns. */
  direction: 'asc' | 'desc';
  /** As they are compared. A text can only be the first: the others have a fixed length. */
  columns: readonly CursorColumn[];
}

/** Where a record stands in an order: the values of the order's columns. */
export type Position = Readonly<Record<string, number | string>>;

/** Bytes of a value in a cursor; those of a text vary. */
export const widths = { integer: 4, uuid: 16, text: 0 };

/** What the API calls the orders that have another name than their first column. */
const orderNames: Readonly<Record<string, string>> = {
  dateSortAsc: 'DATE ASC',
  dateSortDesc: 'DATE DESC',
  ordinal: 'FILE ASC',
};

/** @returns how cursors are written for records of a model in an order of Prisma's */
export function cursorForm(model: string, orderBy: OrderBy): CursorForm {
  const { fields } = modelOf(model);
  const columns = orderBy.flatMap((entry) => Object.entries(entry));
  const [first = '', direction = 'asc'] = columns[0] ?? [];
  const order = orderNames[first] ?? `${first} ${direction}`.toUpperCase();
  return {
    type: model,
    order,
    head: `${model} ${order}:`,
    direction,
    columns: columns.map(([name], index) => ({
      name,
      type: columnType(fields.find((field) => field.name === name) ?? {}, index),
    })),
  };
}

function columnType({ type, nativeType }: Partial<DatamodelField>, index: number): CursorColumn['type'] {
  if (type === 'Int') return 'integer';
  if (nativeType === 'Uuid') return 'uuid';
  if (type === 'String' && !nativeType && index === 0) return 'text';
  throw new Error(`Expected an order by a text, then integers and uuids only, found ${type}`);
}

/** @returns the cursor of a row, as the compiler makes it in SQL */
export function writeCursor({ head, columns }: CursorForm, row: Readonly<Record<string, unknown>>): string {
  const values = columns.map(({ name, type }) => {
    const value = row[name];
    if (type === 'text') return Buffer.from(String(value));
    if (type === 'uuid') return Buffer.from(String(value).replaceAll('-', ''), 'hex');
    const bytes = Buffer.alloc(widths.integer);
    bytes.writeInt32BE(Number(value));
    return bytes;
  });
  return Buffer.concat([Buffer.from(head), ...values]).toString('base64url');
}

/**
 * @param argumentName of the argument that holds the cursor
 * @throws GraphQLError BAD_USER_INPUT for what is not a cursor, and for a cursor of another type or order
 */
export function readCursor(form: CursorForm, cursor: string, argumentName: string): Position {
  const refuse = (why: string) => badUserInput(argumentName, `\`${argumentName}\` ${why}`);
  const bytes = Buffer.from(cursor, 'base64url');
  const [head, type = '', order = ''] = /^([A-Za-z]+) ([A-Z]+ (?:A|DE)SC):/.exec(bytes.toString('latin1')) ?? [];
  if (head === form.head && bytes.toString('base64url') === cursor) {
    const position = readValues(form.columns, bytes.subarray(head.length));
    if (position) return position;
  }
  if (head === form.head || !isModel(type))
    throw refuse('is not a cursor of this API: take it from `cursor`, `startCursor` or `endCursor`');
  if (type !== form.type)
    throw refuse(`is a cursor of ${type} records, this list has ${form.type} records: take it from this list`);
  throw refuse(
    `is a cursor of the order ${order}, this list is in the order ${form.order}: ask for the same order, or start without a cursor`,
  );
}

function readValues(columns: readonly CursorColumn[], bytes: Buffer): Position | undefined {
  const fixed = columns.reduce((sum, { type }) => sum + widths[type], 0);
  const hasText = columns[0]?.type === 'text';
  if (hasText ? bytes.length < fixed : bytes.length !== fixed) return undefined;
  const position: Record<string, number | string> = {};
  let at = 0;
  for (const { name, type } of columns) {
    const value = bytes.subarray(at, (at += type === 'text' ? bytes.length - fixed : widths[type]));
    // PostgreSQL has no NUL in a text.
    if (type === 'text' && (!isUtf8(value) || value.includes(0))) return undefined;
    if (type === 'text') position[name] = value.toString();
    else if (type === 'integer') position[name] = value.readInt32BE();
    else position[name] = value.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
  return position;
}

/** @returns Prisma's condition for the records behind a position in their order; for those before it, if `backward` */
export function beyond({ direction, columns }: CursorForm, position: Position, backward: boolean): Where {
  const operator = (direction === 'asc') === backward ? 'lt' : 'gt';
  const same = (names: string[]) => Object.fromEntries(names.map((name) => [name, position[name]]));
  const names = columns.map(({ name }) => name);
  return {
    OR: names.map((name, index) => ({ ...same(names.slice(0, index)), [name]: { [operator]: position[name] } })),
  };
}
