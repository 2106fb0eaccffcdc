// The orders that connections can take. An index matches each; ties go by id.
import type { InputRef } from '@pothos/core';
import { builder } from './builder.ts';

/** An `orderBy` of Prisma. */
export type OrderBy = Record<string, 'asc' | 'desc'>[];

interface OrderValue {
  field: string;
  direction: 'ASC' | 'DESC';
}

/** An order that the client chooses. */
export interface Order {
  ref: InputRef<OrderValue>;
  describe: string;
  orderBy: (value?: OrderValue | null) => OrderBy;
}

/** An order that is what it is. */
export interface FixedOrder {
  describe: string;
  orderBy: () => OrderBy;
}

const fixed = (describe: string, orderBy: OrderBy): FixedOrder => ({ describe, orderBy: () => orderBy });

/** The order in which the owner lists its parts in the case file. */
export const inFileOrder: { ordinal?: 'asc'; id?: 'asc' }[] = [{ ordinal: 'asc' }, { id: 'asc' }];
export const fileOrder = fixed('In the order of the case file.', inFileOrder as OrderBy);
export const slugOrder = fixed('In the order of the slugs.', [{ slug: 'asc' }]);
export const textOrder = fixed('In the order of the text.', [{ start: 'asc' }, { id: 'asc' }]);
export const stableOrder = fixed('In a stable order.', [{ id: 'asc' }]);

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which way an order runs.',
  values: {
    ASC: { description: 'From the first to the last: earliest date, A before Z.' },
    DESC: { description: 'From the last to the first: latest date, Z before A.' },
  },
});

type Direction = 'asc' | 'desc';
const fields = {
  DATE: {
    description:
      'By date: by its earliest day, or its latest when the start is open. Undated records are last in both directions.',
    // Always ascending: the sort columns put undated records last in both directions (see the migration).
    orderBy: (direction: Direction): OrderBy => [
      { [direction === 'asc' ? 'dateSortAsc' : 'dateSortDesc']: 'asc' },
      { id: 'asc' },
    ],
  },
  NAME: {
    description: 'By name.',
    orderBy: (direction: Direction): OrderBy => [{ name: direction }, { id: direction }],
  },
  TITLE: {
    description: 'By title.',
    orderBy: (direction: Direction): OrderBy => [{ title: direction }, { id: direction }],
  },
};
type FieldName = keyof typeof fields;

/** @returns the order input of a type: by one of these fields, the first of them by default. */
export function orderInput(type: string, names: [FieldName, ...FieldName[]]): Order {
  const Field = builder.enumType(`${type}OrderField`, {
    description: `What to order ${type} records by.`,
    values: Object.fromEntries(names.map((name) => [name, { description: fields[name].description }])),
  });
  const ref = builder.inputType(`${type}Order`, {
    description: `An order of ${type} records; ties are settled by id.`,
    fields: (t) => ({
      field: t.field({ type: Field, required: true, description: 'What to order by.' }),
      direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: 'Which way.' }),
    }),
  });
  return {
    ref: ref as unknown as InputRef<OrderValue>,
    describe: `Ordered by ${names[0].toLowerCase()} unless \`orderBy\` says otherwise${names[0] === 'DATE' ? ', undated records last' : ''}.`,
    orderBy: (value) =>
      fields[(value?.field ?? names[0]) as FieldName].orderBy(value?.direction === 'DESC' ? 'desc' : 'asc'),
  };
}
