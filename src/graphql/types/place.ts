import { builder } from '../builder.ts';
import { CaseConnection, CaseFilter } from './case.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf, related } from '../connections.ts';
import { PlaceKind, Standing } from '../enums.ts';
import { EventConnection, EventFilter, EventOrder } from './event.ts';
import { declaredBy, oneOf, reference, slug, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { LegalActionConnection, LegalActionFilter, LegalActionOrder } from './legalAction.ts';
import { NameFilter } from './name.ts';
import { inFileOrder, orderInput, slugOrder } from '../orders.ts';
import { rootFields } from '../roots.ts';

export const Place = builder.prismaNode('Place', {
  ...asNode('Place'),
  fields: (t) => ({
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    named: t.exposeBoolean('named'),
    country: t.exposeString('country', { nullable: true }),
    kind: t.expose('kind', { type: PlaceKind }),
    label: t.exposeString('label', { nullable: true }),
    standing: t.expose('standing', { type: Standing }),
    parent: t.relation('parent', { nullable: true }),
    children: t.relatedConnection(
      'children',
      related('Place', 'children', { filter: PlaceFilter, order: PlaceOrder }),
      ...PlaceConnection,
    ),
    cases: t.relatedConnection(
      'cases',
      related('Place', 'cases', { filter: CaseFilter, order: slugOrder }),
      ...CaseConnection,
    ),
    names: t.relation('names', { query: { orderBy: inFileOrder } }),
    events: t.relatedConnection(
      'events',
      related('Place', 'events', { filter: EventFilter, order: EventOrder }),
      ...EventConnection,
    ),
    legalActions: t.relatedConnection(
      'legalActions',
      related('Place', 'legalActions', { filter: LegalActionFilter, order: LegalActionOrder }),
      ...LegalActionConnection,
    ),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const PlaceFilter = filterInput('Place', 'Conditions on place records: all of them have to hold.', {
  slug,
  name: text,
  country: text,
  kind: oneOf(PlaceKind),
  label: text,
  standing: oneOf(Standing),
  parent: reference,
  children: some(() => PlaceFilter),
  cases: some(() => CaseFilter),
  names: some(() => NameFilter),
  events: some(() => EventFilter),
  legalActions: some(() => LegalActionFilter),
  citations: some(() => CitationFilter),
  case: declaredBy,
});
export const PlaceOrder = orderInput('Place', ['NAME']);
export const PlaceConnection = connectionOf('Place', Place);

rootFields('place', 'places', Place, 'Place', { filter: PlaceFilter, order: PlaceOrder }, PlaceConnection);
