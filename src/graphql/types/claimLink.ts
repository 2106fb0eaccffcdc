import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf } from '../connections.ts';
import { ClaimLinkKind, Standing } from '../enums.ts';
import { oneOf, reference, some } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';

export const ClaimLink = builder.prismaNode('ClaimLink', {
  ...asNode('ClaimLink'),
  fields: (t) => ({
    kind: t.expose('kind', { type: ClaimLinkKind }),
    standing: t.expose('standing', { type: Standing }),
    from: t.relation('from'),
    to: t.relation('to'),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const ClaimLinkFilter = filterInput('ClaimLink', 'Conditions on claim link records: all of them have to hold.', {
  kind: oneOf(ClaimLinkKind),
  standing: oneOf(Standing),
  from: reference,
  to: reference,
  citations: some(() => CitationFilter),
});
export const ClaimLinkConnection = connectionOf('ClaimLink', ClaimLink);
