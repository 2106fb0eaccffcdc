import { parseDate } from '../../src/domain/dates.ts';
import { legalDate } from '../../src/domain/legalDate.ts';
import { measureOf } from './events.ts';
import { cite, citeDrawn, dateOf, edtfOf, type Entry, isAfter, slugOf, words } from './parts.ts';
import { type Random } from './random.ts';
import { actorIn, placeIn } from './shared.ts';

/** How an action that decides may end for its subject, and the standing of that. */
const ends = {
  VERDICT: { dispositions: ['GUILTY', 'GUILTY', 'NOT_GUILTY'], standing: 'ADJUDICATED' },
  JUDGMENT: { dispositions: ['LIABLE', 'FOR', 'AGAINST'], standing: 'ADJUDICATED' },
  PLEA: { dispositions: ['GUILTY', 'NOT_GUILTY'], standing: 'ADMITTED' },
  SETTLEMENT: { dispositions: ['LIABLE'], standing: 'REPORTED' },
} as const;

/** The synthetic legal actions of a case. */
export function legalActionsOf(random: Random, caseNumber: number, count: number, events: number): Entry[] {
  const statuses = Array.from({ length: count }, () => statusesOf(random));
  return Array.from({ length: count }, (_, index) => ({
    slug: slugOf('legal-action', index, caseNumber),
    title: `Legal action ${words(random, 3)}`,
    summary: `It is synthetic: ${words(random, 8 + random.below(20))}.`,
    ...kindAndParties(random, caseNumber),
    ...offencesOf(random),
    ...(random.chance(0.5) && { place: placeIn(random, caseNumber) }),
    grounds: random
      .distinct(1 + random.below(2), () => slugOf('event', random.below(events), caseNumber))
      .map((event) => ({ event, citations: cite(random, random.of(['REPORTED', 'ALLEGED', 'INFERRED'])) })),
    statuses: statuses[index],
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
    ...(index > 0 && { links: [linkOf(random, caseNumber, index, statuses)] }),
    citations: cite(random),
  }));
}

const statusesOf = (random: Random): Entry[] =>
  random
    .distinct(1 + random.below(2), () =>
      random.of(['REQUESTED', 'FILED', 'ANNOUNCED', 'ORDERED', 'CARRIED_OUT', 'DISMISSED']),
    )
    .map((status) => ({ status, ...dateOf(random), citations: cite(random) }));

function kindAndParties(random: Random, caseNumber: number): Entry {
  const kind = random.of([
    ...['ARREST', 'DETENTION', 'CHARGE', 'VERDICT', 'SENTENCE', 'ASSET_FREEZE', 'SANCTION', 'EXTRADITION'],
    ...['VERDICT', 'JUDGMENT', 'PLEA', 'SETTLEMENT'],
  ]);
  const end = kind in ends && random.chance(0.8) ? ends[kind as keyof typeof ends] : undefined;
  const parties = random
    .distinct(1 + random.below(3), () => actorIn(random, caseNumber))
    .map((actor, place) => {
      if (place > 0)
        return { actor, role: random.of(['AUTHORITY', 'REQUESTER', 'COUNTERPARTY', 'JUDGE']), citations: cite(random) };
      return {
        ...{ actor, role: 'SUBJECT', ...(end && { disposition: random.of(end.dispositions) }) },
        ...offencesOf(random),
        citations: cite(random, end ? end.standing : random.of(['CHARGED', 'ALLEGED'])),
      };
    });
  return { kind, parties };
}

/** A link to an earlier action of the case, and none against the dates of the two. */
function linkOf(random: Random, caseNumber: number, index: number, statuses: readonly (readonly Entry[])[]): Entry {
  const drawn = random.of(['SUPERSEDES', 'REVERSES', 'ENDS', 'PART_OF', 'IMPLEMENTS', 'ANSWERS']);
  const to = random.below(index);
  return {
    kind: isAfter(dateIn(statuses[to]), dateIn(statuses[index])) ? 'PART_OF' : drawn,
    to: slugOf('legal-action', to, caseNumber),
    citations: citeDrawn(random),
  };
}

/** The date of an action with these statuses, as EDTF. */
function dateIn(statuses: readonly Entry[] = []): string | undefined {
  const dated = statuses.map(({ status, date }) => {
    const edtf = edtfOf(date);
    return { status: String(status), date: edtf === undefined ? null : parseDate(edtf) };
  });
  return legalDate(dated)?.date.edtf;
}

function offencesOf(random: Random): Entry {
  const offences = random.distinct(random.below(3), () => words(random, 2));
  return offences.length > 0 ? { offences } : {};
}
