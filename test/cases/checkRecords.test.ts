import { expect, test } from '@jest/globals';
import { describeMistakes, type Mistake, original, problemsOf, problemsWith } from './mistakes.ts';

const cited = 'citations: [{ passage: 3, fidelity: PARAPHRASED, standing: REPORTED }]';

describeMistakes({
  passages: [
    [
      'start: 57, end: 96',
      'start: ▸55, end: 96',
      'passage 3 starts at 55, within passage 2 (which ends at 56): passages must not overlap, correct the offsets',
    ],
    [
      'start: 210, end: 240',
      'start: 210, end: ▸242',
      "passage 8 ends at 242, beyond the document's 241 code points: correct the one or the other",
    ],
    [
      'start: 97, end: 130',
      'start: 97, end: ▸97',
      'passage 4 ends (97) where it starts (97) or before: correct the offsets',
    ],
    [
      'number: 8, paragraph: 4',
      'number: ▸7, paragraph: 4',
      'passage 7 stands here twice (first at harbour-fire/case.yaml:18): number the passages anew',
      "80:20: document 'harbour-fire-report' has no passage 8: correct the number, or add the passage to the document",
    ],
    [
      'number: 8, paragraph: 4',
      'number: 8, paragraph: ▸2',
      'passage 8 is in paragraph 2, before that of the passage above (3): correct one of them',
    ],
  ],
  'records that stand twice': [
    [
      'slug: fire-was-an-accident',
      'slug: ▸fire-was-arson',
      "claim 'fire-was-arson' stands here twice (first at harbour-fire/case.yaml:115): make one of the two, or give one another slug",
      "125:38: 'fire-was-arson' is linked to itself: correct the slug, or remove the link",
    ],
    [
      '{ actor: onlookers, role: ATTENDEE, citations',
      `{ actor: onlookers, role: ATTENDEE, citations: [{ passage: 6, fidelity: PARAPHRASED, standing: REPORTED }] }\n      - { actor: ▸onlookers, role: ATTENDEE, citations`,
      "'onlookers' is a party twice as ATTENDEE (first at harbour-fire/case.yaml:73): remove one, or if they are really two, tell them apart with `key: any-word`",
    ],
    [
      'parties: [{ actor: jane-doe, role: SUBJECT, citations',
      `parties: [{ actor: jane-doe, role: SUBJECT, ${cited} }, { actor: ▸jane-doe, role: SUBJECT, citations`,
      "'jane-doe' is a party twice as SUBJECT (first at harbour-fire/case.yaml:136): remove one, or if they are really two, tell them apart with `key: any-word`",
    ],
    [
      'speakers: [mayor, port-authority]',
      'speakers: [mayor, port-authority, ▸mayor]',
      "'mayor' is listed twice in speakers: remove one",
    ],
    ...['offences', 'legalBases'].map((list): Mistake => [
      `offences: [negligence, 'arson, "aggravated"']`,
      `${list}: [negligence, ▸negligence]`,
      `'negligence' is listed twice in ${list}: remove one`,
    ]),
    [
      '{ value: Ms Doe, kind: VARIANT, citations',
      `{ value: Ms Doe, kind: VARIANT, ${cited} }\n      - ▸{ value: Ms Doe, kind: VARIANT, citations`,
      "name 'VARIANT Ms Doe' of actor 'jane-doe' stands here twice (first at harbour-fire/case.yaml:33): remove one, or if they are really two, tell them apart with `key: any-word`",
    ],
    [
      '      - { passage: 2, fidelity: PARAPHRASED, standing: REPORTED }\n',
      '      - { passage: 2, fidelity: PARAPHRASED, standing: REPORTED }\n      - { passage: ▸2, fidelity: QUOTED, standing: REPORTED }\n',
      'passage 2 is cited twice for the same (first at harbour-fire/case.yaml:79): remove one, or if they are really two, tell them apart with `key: any-word`',
    ],
  ],
  references: [
    ['place: old-port', 'place: ▸old-prot', "unknown place 'old-prot': did you mean 'old-port'?"],
    [
      'speakers: [mayor, port-authority]',
      'speakers: [mayor, ▸harbour-company-of-the-north]',
      "unknown actor 'harbour-company-of-the-north': declare it, or correct the slug",
    ],
    [
      'legalActions: [doe-charge]',
      'legalActions: [▸doe-charges]',
      "unknown legal action 'doe-charges': did you mean 'doe-charge'?",
    ],
    [
      '{ event: warehouse-fire }\n    holds',
      '{ event: ▸warehouse }\n    holds',
      "unknown event 'warehouse': did you mean 'warehouse-fire'?",
    ],
    [
      '{ event: warehouse-fire }\n    holds',
      '▸{ event: warehouse-fire, actor: mayor }\n    holds',
      'subject must name exactly one of event, legalAction and actor',
    ],
    [
      '{ passage: 8, fidelity: INFERRED',
      '{ passage: ▸9, fidelity: INFERRED',
      "document 'harbour-fire-report' has no passage 9: correct the number, or add the passage to the document",
    ],
    [
      '{ passage: 8, fidelity: INFERRED',
      '{ document: ▸harbour-fire, passage: 8, fidelity: INFERRED',
      "unknown document 'harbour-fire': did you mean 'harbour-fire-report'?",
    ],
    [
      'kind: RESPONDS_TO, to: warehouse-fire',
      'kind: RESPONDS_TO, to: ▸police-search',
      "'police-search' is linked to itself: correct the slug, or remove the link",
    ],
    [
      'the town of the harbour, country: FR',
      'the town of the harbour, country: FR, parent: ▸marseille',
      'parent leads back to the record itself (marseille → marseille): correct one of them',
    ],
    [
      '    occasion: police-search\n',
      '    occasion: police-search\n    reportedIn: ▸doe-statement\n',
      'reportedIn leads back to the record itself (mayor-statement → doe-statement → mayor-statement): correct one of them',
      '110:17: reportedIn leads back to the record itself (doe-statement → mayor-statement → doe-statement): correct one of them',
    ],
  ],
  'legal actions': [
    [
      '  - slug: doe-proceeding\n',
      '  - ▸slug: doe-arrest\n    title: Arrest\n    summary: She was arrested.\n    kind: ARREST\n    citations: [{ passage: 5, fidelity: PARAPHRASED, standing: REPORTED }]\n  - slug: doe-proceeding\n',
      "legal action 'doe-arrest' has no status: add `statuses:` with at least one",
    ],
  ],
});

