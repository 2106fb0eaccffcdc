import { Asset, Group, Organization, Person, State } from './actor.ts';
import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { MeasureKind, Standing } from '../enums.ts';
import { Event } from './event.ts';
import { one, oneOf, reference, some, text } from '../conditions.ts';
import { filterInput, subject } from '../filters.ts';
import { asNode } from '../ids.ts';
import { LegalAction } from './legalAction.ts';
import { inFileOrder } from '../orders.ts';
import { Participation, ParticipationFilter } from './participation.ts';
import { subjectOf, subjectUnion } from '../subjects.ts';

const arc = { event: 'Event', legalAction: 'LegalAction', participation: 'Participation', actor: 'Actor' } as const;
const MeasureSubject = subjectUnion('MeasureSubject', 'What the number belongs to.', () => [
  Event,
  LegalAction,
  Participation,
  Person,
  Organization,
  State,
  Group,
  Asset,
]);

export const Measure = builder.prismaNode('Measure', {
  ...asNode('Measure'),
  fields: (t) => ({
    kind: t.expose('kind', { type: MeasureKind }),
    label: t.exposeString('label', { nullable: true }),
    lower: t.exposeFloat('lower', { nullable: true }),
    upper: t.exposeFloat('upper', { nullable: true }),
    approximate: t.exposeBoolean('approximate'),
    unit: t.exposeString('unit', { nullable: true }),
    verbatim: t.exposeString('verbatim', { nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
    subject: t.field(subjectOf(MeasureSubject, arc, 'What the number belongs to.')),
  }),
});

export const MeasureFilter = filterInput('Measure', 'Conditions on measure records: all of them have to hold.', {
  kind: oneOf(MeasureKind),
  label: text,
  unit: text,
  verbatim: text,
  standing: oneOf(Standing),
  citations: some(() => CitationFilter),
  subject: subject('MeasureSubject', {
    event: reference,
    legalAction: reference,
    participation: one(() => ParticipationFilter),
    actor: reference,
  }),
});
