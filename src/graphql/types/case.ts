import { ActorConnection, ActorFilter, ActorOrder } from './actor.ts';
import { builder } from '../builder.ts';
import { ClaimConnection, ClaimFilter } from './claim.ts';
import { connectionOf, related } from '../connections.ts';
import { DocumentConnection, DocumentFilter } from './document.ts';
import { EventConnection, EventFilter, EventOrder } from './event.ts';
import { slug, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { LegalActionConnection, LegalActionFilter, LegalActionOrder } from './legalAction.ts';
import { slugOrder } from '../orders.ts';
import { PlaceConnection, PlaceFilter, PlaceOrder } from './place.ts';
import { rootFields } from '../roots.ts';
import { StatementConnection, StatementFilter, StatementOrder } from './statement.ts';

const Case = builder.prismaNode('Case', {
  ...asNode('Case'),
  fields: (t) => ({
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    summary: t.exposeString('summary'),
    revision: t.exposeString('revision'),
    loadedAt: t.expose('loadedAt', { type: 'DateTime' }),
    actors: t.relatedConnection(
      'actors',
      related('Case', 'actors', { filter: ActorFilter, order: ActorOrder }),
      ...ActorConnection,
    ),
    places: t.relatedConnection(
      'places',
      related('Case', 'places', { filter: PlaceFilter, order: PlaceOrder }),
      ...PlaceConnection,
    ),
    documents: t.relatedConnection(
      'documents',
      related('Case', 'documents', { filter: DocumentFilter, order: slugOrder }),
      ...DocumentConnection,
    ),
    events: t.relatedConnection(
      'events',
      related('Case', 'events', { filter: EventFilter, order: EventOrder }),
      ...EventConnection,
    ),
    statements: t.relatedConnection(
      'statements',
      related('Case', 'statements', { filter: StatementFilter, order: StatementOrder }),
      ...StatementConnection,
    ),
    claims: t.relatedConnection(
      'claims',
      related('Case', 'claims', { filter: ClaimFilter, order: slugOrder }),
      ...ClaimConnection,
    ),
    legalActions: t.relatedConnection(
      'legalActions',
      related('Case', 'legalActions', { filter: LegalActionFilter, order: LegalActionOrder }),
      ...LegalActionConnection,
    ),
  }),
});

export const CaseFilter = filterInput('Case', 'Conditions on case records: all of them have to hold.', {
  slug,
  title: text,
  summary: text,
  revision: text,
  actors: some(() => ActorFilter),
  places: some(() => PlaceFilter),
  documents: some(() => DocumentFilter),
  events: some(() => EventFilter),
  statements: some(() => StatementFilter),
  claims: some(() => ClaimFilter),
  legalActions: some(() => LegalActionFilter),
});
export const CaseConnection = connectionOf('Case', Case);

rootFields('case', 'cases', Case, 'Case', { filter: CaseFilter, order: slugOrder }, CaseConnection);
