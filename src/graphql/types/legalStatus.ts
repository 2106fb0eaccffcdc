import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { LegalStatusKind, Standing } from '../enums.ts';
import { oneOf, reference, some } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { date } from '../dateFilter.ts';
import { fuzzyDate } from './fuzzyDate.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';

export const LegalStatus = builder.prismaNode('LegalStatus', {
  ...asNode('LegalStatus'),
  fields: (t) => ({
    status: t.expose('status', { type: LegalStatusKind }),
    date: t.field(fuzzyDate('LegalStatus', 'date')),
    standing: t.expose('standing', { type: Standing }),
    legalAction: t.relation('legalAction'),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const LegalStatusFilter = filterInput(
  'LegalStatus',
  'Conditions on legal status records: all of them have to hold.',
  {
    status: oneOf(LegalStatusKind),
    date,
    standing: oneOf(Standing),
    legalAction: reference,
    citations: some(() => CitationFilter),
  },
);
