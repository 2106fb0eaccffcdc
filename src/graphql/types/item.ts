import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { ItemRole, Standing } from '../enums.ts';
import { oneOf, reference, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';

export const Item = builder.prismaNode('Item', {
  ...asNode('Item'),
  fields: (t) => ({
    name: t.exposeString('name'),
    quantity: t.exposeFloat('quantity', { nullable: true }),
    unit: t.exposeString('unit', { nullable: true }),
    role: t.expose('role', { type: ItemRole }),
    label: t.exposeString('label', { nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    event: t.relation('event'),
    foundAt: t.relation('foundAt', { nullable: true }),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const ItemFilter = filterInput('Item', 'Conditions on item records: all of them have to hold.', {
  name: text,
  unit: text,
  role: oneOf(ItemRole),
  label: text,
  standing: oneOf(Standing),
  event: reference,
  foundAt: reference,
  citations: some(() => CitationFilter),
});
