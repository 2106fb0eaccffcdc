import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf } from '../connections.ts';
import { EventLinkKind, Standing } from '../enums.ts';
import { oneOf, reference, some } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';

export const EventLink = builder.prismaNode('EventLink', {
  ...asNode('EventLink'),
  fields: (t) => ({
    kind: t.expose('kind', { type: EventLinkKind }),
    standing: t.expose('standing', { type: Standing }),
    from: t.relation('from'),
    to: t.relation('to'),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const EventLinkFilter = filterInput('EventLink', 'Conditions on event link records: all of them have to hold.', {
  kind: oneOf(EventLinkKind),
  standing: oneOf(Standing),
  from: reference,
  to: reference,
  citations: some(() => CitationFilter),
});
export const EventLinkConnection = connectionOf('EventLink', EventLink);
