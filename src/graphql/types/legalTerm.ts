import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { LegalTermState, Standing } from '../enums.ts';
import { oneOf, reference, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { date } from '../dateFilter.ts';
import { fuzzyDate } from './fuzzyDate.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';

export const LegalTerm = builder.prismaNode('LegalTerm', {
  ...asNode('LegalTerm'),
  fields: (t) => ({
    condition: t.exposeString('condition', { nullable: true }),
    then: t.exposeString('then'),
    by: t.field(fuzzyDate('LegalTerm', 'by')),
    state: t.expose('state', { type: LegalTermState }),
    standing: t.expose('standing', { type: Standing }),
    legalAction: t.relation('legalAction'),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const LegalTermFilter = filterInput('LegalTerm', 'Conditions on legal term records: all of them have to hold.', {
  condition: text,
  then: text,
  by: date,
  state: oneOf(LegalTermState),
  standing: oneOf(Standing),
  legalAction: reference,
  citations: some(() => CitationFilter),
});
