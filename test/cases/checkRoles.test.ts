// Who may play which part, and under which of its names.
import { expect, test } from '@jest/globals';
import { describeMistakes, type Mistake, problemsWith } from './mistakes.ts';

const cited = 'citations: [{ passage: 3, fidelity: PARAPHRASED, standing: REPORTED }]';

describeMistakes({
  actors: [
    [
      'speakers: [jane-doe]',
      'speakers: [▸ferry-aurora]',
      "'ferry-aurora' is an ASSET and never a speaker: name who stands behind it, or correct its kind",
    ],
    ...[
      ['SPEAKER', 'a speaker'],
      ['PERPETRATOR', 'a perpetrator'],
      ['AUTHORITY', 'an authority'],
      ['ASSISTING_AUTHORITY', 'an authority'],
      ['ORGANISER', 'an organiser'],
      ['RECRUITER', 'a recruiter'],
    ].map(([role, what]): Mistake => [
      '{ actor: onlookers, role: ATTENDEE',
      `{ actor: ▸ferry-aurora, role: ${role}`,
      `'ferry-aurora' is an ASSET and never ${what}: name who stands behind it, or correct its kind`,
    ]),
    ...[
      ['AUTHORITY', 'an authority'],
      ['JUDGE', 'a judge'],
    ].map(([role, what]): Mistake => [
      'parties: [{ actor: jane-doe, role: SUBJECT',
      `parties: [{ actor: ▸ferry-aurora, role: ${role}`,
      `'ferry-aurora' is an ASSET and never ${what}: name who stands behind it, or correct its kind`,
    ]),
    [
      'onBehalfOf: port-authority',
      'onBehalfOf: ▸ferry-aurora',
      "'ferry-aurora' is an ASSET and never one who has others speak for it: name who stands behind it, or correct its kind",
    ],
    [
      'size: 300',
      "size: 300\n    reportedAgeDate: ▸'2018'",
      'reportedAgeDate without reportedAge: add the age, or remove the date',
    ],
    [
      'reportedAge: 44',
      'reportedAge: 44\n    size: ▸2',
      'size is for a GROUP, this is a PERSON: remove it, or write a measure',
    ],
    ...['STATE', 'ASSET', 'ORGANIZATION'].flatMap((kind): Mistake[] => [
      [
        'kind: ASSET\n    name: a ferry',
        `kind: ${kind}\n    name: a ferry\n    size: ▸2`,
        `size is for a GROUP, this is a ${kind}: remove it, or write a measure`,
      ],
      [
        'kind: ASSET\n    name: a ferry',
        `kind: ${kind}\n    name: a ferry\n    reportedAge: ▸2`,
        `reportedAge is for a PERSON, this is a ${kind}: remove it`,
      ],
    ]),
    ['size: 300', 'size: 300\n    reportedAge: ▸30', 'reportedAge is for a PERSON, this is a GROUP: remove it'],
    [
      '    reportedAge: 44\n',
      '    name: ▸the harbour master\n    reportedAge: 44\n',
      "name is given although 'Jane Doe' is the primary name: remove name",
    ],
    [
      'kind: VARIANT, citations',
      'kind: VARIANT, isPrimary: ▸true, citations',
      "actor 'jane-doe' has another primary name ('Jane Doe'): keep one",
    ],
  ],
  places: [
    [
      'slug: old-port, name: the harbour',
      `slug: old-port, name: ▸the harbour, names: [{ value: Old Port, kind: OFFICIAL, isPrimary: true, ${cited} }]`,
      "name is given although 'Old Port' is the primary name: remove name",
    ],
    [
      'slug: old-port, name: the harbour',
      `slug: old-port, names: [{ value: Port, kind: OFFICIAL, isPrimary: true, ${cited} }, { value: Docks, kind: ALIAS, isPrimary: ▸true, ${cited} }]`,
      "place 'old-port' has another primary name ('Port'): keep one",
    ],
  ],
  events: [
    [
      '{ value: the fire, kind: DESCRIPTION, citations',
      `{ value: Fire, kind: OFFICIAL, isPrimary: true, ${cited} }\n      - { value: the fire, kind: DESCRIPTION, isPrimary: ▸true, citations`,
      "event 'warehouse-fire' has another primary name ('Fire'): keep one",
    ],
  ],
});

test.each(['INSTRUMENT', 'TARGET', 'VICTIM', 'PARTICIPANT'])('an asset may be %s', async (role) => {
  expect(await problemsWith('{ actor: onlookers, role: ATTENDEE', `{ actor: ferry-aurora, role: ${role}`)).toEqual([]);
});

test.each(['OBJECT', 'SUBJECT'])('an asset may be %s of a legal action', async (role) => {
  expect(
    await problemsWith(
      'parties: [{ actor: jane-doe, role: SUBJECT, citations',
      `parties: [{ actor: ferry-aurora, role: ${role}, citations`,
    ),
  ).toEqual([]);
});

test('a name may say that it is not the primary one', async () => {
  expect(await problemsWith('kind: VARIANT, citations', 'kind: VARIANT, isPrimary: false, citations')).toEqual([]);
});
