// Cases that are valid by construction: every record type, every vocabulary, every form of date.
import fc from 'fast-check';
import * as vocabulary from '../../../src/db/generated/enums.ts';
import { date } from './dates.ts';
import { Draw, type Entry, type Told } from './draw.ts';
import { Evidences, withKeys } from './evidence.ts';
import { legalActions } from './law.ts';
import { kindsInOrder, surelyAfter, toldOf } from './order.ts';
import { participation } from './participation.ts';
import { linkList, links, maybeOf, type Slugs, someOf } from './references.ts';
import { actors, documents, labelled, measures, names, places } from './shared.ts';
import { line, prose, slug, stored, unit } from './text.ts';

/** The content of a case file, and what the API tells of each date in it, by its EDTF text. */
export interface GeneratedCase {
  content: Record<string, unknown>;
  dates: ReadonlyMap<string, Told>;
}

export const validCases = fc.gen().map((gen): GeneratedCase => {
  const draw = new Draw(gen);
  const { list, sources } = documents(draw);
  const evidence = new Evidences(draw, sources);
  const placeList = places(draw, evidence);
  const placeSlugs = placeList.map((place) => String(place['slug']));
  const actorList = actors(draw, evidence, placeSlugs);
  const several = (type: string) => draw.list(0, 3, (index) => slug(draw, type, index));
  const slugs: Slugs = {
    actors: actorList.all,
    kinds: actorList.kinds,
    acting: actorList.acting,
    places: placeSlugs,
    events: several('event'),
    claims: several('claim'),
    legalActions: several('law'),
    statements: several('statement'),
  };
  const content = {
    case: { slug: 'generated', title: line(draw), summary: prose(draw) },
    documents: list.map((document, index) => ({
      ...document,
      ...maybeOf(draw, 'publisherActor', slugs.actors),
      ...madeFrom(draw, evidence, list.slice(index + 1)),
      citations: evidence.ofDocument(['published', 'title', 'publisherActor']),
    })),
    places: placeList,
    actors: actorList.list,
    events: events(draw, evidence, slugs),
    claims: claims(draw, evidence, slugs),
    legalActions: legalActions(draw, evidence, slugs),
    statements: statements(draw, evidence, slugs),
  };
  const filled = Object.entries(content).map(([list, value]) => [
    list,
    Array.isArray(value) ? value.map(withoutEmptyLists) : value,
  ]);
  return { content: Object.fromEntries(filled) as Entry, dates: draw.dates };
});

/** The links by which one event was before the other. */
const order = { PRECEDES: 'from', CAUSED_BY: 'to', RESPONDS_TO: 'to' } as const;

/** A date for each of them, or none. */
const drawDates = (draw: Draw, slugs: readonly string[]) => slugs.map(() => draw.maybe('date', () => date(draw)));

/** Links of a document to those that it was made from: later ones of the list, so that they make no circle, and without a date. */
function madeFrom(draw: Draw, evidence: Evidences, later: readonly Entry[]): Entry {
  const undated = later.filter(({ published }) => published === undefined).map((document) => String(document['slug']));
  if (undated.length === 0) return {};
  return { derivedFrom: linkList(draw, evidence, vocabulary.DocumentLinkKind, undated) };
}

/** A list of a record that has nothing in it is left out: a file that writes it is refused. */
function withoutEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyLists);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutEmptyLists(inner)]));
}

