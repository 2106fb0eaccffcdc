import { createHash } from 'node:crypto';
import { type CaseSource } from '../../src/cases/reading/source.ts';
import { eventsOf } from './events.ts';
import { legalActionsOf } from './law.ts';
import { cite, dateOf, type Entry, PASSAGES, slugOf, words } from './parts.ts';
import { Random } from './random.ts';
import { actorIn, actorsOf, placesOf } from './shared.ts';
import { claimsOf, statementsOf } from './statements.ts';

/** How much a case of ordinary size holds. */
export const EVENTS_PER_CASE = 20;
const STATEMENTS_PER_EVENT = 5;
const CLAIMS_PER_EVENT = 3;
const LEGAL_ACTIONS_PER_CASE = 8;

const file = 'case.yaml';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** @returns the synthetic case of this number, as it would be read from a file: the same for the same seed and number of events. */
export function syntheticCase(seed: number, caseNumber: number, events: number): CaseSource {
  const random = new Random('casebook corpus', seed, caseNumber);
  const slug = slugOf('case', caseNumber);
  const [actions, claims] = [Math.min(events, LEGAL_ACTIONS_PER_CASE), events * CLAIMS_PER_EVENT];
  const content = {
    case: {
      slug,
      title: `Synthetic case ${caseNumber}`,
      summary: `A case of a corpus, about nobody: ${words(random, 9)}.`,
    },
    documents: documentsOf(random, caseNumber),
    places: placesOf(random, caseNumber),
    actors: actorsOf(random, caseNumber),
    events: eventsOf(random, caseNumber, events),
    legalActions: legalActionsOf(random, caseNumber, actions, events),
    claims: claimsOf(random, caseNumber, claims, events, actions),
    statements: statementsOf(random, caseNumber, events * STATEMENTS_PER_EVENT, events, claims),
  };
  return {
    folder: slug,
    revision: sha256(JSON.stringify(content)),
    files: new Map([[file, content]]),
    locate: (path) => ({ file: `${slug}: ${path.slice(1).join('.')}`, line: 1, column: 1 }),
  };
}

/** The report that the case rests on, and at times the one that it was made from, of which no more is known. */
function documentsOf(random: Random, caseNumber: number): Entry[] {
  const report = documentOf(random, caseNumber);
  if (random.chance(0.5)) return [report];
  const original = slugOf('original', caseNumber);
  const kind = random.of(['COPY', 'TRANSLATION', 'UPDATE', 'EXCERPT', 'PARTLY']);
  return [
    {
      ...report,
      publisherActor: actorIn(random, caseNumber),
      derivedFrom: [{ kind, to: original, citations: cite(random) }],
    },
    { slug: original, title: `Synthetic original ${caseNumber}`, kind: 'REPORT', ...publishedOf(random) },
  ];
}

function publishedOf(random: Random): Entry {
  const { date } = dateOf(random);
  return date === undefined ? {} : { published: date };
}

function documentOf(random: Random, caseNumber: number): Entry {
  const slug = slugOf('document', caseNumber);
  const width = 80;
  return {
    slug,
    title: `Synthetic report ${caseNumber}`,
    kind: 'REPORT',
    language: 'en',
    sha256: sha256(slug),
    codePoints: PASSAGES * width,
    passages: Array.from({ length: PASSAGES }, (_, index) => ({
      number: index + 1,
      paragraph: 1 + Math.floor(index / 4),
      kind: index === 0 ? 'HEADING' : 'SENTENCE',
      start: index * width,
      end: index * width + width - 1,
      sha256: sha256(`${slug} ${index}`),
      ...(random.chance(0.5) && { quote: words(random, 4) }),
    })),
  };
}
