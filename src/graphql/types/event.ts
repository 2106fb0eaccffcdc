import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { ClaimConnection, ClaimFilter } from './claim.ts';
import { connectionOf, related } from '../connections.ts';
import { EventKind, Outcome, Standing } from '../enums.ts';
import { EventLinkConnection, EventLinkFilter } from './eventLink.ts';
import { oneOf, reference, slug, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { date } from '../dateFilter.ts';
import { fuzzyDate } from './fuzzyDate.ts';
import { asNode } from '../ids.ts';
import { ItemFilter } from './item.ts';
import { LegalActionConnection, LegalActionFilter, LegalActionOrder } from './legalAction.ts';
import { MeasureFilter } from './measure.ts';
import { NameFilter } from './name.ts';
import { fileOrder, inFileOrder, orderInput, slugOrder, stableOrder } from '../orders.ts';
import { ParticipationConnection, ParticipationFilter } from './participation.ts';
import { rootFields } from '../roots.ts';
import { StatementConnection, StatementFilter, StatementOrder } from './statement.ts';

export const Event = builder.prismaNode('Event', {
  ...asNode('Event'),
  fields: (t) => ({
    case: t.relation('case'),
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    summary: t.exposeString('summary'),
    kind: t.expose('kind', { type: EventKind }),
    label: t.exposeString('label', { nullable: true }),
    outcome: t.expose('outcome', { type: Outcome }),
    standing: t.expose('standing', { type: Standing }),
    date: t.field(fuzzyDate('Event', 'date')),
    place: t.relation('place', { nullable: true }),
    parent: t.relation('parent', { nullable: true }),
    children: t.relatedConnection(
      'children',
      related('Event', 'children', { filter: EventFilter, order: EventOrder }),
      ...EventConnection,
    ),
    names: t.relation('names', { query: { orderBy: inFileOrder } }),
    participations: t.relatedConnection(
      'participations',
      related('Event', 'participations', { filter: ParticipationFilter, order: fileOrder }),
      ...ParticipationConnection,
    ),
    items: t.relation('items', { query: { orderBy: inFileOrder } }),
    itemsFound: t.relation('itemsFound', { query: { orderBy: inFileOrder } }),
    measures: t.relation('measures', { query: { orderBy: inFileOrder } }),
    links: t.relation('links', { query: { orderBy: inFileOrder } }),
    incomingLinks: t.relatedConnection(
      'incomingLinks',
      related('Event', 'incomingLinks', { filter: EventLinkFilter, order: stableOrder }),
      ...EventLinkConnection,
    ),
    statements: t.relatedConnection(
      'statements',
      related('Event', 'statements', { filter: StatementFilter, order: StatementOrder }),
      ...StatementConnection,
    ),
    statementsMade: t.relatedConnection(
      'statementsMade',
      related('Event', 'statementsMade', { filter: StatementFilter, order: StatementOrder }),
      ...StatementConnection,
    ),
    legalActions: t.relatedConnection(
      'legalActions',
      related('Event', 'legalActions', { filter: LegalActionFilter, order: LegalActionOrder }),
      ...LegalActionConnection,
    ),
    claims: t.relatedConnection(
      'claims',
      related('Event', 'claims', { filter: ClaimFilter, order: slugOrder }),
      ...ClaimConnection,
    ),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const EventFilter = filterInput('Event', 'Conditions on event records: all of them have to hold.', {
  case: reference,
  slug,
  title: text,
  summary: text,
  kind: oneOf(EventKind),
  label: text,
  outcome: oneOf(Outcome),
  standing: oneOf(Standing),
  date,
  place: reference,
  parent: reference,
  children: some(() => EventFilter),
  names: some(() => NameFilter),
  participations: some(() => ParticipationFilter),
  items: some(() => ItemFilter),
  itemsFound: some(() => ItemFilter),
  measures: some(() => MeasureFilter),
  links: some(() => EventLinkFilter),
  incomingLinks: some(() => EventLinkFilter),
  statements: some(() => StatementFilter),
  statementsMade: some(() => StatementFilter),
  legalActions: some(() => LegalActionFilter),
  claims: some(() => ClaimFilter),
  citations: some(() => CitationFilter),
});
export const EventOrder = orderInput('Event', ['DATE', 'TITLE']);
export const EventConnection = connectionOf('Event', Event);

rootFields('event', 'events', Event, 'Event', { filter: EventFilter, order: EventOrder }, EventConnection);
