import { builder } from '../builder.ts';
import { CitationFilter } from './citation.ts';
import { ClaimConnection, ClaimFilter } from './claim.ts';
import { connectionOf, related } from '../connections.ts';
import { LegalActionKind, LegalStatusKind, Standing } from '../enums.ts';
import { EventConnection, EventFilter, EventOrder } from './event.ts';
import { oneOf, reference, slug, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { date } from '../dateFilter.ts';
import { fuzzyDate } from './fuzzyDate.ts';
import { asNode } from '../ids.ts';
import { LegalLinkConnection, LegalLinkFilter } from './legalLink.ts';
import { LegalPartyFilter } from './legalParty.ts';
import { LegalStatusFilter } from './legalStatus.ts';
import { LegalTermFilter } from './legalTerm.ts';
import { MeasureFilter } from './measure.ts';
import { inFileOrder, orderInput, slugOrder, stableOrder } from '../orders.ts';
import { rootFields } from '../roots.ts';
import { StatementConnection, StatementFilter, StatementOrder } from './statement.ts';

export const LegalAction = builder.prismaNode('LegalAction', {
  ...asNode('LegalAction'),
  fields: (t) => ({
    case: t.relation('case'),
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    summary: t.exposeString('summary'),
    kind: t.expose('kind', { type: LegalActionKind }),
    label: t.exposeString('label', { nullable: true }),
    offences: t.exposeStringList('offences'),
    reason: t.exposeString('reason', { nullable: true }),
    legalBases: t.exposeStringList('legalBases'),
    reference: t.exposeString('reference', { nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    date: t.field(fuzzyDate('LegalAction', 'date')),
    dateOf: t.expose('dateOf', { type: LegalStatusKind, nullable: true }),
    place: t.relation('place', { nullable: true }),
    events: t.relatedConnection(
      'events',
      related('LegalAction', 'events', { filter: EventFilter, order: EventOrder }),
      ...EventConnection,
    ),
    parties: t.relation('parties', { query: { orderBy: inFileOrder } }),
    statuses: t.relation('statuses', { query: { orderBy: inFileOrder } }),
    terms: t.relation('terms', { query: { orderBy: inFileOrder } }),
    measures: t.relation('measures', { query: { orderBy: inFileOrder } }),
    links: t.relation('links', { query: { orderBy: inFileOrder } }),
    incomingLinks: t.relatedConnection(
      'incomingLinks',
      related('LegalAction', 'incomingLinks', { filter: LegalLinkFilter, order: stableOrder }),
      ...LegalLinkConnection,
    ),
    statements: t.relatedConnection(
      'statements',
      related('LegalAction', 'statements', { filter: StatementFilter, order: StatementOrder }),
      ...StatementConnection,
    ),
    claims: t.relatedConnection(
      'claims',
      related('LegalAction', 'claims', { filter: ClaimFilter, order: slugOrder }),
      ...ClaimConnection,
    ),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const LegalActionFilter = filterInput(
  'LegalAction',
  'Conditions on legal action records: all of them have to hold.',
  {
    case: reference,
    slug,
    title: text,
    summary: text,
    kind: oneOf(LegalActionKind),
    label: text,
    reason: text,
    reference: text,
    standing: oneOf(Standing),
    date,
    dateOf: oneOf(LegalStatusKind),
    place: reference,
    events: some(() => EventFilter),
    parties: some(() => LegalPartyFilter),
    statuses: some(() => LegalStatusFilter),
    terms: some(() => LegalTermFilter),
    measures: some(() => MeasureFilter),
    links: some(() => LegalLinkFilter),
    incomingLinks: some(() => LegalLinkFilter),
    statements: some(() => StatementFilter),
    claims: some(() => ClaimFilter),
    citations: some(() => CitationFilter),
  },
);
export const LegalActionOrder = orderInput('LegalAction', ['DATE', 'TITLE']);
export const LegalActionConnection = connectionOf('LegalAction', LegalAction);

rootFields(
  'legalAction',
  'legalActions',
  LegalAction,
  'LegalAction',
  { filter: LegalActionFilter, order: LegalActionOrder },
  LegalActionConnection,
);