test('passages out of order', async () => {
  expect(await problemsWith('number: 1, paragraph: 1', 'number: 9, paragraph: 1')).toContain(
    'case.yaml:13:19: passage 2 stands after passage 9: put the passages in the order of their numbers',
  );
});

test('an actor without any name', async () => {
  expect(await problemsWith('    name: the mayor\n', '')).toEqual([
    "case.yaml:41:5: actor 'mayor' has neither a primary name nor a name of its own: mark one of its names with isPrimary, or add `name:` with a description",
  ]);
});

test('a document without its hash', async () => {
  expect(await problemsWith('    codePoints: 241\n', '')).toEqual([
    "case.yaml:5:5: document 'harbour-fire-report' has no codePoints: add it",
  ]);
});

test('a passage may start where the one before it ends', async () => {
  expect(await problemsWith('start: 57, end: 96', 'start: 56, end: 96')).toEqual([]);
});

test('a passage may end where the document does', async () => {
  expect(await problemsWith('start: 210, end: 240', 'start: 210, end: 241')).toEqual([]);
});

test('a passage without a place is no gap: those around it are compared', async () => {
  const problems = await problemsWith(
    'number: 3, paragraph: 2, kind: SENTENCE, start: 57, end: 96,',
    'number: 3, kind: SENTENCE,',
  );
  expect(problems.filter((line) => !line.includes('has no'))).toEqual([]);
  const overlapping = await problemsOf({
    'case.yaml': original
      .replace('number: 3, paragraph: 2, kind: SENTENCE, start: 57, end: 96,', 'number: 3, kind: SENTENCE,')
      .replace('paragraph: 2, kind: SENTENCE, start: 97', 'paragraph: 1, kind: SENTENCE, start: 55'),
  });
  expect(overlapping).toEqual(
    expect.arrayContaining([
      expect.stringContaining('passage 4 starts at 55, within passage '),
      expect.stringContaining('passage 4 is in paragraph 1, before that of the passage above (2)'),
    ]),
  );
});

test('a citation in a case without a document says that there is none', async () => {
  const text = original.replace(/documents:[^]*?(?=places:)/, '');
  const problems = await problemsOf({ 'case.yaml': text });
  expect(problems).not.toEqual([]);
  expect(problems.every((line) => line.endsWith('citation without document: the case has no document: add one'))).toBe(
    true,
  );
});

test('records of which a field is wrong are not taken for one', async () => {
  const wrong = `      - { actor: onlookers, role: ATENDEE, ${cited} }\n`;
  const problems = await problemsWith('    participations:\n', `    participations:\n${wrong}${wrong}`);
  expect(problems).toEqual(Array(2).fill(expect.stringContaining("role 'ATENDEE' is not known")));
});

test.each([
  ['citations', '    citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]', '    citations:\n'],
  ['names', '    names:\n      - { value: the fire', '    names:\n'],
])('a record may have a hundred %s, and no more', async (list, from, head) => {
  const entry = (n: number) =>
    list === 'citations'
      ? `      - { passage: 4, fidelity: PARAPHRASED, standing: REPORTED, key: k${n} }\n`
      : `      - { value: fire ${n}, kind: ALIAS, ${cited} }\n`;
  const entries = (count: number) => Array.from({ length: count }, (_, n) => entry(n)).join('');
  const rest = list === 'citations' ? '' : '      - { value: the fire';
  const [most, more] = list === 'citations' ? [100, 101] : [99, 100];
  expect(await problemsWith(from, head + entries(most) + rest)).toEqual([]);
  expect(await problemsWith(from, head + entries(more) + rest)).toEqual([
    expect.stringContaining(`${list} has 101 entries, at most 100 are allowed: divide the record`),
  ]);
});

test.each(['events', 'legalActions'])('the %s of a statement may be more than a hundred', async (list) => {
  const [from, one] =
    list === 'events'
      ? ['events: [warehouse-fire]\n    legalActions', 'event']
      : ['legalActions: [doe-charge]', 'legal action'];
  const slugs = Array.from({ length: 101 }, (_, index) => `x${index}`).join(', ');
  const after = from.includes('\n') ? '\n    legalActions' : '';
  const problems = await problemsWith(from, `${list}: [${slugs}]${after}`);
  expect(problems.filter((line) => !line.includes(`unknown ${one}`))).toEqual([]);
});

test('a circle is shown with ten of its records', async () => {
  const places = Array.from(
    { length: 11 },
    (_, n) => `  - { slug: p${n}, name: P, kind: SITE, parent: p${(n + 1) % 11}, ${cited} }\n`,
  );
  const [first] = await problemsWith('places:\n', `places:\n${places.join('')}`);
  expect(first).toContain(
    'parent leads back to the record itself (p0 → p1 → p2 → p3 → p4 → p5 → p6 → p7 → p8 → p9 → … → p0)',
  );
});
