// What the words of a record may be: how many, how spelt, whose.
import { expect, test } from '@jest/globals';
import { describeMistakes, type Mistake, problemsWith } from './mistakes.ts';

const long = 'one two three four five six seven eight nine ten eleven twelve thirteen';
const cited = 'citations: [{ passage: 3, fidelity: PARAPHRASED, standing: REPORTED }]';

describeMistakes({
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
    [
      'outcome: COMPLETED\n    parent',
      'outcome: COMPLETED\n    participations: ▸[]\n    parent',
      'participations is an empty list: write what belongs in it, or leave it out',
    ],
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
      "unit 'years' is not a unit of a sentence: did you mean Y? (write Y (years), M (months), W (weeks), D (days), LIFE (life))",
    ],
    [
      'quantity: 20, unit: litre',
      "quantity: 20, unit: ▸'20'",
      "unit '20' is not a unit: write what is counted, as in people or litre",
    ],
  ],
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
