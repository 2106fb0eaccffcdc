import { expect, test } from '@jest/globals';
import { describeMistakes, type Mistake, problemsWith } from './mistakes.ts';

const long = 'one two three four five six seven eight nine ten eleven twelve thirteen';

const cited = 'citations: [{ passage: 1, fidelity: QUOTED, standing: REPORTED }]';
const documentWith = (url: string) => `    kind: ARTICLE\n    url: ${url}\n`;
const credentials = 'url holds a user name or password: leave out what is before the @';
const noUrl = 'url is not a valid URL: copy it from the address bar of a browser';

test.each([
  'https://example.org',
  'http://[2001:db8::1]:8080/a?b=c#d',
  'https://example.org/@me/1?to=a@b#c@d',
  'https://xn--mnchen-3ya.example/a%20b',
  'https://example.org?@',
])('%s is the address of a document', async (url) => {
  expect(await problemsWith('    kind: ARTICLE\n', documentWith(JSON.stringify(url)))).toEqual([]);
});

describeMistakes({
  addresses: [
    ...[
      'http://[::1',
      'https://example.org:99999/',
      'https:///example.org',
      'https://?a',
      'https://%zz/',
      'http://:80/',
    ],
    ...['https://a<b/', 'https://\\\\example.org', 'https://256.1.1.1/'],
  ].map((url): Mistake => ['    kind: ARTICLE\n', documentWith(`▸"${url}"`), noUrl]),
  credentials: [
    'http://me:secret@example.org/',
    'https://example.org@example.net/',
    'https://@example.org',
    'https://:@a.b',
  ].map((url): Mistake => ['    kind: ARTICLE\n', documentWith(`▸"${url}"`), credentials]),
  'other schemes': ['ftp://example.org/', 'javascript:alert(1)', 'HTTPS//example.org', 'mailto:me@example.org'].map(
    (url): Mistake => [
      '    kind: ARTICLE\n',
      documentWith(`▸"${url}"`),
      'url is not a web address: it begins with https://',
    ],
  ),
  fields: [
    [
      'outcome: COMPLETED\n    date',
      '▸outcom: COMPLETED\n    outcome: COMPLETED\n    date',
      "unknown field 'outcom': did you mean 'outcome'?",
    ],
    ['places:\n', '▸place: []\nplaces:\n', "unknown field 'place': did you mean 'places'?"],
    [
      '{ event: warehouse-fire }\n    holds',
      '{ ▸evnt: warehouse-fire }\n    holds',
      "unknown field 'evnt': remove it",
      '118:14: subject must name exactly one of event, legalAction and actor',
    ],
    [
      '  - slug: police-search\n    title: Search by the police\n',
      '  - ▸slug: police-search\n',
      'event without title: add it',
    ],
    [
      'kind: ACCIDENT',
      'kind: ▸ACIDENT',
      "kind 'ACIDENT' is not known: did you mean 'ACCIDENT'? (one of GATHERING, ATTACK, KILLING, STOP, SUMMONS, NAMING, VISIT, TRAVEL, POLITICAL_CHANGE, FOUNDING, SPLIT, DECLARATION, ACCIDENT, TRANSACTION, OTHER)",
    ],
    [
      'summary: A warehouse burned down and the cause is disputed. }',
      'summary: A warehouse burned, ▸its cause is disputed. }',
      "unknown field 'its cause is disputed.': a text with a comma or colon needs quotes",
    ],
    ['title: Search by the police', 'title: ▸1992', 'title must be a text: put it in quotes'],
    [
      'title: Search by the police',
      'title: ▸"half \\ud800"',
      'title contains a NUL character or half of a surrogate pair: remove it',
    ],
    [
      'title: Search by the police',
      'title: ▸"a\\0b"',
      'title contains a NUL character or half of a surrogate pair: remove it',
    ],
    [
      'slug: police-search\n',
      'slug: ▸Police search\n',
      "slug 'Police search' is not a slug: use lower-case letters a to z and digits, in words joined by hyphens",
      "75:77: unknown event 'police-search': declare it, or correct the slug",
      "100:15: unknown event 'police-search': declare it, or correct the slug",
    ],
    ['reportedAge: 44', 'reportedAge: ▸44.5', 'reportedAge must be a whole number from 0 to 2147483647'],
    [
      'approximate: true, unit: people, citations',
      'approximate: ▸about, unit: people, citations',
      'approximate must be true or false',
    ],
    ['speakers: [jane-doe]', 'speakers: ▸jane-doe', 'speakers must be a list: [a, b]'],
    [
      'country: FR, kind: SITE',
      'country: ▸SU, kind: SITE',
      "country 'SU' is not a country code of ISO 3166-1 alpha-2: write for instance FR",
    ],
    [
      'slug: doe-statement\n    summary: Jane Doe denied it.\n    medium: STATEMENT',
      'slug: doe-statement\n    summary: Jane Doe denied it.\n    medium: ▸OTHER',
      "medium OTHER needs a label, the source's own word: add `label:`",
    ],
    [
      'unit: litre, role: EVIDENCE',
      'unit: litre, role: ▸OTHER',
      "role OTHER needs a label, the source's own word: add `label:`",
    ],
    ['kind: ACCIDENT', 'kind: ▸OTHER', "kind OTHER needs a label, the source's own word: add `label:`"],
  ],
  dates: [
    [
      "edtf: '2018-06-30', verbatim",
      "edtf: ▸'2018-06-31', verbatim",
      "date.edtf '2018-06-31': no such day in the calendar",
    ],
    [
      "date: '2018-07-02'",
      "date: ▸'{2018}'",
      "date '{2018}': a set of several dates {…} is not taken: make a record of each date",
    ],
    ["by: '2019'", 'by: { edtf: 2019, ▸verbatm: in 2019 }', "unknown field 'verbatm': remove it"],
    [
      'verbatim: on June 30',
      `verbatim: ▸${long}`,
      "date.verbatim has 13 words: at most 12 of a source's words in a row are allowed, take a shorter fragment",
    ],
  ],
  words: [
    [
      'quote: "Police found 20 litres of petrol."',
      `quote: ▸${long}`,
      "quote has 13 words: at most 12 of a source's words in a row are allowed, take a shorter fragment",
    ],
    [
      'verbatim: Some 300 people',
      `verbatim: ▸${long}`,
      "verbatim has 13 words: at most 12 of a source's words in a row are allowed, take a shorter fragment",
    ],
  ],
  numbers: [
    [
      '{ kind: CHARGE_COUNTS, lower: 2, citations',
      '▸{ kind: CHARGE_COUNTS, citations',
      "measure 'CHARGE_COUNTS' of legal action 'doe-charge' has neither lower nor upper: give at least one",
    ],
    [
      '{ kind: CHARGE_COUNTS, lower: 2, citations',
      '{ kind: CHARGE_COUNTS, lower: ▸2, upper: 1, citations',
      'lower 2 is more than upper 1: exchange them',
    ],
    [
      'offences: [negligence',
      `offences: ▸[${Array.from({ length: 100 }, (_, index) => `x${index}`).join(', ')}`,
      'offences has 101 entries, at most 100 are allowed: divide the record',
    ],
  ],
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
