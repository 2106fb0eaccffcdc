// What the cases of a corpus share: actors and places. Each case describes some and refers to those of the cases before it,
// to a few of them very often.
import { cite, citeDrawn, dateOf, type Entry, slugOf, words } from './parts.ts';
import { type Random } from './random.ts';

/** How many of them each case describes. */
const ACTORS = 12;
const PLACES = 4;

/** The kinds of actors, in the order in which they follow each other. */
const kinds = [
  ...Array.from({ length: 11 }, () => 'PERSON'),
  ...['ORGANIZATION', 'ORGANIZATION', 'ORGANIZATION', 'ORGANIZATION', 'STATE', 'GROUP', 'GROUP', 'ASSET'],
];
const kindAt = (actor: number) => kinds[actor % kinds.length] as string;

const indexOf = (slug: string) => Number(slug.split('-').at(-1));

/** @returns the kind of the actor with this slug. */
export const kindOf = (slug: string) => kindAt(indexOf(slug));

/** @returns the slug of an actor that is described by now: of an early one far more often than of a late one. */
export function actorIn(random: Random, caseNumber: number, canAct = true): string {
  const actor = random.rank((caseNumber + 1) * ACTORS);
  return slugOf('actor', canAct && kindAt(actor) === 'ASSET' ? actor - 1 : actor);
}

/** @returns the slug of a place that is described by now. */
export const placeIn = (random: Random, caseNumber: number) => slugOf('place', random.rank((caseNumber + 1) * PLACES));

export function actorsOf(random: Random, caseNumber: number): Entry[] {
  return Array.from({ length: ACTORS }, (_, index) => {
    const actor = caseNumber * ACTORS + index;
    const kind = kindAt(actor);
    const isNamed = random.chance(0.8);
    const title = `Actor ${actor} ${words(random, 1)}`;
    return {
      slug: slugOf('actor', actor),
      kind,
      ...(isNamed ? {} : { name: title }),
      description: `A synthetic ${kind.toLowerCase()}: ${words(random, 4 + random.below(12))}.`,
      ...(kind === 'PERSON' && random.chance(0.3) && { reportedAge: 20 + random.below(60), reportedAgeDate: '2020' }),
      ...(kind === 'GROUP' && random.chance(0.5) && { size: 2 + random.below(500) }),
      names: [
        ...(isNamed ? [{ value: title, kind: 'OFFICIAL', isPrimary: true, citations: cite(random) }] : []),
        {
          value: words(random, 2),
          kind: random.of(['ALIAS', 'VARIANT', 'EPITHET']),
          ...(random.chance(0.3) && { lang: random.of(['fa', 'ar', 'ru', 'sr-Latn', 'zh-Hant']) }),
          citations: cite(random),
        },
      ],
      ...relationshipsOf(random, caseNumber, actor),
      ...(random.chance(0.3) && { residences: residencesOf(random, caseNumber) }),
      citations: cite(random),
    };
  });
}

function relationshipsOf(random: Random, caseNumber: number, actor: number): Entry {
  const others = random.distinct(random.below(3), () => actorIn(random, caseNumber));
  const relationships = others
    .filter((to) => to !== slugOf('actor', actor))
    .map((to) => ({
      kind: random.of(relationshipKinds(slugOf('actor', actor), to)),
      to,
      title: words(random, 2),
      ...(random.chance(0.5) && { since: dateOf(random)['date'] ?? '2001' }),
      citations: citeDrawn(random),
    }));
  return relationships.length > 0 ? { relationships } : {};
}

/** The kinds of relationships that may lead from an actor of one kind to one of another. */
function relationshipKinds(from: string, to: string): string[] {
  const [start, end] = [kindOf(from), kindOf(to)];
  if (start === 'ASSET') return ['OWNED_BY'];
  const isBody = ['ORGANIZATION', 'STATE', 'GROUP'].includes(end);
  const isPeople = start === 'PERSON' || start === 'GROUP';
  // What is part of an actor that is described before it is never in a circle.
  const isPart = start !== 'PERSON' && end !== 'PERSON' && indexOf(to) < indexOf(from);
  return [
    'REPRESENTS',
    ...(end === 'ASSET' ? [] : ['SPEAKS_FOR']),
    ...(isBody ? ['MEMBER_OF'] : []),
    ...(isBody && isPeople ? ['HOLDS_OFFICE_IN'] : []),
    ...(isPart ? ['PART_OF'] : []),
  ];
}

const residencesOf = (random: Random, caseNumber: number): Entry[] =>
  random
    .distinct(2, () => placeIn(random, caseNumber))
    .map((place) => ({
      place,
      ...(random.chance(0.5) && { since: dateOf(random)['date'] ?? '2001' }),
      citations: cite(random),
    }));

export function placesOf(random: Random, caseNumber: number): Entry[] {
  return Array.from({ length: PLACES }, (_, index) => ({
    slug: slugOf('place', caseNumber * PLACES + index),
    name: `Place ${words(random, 1)}`,
    country: random.of(['FR', 'BE', 'DE', 'IR', 'US', 'BR', 'KE', 'JP']),
    kind: ['COUNTRY', 'REGION', 'MUNICIPALITY', 'SITE'][index],
    ...(index > 0 && { parent: slugOf('place', caseNumber * PLACES + random.below(index)) }),
    citations: cite(random),
  }));
}
