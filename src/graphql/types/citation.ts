import { Asset, Group, Organization, Person, State } from './actor.ts';
import { builder } from '../builder.ts';
import { Claim } from './claim.ts';
import { ClaimLink, ClaimLinkFilter } from './claimLink.ts';
import { connectionOf } from '../connections.ts';
import { Document } from './document.ts';
import { CitationRelation, Fidelity, Standing } from '../enums.ts';
import { Event } from './event.ts';
import { EventLink, EventLinkFilter } from './eventLink.ts';
import { one, oneOf, reference, text } from '../conditions.ts';
import { filterInput, subject } from '../filters.ts';
import { asNode } from '../ids.ts';
import { Item, ItemFilter } from './item.ts';
import { LegalAction } from './legalAction.ts';
import { LegalLink, LegalLinkFilter } from './legalLink.ts';
import { LegalParty, LegalPartyFilter } from './legalParty.ts';
import { LegalStatus, LegalStatusFilter } from './legalStatus.ts';
import { LegalTerm, LegalTermFilter } from './legalTerm.ts';
import { Measure, MeasureFilter } from './measure.ts';
import { Name, NameFilter } from './name.ts';
import { Participation, ParticipationFilter } from './participation.ts';
import { PassageFilter } from './passage.ts';
import { Place } from './place.ts';
import { Position, PositionFilter } from './position.ts';
import { Relationship, RelationshipFilter } from './relationship.ts';
import { Statement } from './statement.ts';
import { subjectOf, subjectUnion } from '../subjects.ts';

const arc = {
  document: 'Document',
  actor: 'Actor',
  name: 'Name',
  relationship: 'Relationship',
  place: 'Place',
  event: 'Event',
  participation: 'Participation',
  item: 'Item',
  measure: 'Measure',
  eventLink: 'EventLink',
  statement: 'Statement',
  claim: 'Claim',
  position: 'Position',
  claimLink: 'ClaimLink',
  legalAction: 'LegalAction',
  legalParty: 'LegalParty',
  legalStatus: 'LegalStatus',
  legalTerm: 'LegalTerm',
  legalLink: 'LegalLink',
} as const;
const CitationSubject = subjectUnion('CitationSubject', 'The record that the passage bears on.', () => [
  Document,
  Person,
  Organization,
  State,
  Group,
  Asset,
  Name,
  Relationship,
  Place,
  Event,
  Participation,
  Item,
  Measure,
  EventLink,
  Statement,
  Claim,
  Position,
  ClaimLink,
  LegalAction,
  LegalParty,
  LegalStatus,
  LegalTerm,
  LegalLink,
]);

const Citation = builder.prismaNode('Citation', {
  ...asNode('Citation'),
  fields: (t) => ({
    case: t.relation('case'),
    relation: t.expose('relation', { type: CitationRelation }),
    fidelity: t.expose('fidelity', { type: Fidelity }),
    field: t.exposeString('field', { nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    note: t.exposeString('note', { nullable: true }),
    passage: t.relation('passage'),
    subject: t.field(subjectOf(CitationSubject, arc, 'The record that the passage bears on.')),
  }),
});

export const CitationFilter = filterInput('Citation', 'Conditions on citation records: all of them have to hold.', {
  case: reference,
  relation: oneOf(CitationRelation),
  fidelity: oneOf(Fidelity),
  field: text,
  standing: oneOf(Standing),
  note: text,
  passage: one(() => PassageFilter),
  subject: subject('CitationSubject', {
    document: reference,
    actor: reference,
    name: one(() => NameFilter),
    relationship: one(() => RelationshipFilter),
    place: reference,
    event: reference,
    participation: one(() => ParticipationFilter),
    item: one(() => ItemFilter),
    measure: one(() => MeasureFilter),
    eventLink: one(() => EventLinkFilter),
    statement: reference,
    claim: reference,
    position: one(() => PositionFilter),
    claimLink: one(() => ClaimLinkFilter),
    legalAction: reference,
    legalParty: one(() => LegalPartyFilter),
    legalStatus: one(() => LegalStatusFilter),
    legalTerm: one(() => LegalTermFilter),
    legalLink: one(() => LegalLinkFilter),
  }),
});
export const CitationConnection = connectionOf('Citation', Citation);
