// Which fields a record has, and what their values may be.
import { expect, test } from '@jest/globals';
import { describeMistakes, type Mistake, problemsWith } from './mistakes.ts';

const long = 'one two three four five six seven eight nine ten eleven twelve thirteen';
const ofEvent =
  'slug, title, summary, kind, label, outcome, date, place, parent, standing, formerSlugs, names, participations, items, measures, links, citations, cite';
const ofFile = 'case, defaults, documents, places, actors, events, statements, claims, legalActions';
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
      '    grounds: [{ event: warehouse-fire, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: ALLEGED }] }]',
      '    ▸events: [warehouse-fire]',
      'events is now `grounds`, where each event has citations: write `grounds: [{ event: …, cite: … }]`',
    ],
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
  languages: [
    ['language: en', 'language: ▸en_us', "language 'en_us' is not a language code of BCP 47: did you mean 'en-US'?"],
    [
      'value: Ms Doe, kind: VARIANT',
      'value: Ms Doe, kind: VARIANT, lang: ▸sr_latn',
      "lang 'sr_latn' is not a language code of BCP 47: did you mean 'sr-Latn'?",
    ],
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
});
