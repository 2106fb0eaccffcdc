import { builder } from '../builder.ts';
import { CitationConnection, CitationFilter } from './citation.ts';
import { connectionOf, related } from '../connections.ts';
import { PassageKind } from '../enums.ts';
import { oneOf, reference, some, text } from '../conditions.ts';
import { filterInput } from '../filters.ts';
import { asNode } from '../ids.ts';
import { stableOrder } from '../orders.ts';

const Passage = builder.prismaNode('Passage', {
  ...asNode('Passage'),
  fields: (t) => ({
    document: t.relation('document'),
    number: t.exposeInt('number'),
    paragraph: t.exposeInt('paragraph'),
    start: t.exposeInt('start'),
    end: t.exposeInt('end'),
    kind: t.expose('kind', { type: PassageKind }),
    label: t.exposeString('label', { nullable: true }),
    sha256: t.exposeString('sha256'),
    quote: t.exposeString('quote', { nullable: true }),
    text: t.exposeString('text', { nullable: true }),
    citations: t.relatedConnection(
      'citations',
      related('Passage', 'citations', { filter: CitationFilter, order: stableOrder }),
      ...CitationConnection,
    ),
  }),
});

export const PassageFilter = filterInput('Passage', 'Conditions on passage records: all of them have to hold.', {
  document: reference,
  kind: oneOf(PassageKind),
  label: text,
  sha256: text,
  quote: text,
  text: text,
  citations: some(() => CitationFilter),
});
export const PassageConnection = connectionOf('Passage', Passage);
