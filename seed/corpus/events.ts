import { cite, dateOf, type Entry, slugOf, words } from './parts.ts';
import { type Random } from './random.ts';
import { actorIn, placeIn } from './shared.ts';

/** The synthetic events of a case, with who took part. */
export function eventsOf(random: Random, caseNumber: number, count: number): Entry[] {
  return Array.from({ length: count }, (_, index) => ({
    slug: slugOf('event', index, caseNumber),
    title: `Event ${words(random, 2 + random.below(4))}`,
    summary: `It is synthetic: ${words(random, 8 + random.below(30))}.`,
    kind: random.of(['GATHERING', 'ATTACK', 'KILLING', 'STOP', 'SUMMONS', 'VISIT', 'DECLARATION', 'TRANSACTION']),
    outcome: random.of(['PLANNED', 'ATTEMPTED', 'FOILED', 'FAILED', 'COMPLETED', 'COMPLETED', 'UNKNOWN']),
    ...dateOf(random),
    ...(random.chance(0.8) && { place: placeIn(random, caseNumber) }),
    ...(index > 0 && random.chance(0.2) && { parent: slugOf('event', random.below(index), caseNumber) }),
    ...(random.chance(0.3) && {
      names: [{ value: words(random, 3), kind: 'DESCRIPTION', citations: cite(random) }],
    }),
    participations: participationsOf(random, caseNumber),
    ...(random.chance(0.3) && { items: [itemOf(random)] }),
    ...(random.chance(0.4) && { measures: [measureOf(random, ['ATTENDANCE', 'KILLED', 'INJURED', 'DETAINED'])] }),
    ...(index > 0 && {
      links: [
        {
          kind: random.of(['TARGETS', 'RESPONDS_TO', 'CAUSED_BY', 'PRECEDES', 'CONTEXT_FOR', 'RELATED_TO']),
          to: slugOf('event', random.below(index), caseNumber),
          citations: cite(random),
        },
      ],
    }),
    citations: cite(random),
  }));
}

const roles = [
  ...['HOST', 'SPEAKER', 'ATTENDEE', 'SUSPECT', 'SUSPECT', 'TARGET', 'VICTIM', 'AUTHORITY'],
  ...['ORGANISER', 'RECRUITER', 'FACILITATOR', 'INTERMEDIARY'],
];

function participationsOf(random: Random, caseNumber: number): Entry[] {
  return random
    .distinct(1 + random.below(6), () => actorIn(random, caseNumber))
    .map((actor) => {
      const role = random.of(roles);
      return {
        actor,
        role,
        ...(random.chance(0.3) && { capacity: `former ${words(random, 2)}` }),
        ...(role === 'VICTIM' && { harm: random.of(['KILLED', 'INJURED', 'DETAINED', 'UNHARMED']) }),
        citations: cite(random, role === 'SUSPECT' ? random.of(['ALLEGED', 'ALLEGED', 'CHARGED']) : 'REPORTED'),
      };
    });
}

const itemOf = (random: Random): Entry => ({
  name: words(random, 1),
  quantity: 1 + random.below(900),
  unit: random.of(['gram', 'litre', 'piece']),
  role: random.of(['WEAPON', 'EVIDENCE']),
  citations: cite(random),
});

/** A number that is "more than", "up to", or both. */
export function measureOf(random: Random, kinds: readonly string[]): Entry {
  const kind = random.of(kinds);
  return {
    kind,
    ...(kind === 'SENTENCE' && random.chance(0.2) ? { unit: 'LIFE' } : boundsOf(random, kind)),
    approximate: random.chance(0.4),
    citations: cite(random),
  };
}

function boundsOf(random: Random, kind: string): Entry {
  const lower = 1 + random.below(5000);
  return {
    lower,
    ...(kind === 'FINE' && { unit: 'EUR' }),
    ...(kind === 'SENTENCE' && { unit: 'D' }),
    ...(random.chance(0.6) && { upper: lower + random.below(3) * 100 }),
  };
}
