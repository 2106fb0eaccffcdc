// Statements and the claims that they affirm and deny: most claims are disputed.
import { cite, citeDrawn, citeRetracted, dateOf, type Entry, isAfter, slugOf, words } from './parts.ts';
import { type Random } from './random.ts';
import { actorIn } from './shared.ts';

/** The synthetic claims of a case, about its events and legal actions. */
export function claimsOf(random: Random, caseNumber: number, count: number, events: number, actions: number): Entry[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = random.of(['FACT', 'ATTRIBUTION', 'ATTRIBUTION', 'MOTIVE', 'CHARACTERISATION', 'DEMAND', 'OBJECTION']);
    return {
      slug: slugOf('claim', index, caseNumber),
      text: `It is claimed that ${words(random, 6 + random.below(12))}.`,
      kind,
      subject:
        actions > 0 && random.chance(0.2)
          ? { legalAction: slugOf('legal-action', random.below(actions), caseNumber) }
          : { event: slugOf('event', random.below(events), caseNumber) },
      ...(random.chance(0.5) && {
        holdsResponsible: random.distinct(1 + random.below(2), () => actorIn(random, caseNumber)),
      }),
      ...(random.chance(0.3) && { mentions: random.distinct(2, () => actorIn(random, caseNumber, false)) }),
      ...(index > 0 && random.chance(0.4) && { links: [linkOf(random, caseNumber, index)] }),
      ...standingOf(random, kind),
    };
  });
}

const linkOf = (random: Random, caseNumber: number, index: number): Entry => ({
  kind: random.of(['CONTRADICTS', 'CONTRADICTS', 'ALTERNATIVE_TO', 'REFINES', 'SUPPORTS']),
  to: slugOf('claim', random.below(index), caseNumber),
  citations: citeDrawn(random),
});

function standingOf(random: Random, kind: string): Entry {
  // What is asked for or rejected is neither true nor false.
  if (kind === 'DEMAND' || kind === 'OBJECTION') return { citations: cite(random, 'ALLEGED') };
  const standing = random.of([
    'REPORTED',
    'ALLEGED',
    'ALLEGED',
    'ALLEGED',
    'CHARGED',
    'ADJUDICATED',
    'DISPROVEN',
  ] as const);
  return { standing, citations: standing === 'DISPROVEN' ? citeRetracted(random, standing) : cite(random, standing) };
}

/** The synthetic statements of a case, with the stance that each takes to some of its claims. */
export function statementsOf(
  random: Random,
  caseNumber: number,
  count: number,
  events: number,
  claims: number,
): Entry[] {
  const dates = Array.from({ length: count }, () => dateOf(random));
  return Array.from({ length: count }, (_, index) => ({
    slug: slugOf('statement', index, caseNumber),
    summary: `It was said that ${words(random, 6 + random.below(20))}.`,
    medium: random.of([
      'STATEMENT',
      'STATEMENT',
      'SPEECH',
      'INTERVIEW',
      'PRESS_RELEASE',
      'POST',
      'TESTIMONY',
      'EMAIL',
      'CALL',
    ]),
    ...dates[index],
    speakers: random.distinct(random.chance(0.15) ? 3 : 1, () => actorIn(random, caseNumber)),
    ...(random.chance(0.3) && { onBehalfOf: actorIn(random, caseNumber) }),
    ...(random.chance(0.2) && { addressees: [actorIn(random, caseNumber)] }),
    ...(random.chance(0.6) && { actors: random.distinct(2, () => actorIn(random, caseNumber, false)) }),
    events: random.distinct(1 + random.below(2), () => slugOf('event', random.below(events), caseNumber)),
    ...(index > 0 && random.chance(0.1) && witnessOf(random, caseNumber, index, dates)),
    ...(random.chance(0.1) && { occasion: slugOf('event', random.below(events), caseNumber) }),
    positions: random
      .distinct(1 + random.below(3), () => random.rank(claims))
      .map((claim) => ({
        claim: slugOf('claim', claim, caseNumber),
        stance: random.of(['AFFIRMS', 'AFFIRMS', 'DENIES', 'DENIES', 'QUESTIONS', 'REPORTS', 'RESERVES', 'WITHDRAWS']),
        citations: citeDrawn(random),
      })),
    citations: cite(random),
  }));
}

/** The statement that is the only witness of another, where that is not later. */
function witnessOf(random: Random, caseNumber: number, index: number, dates: readonly Entry[]): Entry {
  const witness = random.below(index);
  if (isAfter(dates[index]?.['date'], dates[witness]?.['date'])) return {};
  return { reportedIn: slugOf('statement', witness, caseNumber) };
}
