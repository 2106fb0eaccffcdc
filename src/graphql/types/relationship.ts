import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf } from '../connections.ts';
import { RelationshipKind, Standing } from '../enums.ts';
import { oneOf, reference, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { date } from '../dateFilter.ts';
import { fuzzyDate } from './fuzzyDate.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';

export const Relationship = builder.prismaNode('Relationship', {
  ...asNode('Relationship'),
  fields: (t) => ({
    kind: t.expose('kind', { type: RelationshipKind }),
    label: t.exposeString('label', { nullable: true }),
    title: t.exposeString('title', { nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    since: t.field(fuzzyDate('Relationship', 'since')),
    until: t.field(fuzzyDate('Relationship', 'until')),
    asOf: t.field(fuzzyDate('Relationship', 'asOf')),
    from: t.relation('from'),
    to: t.relation('to'),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const RelationshipFilter = filterInput(
  'Relationship',
  'Conditions on relationship records: all of them have to hold.',
  {
    kind: oneOf(RelationshipKind),
    label: text,
    title: text,
    standing: oneOf(Standing),
    since: date,
    until: date,
    asOf: date,
    from: reference,
    to: reference,
    citations: some(() => CitationFilter),
  },
);
export const RelationshipConnection = connectionOf('Relationship', Relationship);
