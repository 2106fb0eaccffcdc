import { expect, test } from '@jest/globals';
import { describeMistakes, type Mistake, problemsWith } from './mistakes.ts';

const long = 'one two three four five six seven eight nine ten eleven twelve thirteen';

const ofEvent =
  'slug, title, summary, kind, label, outcome, date, place, parent, standing, names, participations, items, measures, links, citations';
const ofFile = 'case, documents, places, actors, events, statements, claims, legalActions';

const cited = 'citations: [{ passage: 3, fidelity: PARAPHRASED, standing: REPORTED }]';

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
      `unknown field 'outcom': did you mean 'outcome'? (the fields here are ${ofEvent})`,
    ],
    [
      'places:\n',
      '▸place: []\nplaces:\n',
      `unknown field 'place': did you mean 'places'? (the fields here are ${ofFile})`,
    ],
    [
      '{ event: warehouse-fire }\n    holds',
      '{ ▸evnt: warehouse-fire }\n    holds',
      "unknown field 'evnt': did you mean 'event'? (the fields here are event, legalAction, actor)",
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
      "slug 'Police search' is not a slug: did you mean 'police-search'? (lower-case letters a to z and digits, in words joined by hyphens)",
    ],
    ['reportedAge: 44', 'reportedAge: ▸44.5', 'reportedAge must be a whole number from 0 to 2147483647'],
    [
      'approximate: true, unit: people, citations',
      'approximate: ▸about, unit: people, citations',
      'approximate must be true or false',
    ],
    ['speakers: [jane-doe]', 'speakers: ▸jane-doe', 'speakers must be a list: write [jane-doe]'],
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
    [
      "by: '2019'",
      'by: { edtf: 2019, ▸verbatm: in 2019 }',
      "unknown field 'verbatm': did you mean 'verbatim'? (the fields here are edtf, verbatim)",
    ],
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
  'words of a name or note': [
    [
      'title: Search by the police',
      `title: ▸${long} ${long}`,
      'title has 26 words: at most 20 are allowed, shorten it',
    ],
    ['value: Ms Doe', `value: ▸${long} ${long}`, 'value has 26 words: at most 20 are allowed, shorten it'],
    [
      'note: A harbour has ferries.',
      `note: ▸${`${long} `.repeat(5)}`,
      'note has 65 words: at most 60 are allowed, shorten it',
    ],
  ],
  spellings: [
    [
      '{ value: Ms Doe, kind: VARIANT, citations',
      `{ value: Ms Doe, kind: VARIANT, ${cited} }\n      - { value: ▸"Ｍs\\u200b Doe", kind: VARIANT, citations`,
      "'Ｍs\\u{200b} Doe' is the name 'Ms Doe' (first at harbour-fire/case.yaml:33), but for width, white space or what nobody sees: remove one",
    ],
    [
      'value: Ms Doe',
      'value: ▸"Ms \\u202eeoD"',
      'value holds U+202E, which turns the direction of what follows: remove it',
    ],
    ...['\\u200b', '\\u2800', '\\u3164'].map((nothing): Mistake => [
      'value: Ms Doe',
      `value: ▸"${nothing}"`,
      'value has nothing that a reader sees: write it, or leave it out',
    ]),
  ],
  slugs: [
    [
      'slug: police-search\n',
      'slug: ▸police_search\n',
      "slug 'police_search' is not a slug: did you mean 'police-search'? (lower-case letters a to z and digits, in words joined by hyphens)",
    ],
    [
      'place: old-port',
      'place: ▸"old-\\u200bport"',
      "place 'old-\\u{200b}port' is not a slug: did you mean 'old-port'? (lower-case letters a to z and digits, in words joined by hyphens)",
    ],
  ],
  'quotes and lists': [
    ['size: 300', "size: ▸'300'", 'size must be a whole number from 1 to 2147483647: write 300 without quotes'],
    ['lower: 2, citations', "lower: ▸'2', citations", 'lower must be a number: write 2 without quotes'],
    [
      'approximate: true, unit: people, citations',
      "approximate: ▸'true', unit: people, citations",
      'approximate must be true or false: write true without quotes',
    ],
    ['speakers: [jane-doe]', 'speakers: ▸[]', 'speakers is an empty list: write who spoke'],
    ...['addressees: [onlookers]', 'actors: [jane-doe]', 'legalActions: [doe-charge]'].map((list): Mistake => {
      const [field = ''] = list.split(':');
      return [
        `    ${list}\n`,
        `    ${field}: ▸[]\n`,
        `${field} is an empty list: write what belongs in it, or leave the field out`,
      ];
    }),
  ],
  'labels and units': [
    [
      'kind: ACCIDENT',
      'kind: ACCIDENT\n    label: ▸blaze',
      'label is for kind OTHER, this is ACCIDENT: remove label, or write kind: OTHER',
    ],
    [
      'slug: doe-statement\n    summary: Jane Doe denied it.\n    medium: STATEMENT',
      'slug: doe-statement\n    summary: Jane Doe denied it.\n    medium: STATEMENT\n    label: ▸a word',
      'label is for medium OTHER, this is STATEMENT: remove label, or write medium: OTHER',
    ],
    ...['FINE', 'BOND', 'DAMAGES'].flatMap((kind): Mistake[] => [
      [
        '{ kind: CHARGE_COUNTS, lower: 2, citations',
        `{ kind: ${kind}, lower: 2, unit: ▸dollars, citations`,
        "unit 'dollars' is not a currency: write the currency as ISO 4217 has it, as in EUR or USD",
      ],
      [
        '{ kind: CHARGE_COUNTS, lower: 2, citations',
        `▸{ kind: ${kind}, lower: 2, citations`,
        `${kind} has no unit: write the currency as ISO 4217 has it, as in EUR or USD, in \`unit:\``,
      ],
    ]),
    [
      '{ kind: CHARGE_COUNTS, lower: 2, citations',
      '{ kind: SENTENCE, lower: 2, unit: ▸years, citations',
      "unit 'years' is not a unit of a sentence: did you mean Y? (write Y (years), M (months), W (weeks), D (days))",
    ],
    [
      'quantity: 20, unit: litre',
      "quantity: 20, unit: ▸'20'",
      "unit '20' is not a unit: write what is counted, as in people or litre",
    ],
  ],
  languages: [
    ['language: en', 'language: ▸en_us', "language 'en_us' is not a language code of BCP 47: did you mean 'en-US'?"],
    ...['english', 'en--x', 'e', 'en-'].map((tag): Mistake => [
      'language: en',
      `language: ▸${tag}`,
      `language '${tag}' is not a language code of BCP 47: write for instance en, fa or zh-Hant`,
    ]),
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

test('a source is not quoted at length in a script without white space', async () => {
  const [problem, ...others] = await problemsWith(
    'label: people, lower',
    'label: 警方周六在港口的一个旧仓库里发现了二十升汽油市长说这是纵火, lower',
  );
  expect(problem).toMatch(/: label has \d\d words: at most 12 of a source's words in a row are allowed/);
  expect(others).toEqual([]);
});

test('marks of direction, joiners and composed emoji may stand in a name', async () => {
  expect(await problemsWith('value: Ms Doe', 'value: "\\u200fمی\\u200cخواهم 👩\\u200d🚒"')).toEqual([]);
});
