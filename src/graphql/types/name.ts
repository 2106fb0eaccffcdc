import { Asset, Group, Organization, Person, State } from './actor.ts';
import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { NameKind, Standing } from '../enums.ts';
import { Event } from './event.ts';
import { oneOf, reference, some, text } from '../conditions.ts';
import { filterInput, subject } from '../filters.ts';
import { asNode } from '../ids.ts';
import { inFileOrder } from '../orders.ts';
import { Place } from './place.ts';
import { subjectOf, subjectUnion } from '../subjects.ts';

const arc = { actor: 'Actor', event: 'Event', place: 'Place' } as const;
const NameSubject = subjectUnion('NameSubject', 'Who or what bears the name.', () => [
  Person,
  Organization,
  State,
  Group,
  Asset,
  Event,
  Place,
]);

export const Name = builder.prismaNode('Name', {
  ...asNode('Name'),
  fields: (t) => ({
    value: t.exposeString('value'),
    kind: t.expose('kind', { type: NameKind }),
    isPrimary: t.exposeBoolean('isPrimary'),
    standing: t.expose('standing', { type: Standing }),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
    subject: t.field(subjectOf(NameSubject, arc, 'Who or what bears the name.')),
  }),
});

export const NameFilter = filterInput('Name', 'Conditions on name records: all of them have to hold.', {
  value: text,
  kind: oneOf(NameKind),
  standing: oneOf(Standing),
  citations: some(() => CitationFilter),
  subject: subject('NameSubject', { actor: reference, event: reference, place: reference }),
});
