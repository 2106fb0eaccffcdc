import { builder } from '../builder.ts';
import { CaseConnection, CaseFilter } from './case.ts';
import { CitationFilter } from './citation.ts';
import { connectionOf, related } from '../connections.ts';
import { DocumentKind } from '../enums.ts';
import { declaredBy, oneOf, slug, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { date } from '../dateFilter.ts';
import { fuzzyDate } from './fuzzyDate.ts';
import { asNode } from '../ids.ts';
import { inFileOrder, numberOrder, slugOrder } from '../orders.ts';
import { PassageConnection, PassageFilter } from './passage.ts';
import { rootFields } from '../roots.ts';

export const Document = builder.prismaNode('Document', {
  ...asNode('Document'),
  fields: (t) => ({
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    kind: t.expose('kind', { type: DocumentKind }),
    label: t.exposeString('label', { nullable: true }),
    language: t.exposeString('language', { nullable: true }),
    published: t.field(fuzzyDate('Document', 'published')),
    publisher: t.exposeString('publisher', { nullable: true }),
    url: t.exposeString('url', { nullable: true }),
    sha256: t.exposeString('sha256'),
    codePoints: t.exposeInt('codePoints'),
    cases: t.relatedConnection(
      'cases',
      related('Document', 'cases', { filter: CaseFilter, order: slugOrder }),
      ...CaseConnection,
    ),
    passages: t.relatedConnection(
      'passages',
      related('Document', 'passages', { filter: PassageFilter, order: numberOrder }),
      ...PassageConnection,
    ),
    citations: t.relation('citations', { query: { orderBy: inFileOrder } }),
  }),
});

export const DocumentFilter = filterInput('Document', 'Conditions on document records: all of them have to hold.', {
  slug,
  title: text,
  kind: oneOf(DocumentKind),
  label: text,
  language: text,
  published: date,
  publisher: text,
  url: text,
  sha256: text,
  cases: some(() => CaseFilter),
  passages: some(() => PassageFilter),
  citations: some(() => CitationFilter),
  case: declaredBy,
});
export const DocumentConnection = connectionOf('Document', Document);

rootFields(
  'document',
  'documents',
  Document,
  'Document',
  { filter: DocumentFilter, order: slugOrder },
  DocumentConnection,
);
