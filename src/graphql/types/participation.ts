import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf } from '../connections.ts';
import { Harm, ParticipationRole, Standing } from '../enums.ts';
import { oneOf, reference, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { MeasureFilter } from './measure.ts';
import { inFileOrder } from '../orders.ts';

export const Participation = builder.prismaNode('Participation', {
  ...asNode('Participation'),
  fields: (t) => ({
    role: t.expose('role', { type: ParticipationRole }),
    label: t.exposeString('label', { nullable: true }),
    capacity: t.exposeString('capacity', { nullable: true }),
    harm: t.expose('harm', { type: Harm, nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    event: t.relation('event'),
    actor: t.relation('actor'),
    measures: t.relation('measures', { query: { orderBy: inFileOrder } }),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const ParticipationFilter = filterInput(
  'Participation',
  'Conditions on participation records: all of them have to hold.',
  {
    role: oneOf(ParticipationRole),
    label: text,
    capacity: text,
    harm: oneOf(Harm),
    standing: oneOf(Standing),
    event: reference,
    actor: reference,
    measures: some(() => MeasureFilter),
    citations: some(() => CitationFilter),
  },
);
export const ParticipationConnection = connectionOf('Participation', Participation);
