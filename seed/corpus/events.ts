import { cite, citeDrawn, dateOf, type Entry, isAfter, slugOf, words } from './parts.ts';
import { type Random } from './random.ts';
import { actorIn, kindOf, placeIn } from './shared.ts';

/** The synthetic events of a case, with who took part. */
export function eventsOf(random: Random, caseNumber: number, count: number): Entry[] {
  const dates = Array.from({ length: count }, () => dateOf(random));
  return Array.from({ length: count }, (_, index) => ({
    slug: slugOf('event', index, caseNumber),
    title: `Event ${words(random, 2 + random.below(4))}`,
    summary: `It is synthetic: ${words(random, 8 + random.below(30))}.`,
    kind: random.of(['GATHERING', 'ATTACK', 'KILLING', 'STOP', 'SUMMONS', 'VISIT', 'DECLARATION', 'TRANSACTION']),
    ...outcomeAndParts(random, caseNumber),
    ...dates[index],
    ...(random.chance(0.8) && { place: placeIn(random, caseNumber) }),
    ...(index > 0 && random.chance(0.2) && { parent: slugOf('event', random.below(index), caseNumber) }),
    ...(random.chance(0.3) && {
      names: [{ value: words(random, 3), kind: 'DESCRIPTION', citations: cite(random) }],
    }),
    ...(random.chance(0.3) && { items: [itemOf(random)] }),
    ...(random.chance(0.4) && { measures: [measureOf(random, ['ATTENDANCE', 'KILLED', 'INJURED', 'DETAINED'])] }),
    ...(index > 0 && { links: [linkOf(random, caseNumber, index, dates)] }),
    citations: cite(random),
  }));
}

/** A link to an earlier event of the case, or to a later one that it precedes; none against the dates of the two. */
function linkOf(random: Random, caseNumber: number, index: number, dates: readonly Entry[]): Entry {
  const drawn = random.of(['TARGETS', 'RESPONDS_TO', 'CAUSED_BY', 'PRECEDES', 'CONTEXT_FOR', 'RELATED_TO']);
  const later = dates.length - index - 1;
  const isFirst = drawn === 'PRECEDES' && later > 0;
  const to = isFirst ? index + 1 + random.below(later) : random.below(index);
  const [first, second] = isFirst ? [index, to] : [to, index];
  const fits = (drawn !== 'PRECEDES' || isFirst) && !isAfter(dates[first]?.['date'], dates[second]?.['date']);
  return {
    kind: fits ? drawn : 'CONTEXT_FOR',
    to: slugOf('event', to, caseNumber),
    citations: citeDrawn(random),
  };
}

const roles = [
  ...['HOST', 'SPEAKER', 'ATTENDEE', 'SUSPECT', 'SUSPECT', 'TARGET', 'VICTIM', 'AUTHORITY'],
  ...['ORGANISER', 'RECRUITER', 'FACILITATOR', 'INTERMEDIARY'],
];

/** What became of an event, and whom it harmed: what did not happen harmed nobody. */
function outcomeAndParts(random: Random, caseNumber: number): Entry {
  const outcome = random.of(['PLANNED', 'ATTEMPTED', 'FOILED', 'FAILED', 'COMPLETED', 'COMPLETED', 'UNKNOWN']);
  const happened = outcome !== 'PLANNED' && outcome !== 'FOILED';
  const participations = random
    .distinct(1 + random.below(6), () => actorIn(random, caseNumber))
    .map((actor) => {
      const role = random.of(roles);
      const isPeople = ['PERSON', 'GROUP'].includes(kindOf(actor));
      const harms = [
        'UNHARMED',
        ...(isPeople ? ['DETAINED'] : []),
        ...(happened && isPeople ? ['KILLED', 'INJURED'] : []),
      ];
      return {
        actor,
        role,
        ...(random.chance(0.3) && { capacity: `former ${words(random, 2)}` }),
        ...(role === 'VICTIM' && { harm: random.of(harms) }),
        citations: cite(random, role === 'SUSPECT' ? random.of(['ALLEGED', 'ALLEGED', 'CHARGED']) : 'REPORTED'),
      };
    });
  return { outcome, participations };
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
