// What a record shows of those that refer to it, under the names of operations.ts.
import { stored } from '../generate/text.ts';
import type { Entry } from '../generate/draw.ts';

/** The lists of a generated case file. */
export type Content = Record<
  'documents' | 'places' | 'actors' | 'events' | 'claims' | 'legalActions' | 'statements',
  Entry[]
>;

const list = (entry: Entry, field: string) => (entry[field] ?? []) as Entry[];

/** The slugs of the entries whose `field` is the slug, or has it. */
function naming(entries: readonly Entry[], field: string, slug: unknown): unknown[] {
  return entries.filter((entry) => [entry[field]].flat().includes(slug)).map((entry) => entry['slug']);
}

/** The parts in `field` of all entries whose `end` is the slug: what they tell, and their owner under the name `owner`. */
function parts(entries: readonly Entry[], field: string, end: string, slug: unknown, tell: string, owner: string) {
  return entries.flatMap((entry) =>
    list(entry, field)
      .filter((part) => part[end] === slug)
      .map((part) => ({ [tell]: part[tell], [owner]: entry['slug'] })),
  );
}

const claimsOf = (file: Content, subject: string, slug: unknown) =>
  file.claims.filter((claim) => (claim['subject'] as Entry)[subject] === slug).map((claim) => claim['slug']);

export function otherEnds(file: Content, of: string, { slug, passages }: Entry): Entry {
  const { documents, places, actors, events, claims, legalActions, statements } = file;
  switch (of) {
    case 'documents':
      return {
        seenDerivations: parts(documents, 'derivedFrom', 'to', slug, 'kind', 'from'),
        passages: ((passages ?? []) as Entry[]).map((passage) => ({
          ...storedFields(passage),
          ...citedBy(file, slug, passage),
        })),
      };
    case 'places':
      return {
        seenChildren: naming(places, 'parent', slug),
        seenEvents: naming(events, 'place', slug),
        seenLegalActions: naming(legalActions, 'place', slug),
        seenResidences: parts(actors, 'residences', 'place', slug, 'place', 'actor'),
      };
    case 'actors':
      return {
        seenIncomingRelationships: parts(actors, 'relationships', 'to', slug, 'kind', 'from'),
        seenParticipations: parts(events, 'participations', 'actor', slug, 'role', 'event'),
        seenLegalParties: parts(legalActions, 'parties', 'actor', slug, 'role', 'legalAction'),
        seenClaims: claimsOf(file, 'actor', slug),
        seenDocumentsPublished: naming(documents, 'publisherActor', slug),
        seenHeldResponsibleIn: naming(claims, 'holdsResponsible', slug),
        seenClaimsMentioning: naming(claims, 'mentions', slug),
        seenMentions: naming(statements, 'actors', slug),
        seenStatements: naming(statements, 'speakers', slug),
        seenStatementsOnBehalf: naming(statements, 'onBehalfOf', slug),
        seenStatementsReceived: naming(statements, 'addressees', slug),
      };
    case 'events':
      return {
        seenIncomingLinks: parts(events, 'links', 'to', slug, 'kind', 'from'),
        seenItemsFound: events
          .flatMap((event) => list(event, 'items'))
          .filter(({ foundAt }) => foundAt === slug)
          .map(({ name }) => ({ name: stored(name) })),
        seenChildren: naming(events, 'parent', slug),
        seenClaims: claimsOf(file, 'event', slug),
        seenLegalActions: legalActions
          .filter((action) => list(action, 'grounds').some(({ event }) => event === slug))
          .map((action) => action['slug']),
        seenLegalGrounds: parts(legalActions, 'grounds', 'event', slug, 'event', 'legalAction'),
        seenStatements: naming(statements, 'events', slug),
        seenStatementsMade: naming(statements, 'occasion', slug),
      };
    case 'claims':
      return {
        seenIncomingLinks: parts(claims, 'links', 'to', slug, 'kind', 'from'),
        seenPositions: parts(statements, 'positions', 'claim', slug, 'stance', 'statement'),
      };
    case 'legalActions':
      return {
        seenIncomingLinks: parts(legalActions, 'links', 'to', slug, 'kind', 'from'),
        seenClaims: claimsOf(file, 'legalAction', slug),
        seenStatements: naming(statements, 'legalActions', slug),
      };
    default:
      return { seenReports: naming(statements, 'reportedIn', slug) };
  }
}

/** How many citations in the whole file point to a passage. */
function citedBy(file: Content, document: unknown, { number }: Entry): Entry {
  const only = file.documents[0]?.['slug'];
  let totalCount = 0;
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'citations')
        totalCount += (inner as Entry[]).filter(
          (one) => one['passage'] === number && (one['document'] ?? only) === document,
        ).length;
      walk(inner);
    }
  };
  walk(file);
  return { citations: { totalCount } };
}

const storedFields = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, stored(value)]));
