import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf } from '../connections.ts';
import { LegalLinkKind, Standing } from '../enums.ts';
import { oneOf, reference, some } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';

export const LegalLink = builder.prismaNode('LegalLink', {
  ...asNode('LegalLink'),
  fields: (t) => ({
    kind: t.expose('kind', { type: LegalLinkKind }),
    standing: t.expose('standing', { type: Standing }),
    from: t.relation('from'),
    to: t.relation('to'),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const LegalLinkFilter = filterInput('LegalLink', 'Conditions on legal link records: all of them have to hold.', {
  kind: oneOf(LegalLinkKind),
  standing: oneOf(Standing),
  from: reference,
  to: reference,
  citations: some(() => CitationFilter),
});
export const LegalLinkConnection = connectionOf('LegalLink', LegalLink);
