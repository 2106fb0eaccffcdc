import { Actor, ActorConnection, ActorFilter, ActorOrder } from './actor.ts';
import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf, related } from '../connections.ts';
import { documentation } from '../documentation.ts';
import { Standing, StatementMedium } from '../enums.ts';
import { EventConnection, EventFilter, EventOrder } from './event.ts';
import { oneOf, reference, slug, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { date } from '../dateFilter.ts';
import { fuzzyDate } from './fuzzyDate.ts';
import { asNode } from '../ids.ts';
import { LegalActionConnection, LegalActionFilter, LegalActionOrder } from './legalAction.ts';
import { inFileOrder, orderInput } from '../orders.ts';
import { PositionFilter } from './position.ts';
import { rootFields } from '../roots.ts';

export const Statement = builder.prismaNode('Statement', {
  ...asNode('Statement'),
  fields: (t) => ({
    case: t.relation('case'),
    slug: t.exposeString('slug'),
    summary: t.exposeString('summary'),
    medium: t.expose('medium', { type: StatementMedium }),
    label: t.exposeString('label', { nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    date: t.field(fuzzyDate('Statement', 'date')),
    speakers: t.field({
      type: [Actor],
      description: documentation('Statement', 'speakers'),
      select: (_args, _context, nested) => ({
        speakerOrder: { orderBy: { ordinal: 'asc' }, select: { actor: nested(true) } },
      }),
      resolve: ({ speakerOrder }) => speakerOrder.map(({ actor }) => actor) as never,
    }),
    onBehalfOf: t.relation('onBehalfOf', { nullable: true }),
    addressees: t.relation('addressees', { query: { orderBy: { slug: 'asc' } } }),
    actors: t.relatedConnection(
      'actors',
      related('Statement', 'actors', { filter: ActorFilter, order: ActorOrder }),
      ...ActorConnection,
    ),
    events: t.relatedConnection(
      'events',
      related('Statement', 'events', { filter: EventFilter, order: EventOrder }),
      ...EventConnection,
    ),
    legalActions: t.relatedConnection(
      'legalActions',
      related('Statement', 'legalActions', { filter: LegalActionFilter, order: LegalActionOrder }),
      ...LegalActionConnection,
    ),
    reportedIn: t.relation('reportedIn', { nullable: true }),
    reports: t.relatedConnection(
      'reports',
      related('Statement', 'reports', { filter: StatementFilter, order: StatementOrder }),
      ...StatementConnection,
    ),
    occasion: t.relation('occasion', { nullable: true }),
    positions: t.relation('positions', { query: { orderBy: inFileOrder } }),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const StatementFilter = filterInput('Statement', 'Conditions on statement records: all of them have to hold.', {
  case: reference,
  slug,
  summary: text,
  medium: oneOf(StatementMedium),
  label: text,
  standing: oneOf(Standing),
  date,
  speakers: some(() => ActorFilter),
  onBehalfOf: reference,
  addressees: some(() => ActorFilter),
  actors: some(() => ActorFilter),
  events: some(() => EventFilter),
  legalActions: some(() => LegalActionFilter),
  reportedIn: reference,
  reports: some(() => StatementFilter),
  occasion: reference,
  positions: some(() => PositionFilter),
  citations: some(() => CitationFilter),
});
export const StatementOrder = orderInput('Statement', ['DATE']);
export const StatementConnection = connectionOf('Statement', Statement);

rootFields(
  'statement',
  'statements',
  Statement,
  'Statement',
  { filter: StatementFilter, order: StatementOrder },
  StatementConnection,
);
