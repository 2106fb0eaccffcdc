/** The smallest case that has a record of a type, with the values that a row of the table of combinations speaks of. */
import { type CaseSource } from '../../src/cases/reading/source.ts';

/** By field as the table names it: `role`, `owner.kind`; undefined where any value will do. */
export type Given = Readonly<Record<string, string | undefined>>;

type Entry = Record<string, unknown>;

/** Citations that bear out the standing. */
function rests(standing = 'REPORTED'): Entry {
  const said = (more: Entry) => ({ passage: 1, fidelity: 'PARAPHRASED', ...more });
  if (standing === 'WITHDRAWN' || standing === 'DISPROVEN')
    return {
      standing,
      citations: [said({ standing: 'ALLEGED' }), said({ relation: 'CONTRADICTS', standing, note: 'It was.' })],
    };
  const inferred = standing === 'INFERRED' && { fidelity: 'INFERRED', note: 'From it.' };
  return { standing, citations: [said({ standing, ...inferred })] };
}

const named = (slug: string) => ({ slug, title: slug, summary: slug });
const actor = (slug: string, kind = 'PERSON', more: Entry = {}): Entry => ({
  slug,
  kind,
  name: slug,
  ...rests(),
  ...more,
});
const event = (given: Given, more: Entry): Entry => ({
  ...{ ...named('event'), kind: given['owner.kind'] ?? 'ATTACK', outcome: given['owner.outcome'] ?? 'COMPLETED' },
  ...{ ...rests(given['owner.standing']), ...more },
});
const action = (given: Given, more: Entry): Entry => ({
  ...{ ...named('action'), kind: given['owner.kind'] ?? 'VERDICT', ...rests(given['owner.standing']) },
  ...{ statuses: [{ status: 'ORDERED', ...rests() }], ...more },
});

const units: Readonly<Record<string, string>> = { SENTENCE: 'Y', FINE: 'EUR', BOND: 'EUR', DAMAGES: 'EUR' };

function withMeasure(given: Given): Entry {
  const kind = given['kind'] ?? 'OTHER';
  const unit = units[kind];
  const measures = [{ kind, lower: 1, ...(unit && { unit }), ...rests() }];
  switch (given['owner'] ?? ('owner.outcome' in given ? 'Event' : 'LegalAction')) {
    case 'Actor':
      return { actors: [actor('first', 'PERSON', { measures })] };
    case 'Event':
      return { events: [event(given, { measures })] };
    case 'Participation':
      return {
        events: [event(given, { participations: [{ actor: 'first', role: 'ATTENDEE', measures, ...rests() }] })],
      };
    default:
      return { legalActions: [action(given, { measures })] };
  }
}

/** By type: what the case has of it. */
const contents: Readonly<Record<string, (given: Given) => Entry>> = {
  LegalParty: (given) => {
    const { role = 'SUBJECT', disposition } = given;
    const accused = 'offences' in given && { offences: ['arson'] };
    const ended = disposition ?? ('disposition' in given ? 'GUILTY' : undefined);
    const party = {
      actor: 'first',
      role,
      ...(ended && { disposition: ended }),
      ...accused,
      ...rests(given['standing']),
    };
    return { legalActions: [action(given, { parties: [party] })] };
  },
  LegalStatus: (given) => ({ legalActions: [action(given, { statuses: [{ status: given['status'], ...rests() }] })] }),
  LegalLink: (given) => ({
    legalActions: [
      action(given, { links: [{ kind: given['kind'], to: 'other', ...rests() }] }),
      { ...action({}, {}), slug: 'other' },
    ],
  }),
  Measure: withMeasure,
  Participation: (given) => {
    const { role = 'PARTICIPANT', harm, standing } = given;
    const part = { actor: 'first', role, ...(harm && { harm }), ...rests(standing) };
    return { events: [event(given, { participations: [part] })] };
  },
  Event: ({ kind, outcome }) => ({ events: [event({ 'owner.kind': kind, 'owner.outcome': outcome }, {})] }),
  Claim: ({ kind, standing }) => ({
    claims: [{ slug: 'claim', text: 'So it is.', kind, subject: { actor: 'first' }, ...rests(standing) }],
  }),
  Position: (given) => ({
    claims: [{ slug: 'claim', text: 'So it is.', kind: 'FACT', subject: { actor: 'first' }, ...rests('ALLEGED') }],
    statements: [
      {
        ...{ slug: 'statement', summary: 'Said.', medium: 'STATEMENT', speakers: ['first'] },
        positions: [{ claim: 'claim', stance: 'AFFIRMS', ...rests(given['standing']) }],
        ...rests(given['owner.standing']),
      },
    ],
  }),
  Statement: () => ({
    statements: [
      {
        slug: 'statement',
        summary: 'Said.',
        medium: 'STATEMENT',
        speakers: ['first'],
        onBehalfOf: 'second',
        ...rests(),
      },
    ],
  }),
  Relationship: ({ kind, ...given }) => ({
    actors: [
      actor('first', given['owner.kind'], { relationships: [{ kind, to: 'second', ...rests() }] }),
      actor('second', given['to.kind']),
    ],
  }),
  Name: ({ kind }) => {
    const { name: _, ...first } = actor('first');
    return { actors: [{ ...first, names: [{ value: 'Ann', kind, isPrimary: true, ...rests() }] }] };
  },
  Place: (given) => ({
    places: [
      { slug: 'inner', name: 'inner', kind: given['kind'], parent: 'outer', ...rests() },
      { slug: 'outer', name: 'outer', kind: given['parent.kind'], ...rests() },
    ],
  }),
  Citation: ({ relation = 'SUPPORTS', standing = 'REPORTED', fidelity = 'QUOTED' }) => ({
    claims: [
      {
        ...{ slug: 'claim', text: 'So it is.', kind: 'FACT', subject: { actor: 'first' } },
        citations: [
          ...(rests()['citations'] as Entry[]),
          { passage: 2, relation, standing, fidelity, note: 'A note.' },
        ],
      },
    ],
  }),
};

const hash = 'a'.repeat(64);
const passage = (number: number) => ({
  ...{ number, paragraph: 1, kind: 'SENTENCE', start: number * 10, end: number * 10 + 9, sha256: hash },
});

/** @returns a case with a record of the type */
export function caseWith(type: string, given: Given): CaseSource {
  const content = {
    case: { slug: 'case', title: 'Case', summary: 'A case.' },
    documents: [
      {
        slug: 'text',
        title: 'Text',
        kind: 'ARTICLE',
        sha256: hash,
        codePoints: 99,
        passages: [passage(1), passage(2)],
      },
    ],
    actors: [actor('first', given['actor.kind'] ?? given['speakers.kind']), actor('second', given['onBehalfOf.kind'])],
    ...contents[type]?.(given),
  };
  return {
    ...{ folder: 'case', revision: '', files: new Map([['case.yaml', content]]) },
    locate: () => ({ file: 'case.yaml', line: 1, column: 1 }),
  };
}
