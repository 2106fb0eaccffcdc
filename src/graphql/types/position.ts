import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf } from '../connections.ts';
import { Stance, Standing } from '../enums.ts';
import { oneOf, reference, some } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';

export const Position = builder.prismaNode('Position', {
  ...asNode('Position'),
  fields: (t) => ({
    stance: t.expose('stance', { type: Stance }),
    standing: t.expose('standing', { type: Standing }),
    statement: t.relation('statement'),
    claim: t.relation('claim'),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const PositionFilter = filterInput('Position', 'Conditions on position records: all of them have to hold.', {
  stance: oneOf(Stance),
  standing: oneOf(Standing),
  statement: reference,
  claim: reference,
  citations: some(() => CitationFilter),
});
export const PositionConnection = connectionOf('Position', Position);
