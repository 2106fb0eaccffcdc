import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf } from '../connections.ts';
import { Disposition, LegalPartyRole, Standing } from '../enums.ts';
import { oneOf, reference, some } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';

export const LegalParty = builder.prismaNode('LegalParty', {
  ...asNode('LegalParty'),
  fields: (t) => ({
    role: t.expose('role', { type: LegalPartyRole }),
    disposition: t.expose('disposition', { type: Disposition, nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    legalAction: t.relation('legalAction'),
    actor: t.relation('actor'),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const LegalPartyFilter = filterInput(
  'LegalParty',
  'Conditions on legal party records: all of them have to hold.',
  {
    role: oneOf(LegalPartyRole),
    disposition: oneOf(Disposition),
    standing: oneOf(Standing),
    legalAction: reference,
    actor: reference,
    citations: some(() => CitationFilter),
  },
);
export const LegalPartyConnection = connectionOf('LegalParty', LegalParty);
