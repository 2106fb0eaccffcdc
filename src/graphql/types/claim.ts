import { ActorFilter, Asset, Group, Organization, Person, State } from './actor.ts';
import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { ClaimLinkConnection, ClaimLinkFilter } from './claimLink.ts';
import { connectionOf, related } from '../connections.ts';
import { ClaimKind, Standing } from '../enums.ts';
import { Event } from './event.ts';
import { oneOf, reference, slug, some, text } from '../conditions.ts';
import { filterInput, subject } from '../filters.ts';
import { asNode } from '../ids.ts';
import { LegalAction } from './legalAction.ts';
import { inFileOrder, slugOrder, stableOrder } from '../orders.ts';
import { PositionConnection, PositionFilter } from './position.ts';
import { rootFields } from '../roots.ts';
import { subjectOf, subjectUnion } from '../subjects.ts';

const arc = { event: 'Event', legalAction: 'LegalAction', actor: 'Actor' } as const;
const ClaimSubject = subjectUnion(
  'ClaimSubject',
  'What the claim is about: an event, a legal action or an actor.',
  () => [Event, LegalAction, Person, Organization, State, Group, Asset],
);

export const Claim = builder.prismaNode('Claim', {
  ...asNode('Claim'),
  fields: (t) => ({
    case: t.relation('case'),
    slug: t.exposeString('slug'),
    text: t.exposeString('text'),
    kind: t.expose('kind', { type: ClaimKind }),
    standing: t.expose('standing', { type: Standing }),
    holdsResponsible: t.relation('holdsResponsible', { query: { orderBy: { slug: 'asc' } } }),
    positions: t.relatedConnection(
      'positions',
      related('Claim', 'positions', { filter: PositionFilter, order: stableOrder }),
      ...PositionConnection,
    ),
    links: t.relation('links', { query: { orderBy: inFileOrder } }),
    incomingLinks: t.relatedConnection(
      'incomingLinks',
      related('Claim', 'incomingLinks', { filter: ClaimLinkFilter, order: stableOrder }),
      ...ClaimLinkConnection,
    ),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
    subject: t.field(subjectOf(ClaimSubject, arc, 'What the claim is about: an event, a legal action or an actor.')),
  }),
});

export const ClaimFilter = filterInput('Claim', 'Conditions on claim records: all of them have to hold.', {
  case: reference,
  slug,
  text: text,
  kind: oneOf(ClaimKind),
  standing: oneOf(Standing),
  holdsResponsible: some(() => ActorFilter),
  positions: some(() => PositionFilter),
  links: some(() => ClaimLinkFilter),
  incomingLinks: some(() => ClaimLinkFilter),
  citations: some(() => CitationFilter),
  subject: subject('ClaimSubject', { event: reference, legalAction: reference, actor: reference }),
});
export const ClaimConnection = connectionOf('Claim', Claim);

rootFields('claim', 'claims', Claim, 'Claim', { filter: ClaimFilter, order: slugOrder }, ClaimConnection);