function events(draw: Draw, evidence: Evidences, slugs: Slugs): Entry[] {
  const dates = drawDates(draw, slugs.events);
  const isAfter = (first: number, second: number) =>
    surelyAfter(toldOf(draw, dates[first]?.date), toldOf(draw, dates[second]?.date));
  const list = slugs.events.map((own, index) => ({
    ...{ slug: own, title: line(draw), summary: prose(draw) },
    ...labelled(draw, 'kind', vocabulary.EventKind),
    outcome: draw.of(Object.values(vocabulary.Outcome)),
    ...dates[index],
    ...maybeOf(draw, 'place', slugs.places),
    ...maybeOf(draw, 'parent', slugs.events.slice(0, index)),
    ...names(draw, evidence, false),
    participations: withKeys(
      draw.list(0, 3, () => participation(draw, evidence, slugs)),
      ({ actor, role }) => [actor, role],
    ),
    items: withKeys(
      draw.list(0, 2, () => ({
        ...{ name: line(draw), ...labelled(draw, 'role', vocabulary.ItemRole) },
        ...draw.maybe('quantity', () => draw.of([0, 0.5, 20])),
        ...draw.maybe('unit', () => unit(draw)),
        ...maybeOf(draw, 'foundAt', slugs.events),
        ...evidence.of('Item', ['name', 'quantity']),
      })),
      ({ name }) => [stored(name)],
    ),
    ...measures(draw, evidence),
    ...links(draw, evidence, slugs.events, index, (to) =>
      kindsInOrder(vocabulary.EventLinkKind, order, [index, to], isAfter),
    ),
    ...evidence.of('Event', ['title', 'date', 'place', 'participations']),
  }));
  return keyRelated(list);
}

/** RELATED_TO says the same from either end: a second one between two events has a key of its own. */
function keyRelated(list: Entry[]): Entry[] {
  const seen = new Set<string>();
  const withKey = (own: unknown, link: Entry) => {
    const same = (key: unknown) => JSON.stringify([...[own, link['to']].toSorted(), key]);
    const key = seen.has(same(link['key'])) ? `r${seen.size}` : link['key'];
    seen.add(same(key));
    return key === undefined ? link : { ...link, key };
  };
  return list.map(({ links: own = [], ...event }) => ({
    ...event,
    links: (own as Entry[]).map((link) => (link['kind'] === 'RELATED_TO' ? withKey(event['slug'], link) : link)),
  }));
}

function claims(draw: Draw, evidence: Evidences, slugs: Slugs): Entry[] {
  const subjects = [
    ...slugs.events.map((event) => ({ event })),
    ...slugs.legalActions.map((legalAction) => ({ legalAction })),
    ...slugs.actors.map((actor) => ({ actor })),
  ];
  return slugs.claims.map((own, index) => ({
    ...{
      slug: own,
      text: prose(draw),
      kind: draw.of(Object.values(vocabulary.ClaimKind)),
      subject: draw.of<Entry>(subjects),
    },
    ...someOf(draw, 'holdsResponsible', slugs.actors),
    ...someOf(draw, 'mentions', slugs.actors),
    ...links(draw, evidence, slugs.claims, index, (to) =>
      kindsInOrder(vocabulary.ClaimLinkKind, { REFINES: 'to' }, [index, to], () => false),
    ),
    ...evidence.of('Claim', ['text', 'subject']),
  }));
}

function statements(draw: Draw, evidence: Evidences, slugs: Slugs): Entry[] {
  const dates = drawDates(draw, slugs.statements);
  // What is reported was said before.
  const witnesses = (index: number) =>
    slugs.statements.slice(0, index).filter((_, other) => {
      return !surelyAfter(toldOf(draw, dates[index]?.date), toldOf(draw, dates[other]?.date));
    });
  return slugs.statements.map((own, index) => ({
    ...{ slug: own, summary: prose(draw), ...labelled(draw, 'medium', vocabulary.StatementMedium) },
    ...dates[index],
    ...maybeOf(draw, 'reportedIn', witnesses(index)),
    speakers: draw.some(slugs.acting, 1),
    ...maybeOf(draw, 'onBehalfOf', slugs.acting),
    ...someOf(draw, 'addressees', slugs.actors),
    ...someOf(draw, 'actors', slugs.actors),
    ...someOf(draw, 'events', slugs.events),
    ...someOf(draw, 'legalActions', slugs.legalActions),
    ...maybeOf(draw, 'occasion', slugs.events),
    positions: withKeys(
      draw.list(0, slugs.claims.length > 0 ? 2 : 0, () => ({
        ...{ claim: draw.of(slugs.claims), stance: draw.of(Object.values(vocabulary.Stance)) },
        ...evidence.of('Position', ['stance']),
      })),
      ({ claim, stance }) => [claim, stance],
    ),
    ...evidence.of('Statement', ['summary', 'date', 'speakers']),
  }));
}
