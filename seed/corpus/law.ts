import { measureOf } from './events.ts';
import { cite, dateOf, type Entry, slugOf, words } from './parts.ts';
import { type Random } from './random.ts';
import { actorIn, placeIn } from './shared.ts';

/** The synthetic legal actions of a case. */
export function legalActionsOf(random: Random, caseNumber: number, count: number, events: number): Entry[] {
  return Array.from({ length: count }, (_, index) => ({
    slug: slugOf('legal-action', index, caseNumber),
    title: `Legal action ${words(random, 3)}`,
    summary: `It is synthetic: ${words(random, 8 + random.below(20))}.`,
    kind: random.of([
      'ARREST',
      'DETENTION',
      'CHARGE',
      'VERDICT',
      'SENTENCE',
      'ASSET_FREEZE',
      'SANCTION',
      'EXTRADITION',
    ]),
    ...offencesOf(random),
    ...(random.chance(0.5) && { place: placeIn(random, caseNumber) }),
    grounds: random
      .distinct(1 + random.below(2), () => slugOf('event', random.below(events), caseNumber))
      .map((event) => ({ event, citations: cite(random, random.of(['REPORTED', 'ALLEGED'])) })),
    parties: random
      .distinct(1 + random.below(3), () => actorIn(random, caseNumber))
      .map((actor, place) => ({
        actor,
        role: place === 0 ? 'SUBJECT' : random.of(['AUTHORITY', 'REQUESTER', 'COUNTERPARTY', 'JUDGE']),
        ...(place === 0 && offencesOf(random)),
        citations: cite(random, place === 0 ? random.of(['CHARGED', 'ALLEGED', 'ADJUDICATED']) : 'REPORTED'),
      })),
    statuses: random
      .distinct(1 + random.below(2), () =>
        random.of(['REQUESTED', 'FILED', 'ANNOUNCED', 'ORDERED', 'CARRIED_OUT', 'DISMISSED']),
      )
      .map((status) => ({ status, ...dateOf(random), citations: cite(random) })),
    ...(random.chance(0.3) && {
      terms: [
        {
          then: words(random, 5),
          ...(random.chance(0.5) && { by: '2025' }),
          state: random.of(['PENDING', 'MET', 'MISSED', 'WAIVED']),
          citations: cite(random),
        },
      ],
    }),
    ...(random.chance(0.3) && { measures: [measureOf(random, ['CHARGE_COUNTS', 'FINE', 'SENTENCE'])] }),
    ...(index > 0 && {
      links: [
        {
          kind: random.of(['SUPERSEDES', 'REVERSES', 'ENDS', 'PART_OF', 'IMPLEMENTS', 'ANSWERS']),
          to: slugOf('legal-action', random.below(index), caseNumber),
          citations: cite(random),
        },
      ],
    }),
    citations: cite(random),
  }));
}

function offencesOf(random: Random): Entry {
  const offences = random.distinct(random.below(3), () => words(random, 2));
  return offences.length > 0 ? { offences } : {};
}
