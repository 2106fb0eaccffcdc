import { expect, test } from '@jest/globals';
import { describeMistakes, type Mistake, problemsWith } from './mistakes.ts';

describeMistakes({
  citations: [
    [
      '    reportedIn: mayor-statement\n',
      '    reportedIn: mayor-statement\n    ▸citation: []\n',
      "unknown field 'citation': did you mean 'citations'? (the fields here are slug, summary, medium, label, date, speakers, onBehalfOf, addressees, actors, events, legalActions, reportedIn, occasion, standing, formerSlugs, positions, citations, cite)",
    ],
    [
      'parties: [{ actor: jane-doe, role: SUBJECT, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: CHARGED }] }]',
      'parties: [▸{ actor: jane-doe, role: SUBJECT }]',
      "legal party 'jane-doe SUBJECT' of legal action 'doe-charge' has no citation: add `cite: 12 QUOTED REPORTED`, with the number of the passage that says it",
    ],
    [
      'citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]',
      'citations: ▸[{ passage: 4, relation: CONTEXT, fidelity: PARAPHRASED, standing: REPORTED }]',
      "event 'police-search' has no citation that SUPPORTS it: cite the passage that says it",
    ],
    [
      'field: date, note: The year is that of the statement.',
      'field: ▸dat, note: The year is that of the statement.',
      "Event has no field 'dat': did you mean 'date'?",
    ],
    [
      '- { passage: 8, fidelity: INFERRED, standing: REPORTED, field: date, note: The year is that of the statement. }',
      '- ▸{ passage: 8, fidelity: INFERRED, standing: REPORTED, field: date }',
      'an INFERRED citation needs a note that says from what: add `note:`',
    ],
    [
      '- { passage: 8, fidelity: INFERRED, standing: REPORTED, field: date, note: The year is that of the statement. }',
      '- ▸{ passage: 8, relation: CONTRADICTS, fidelity: QUOTED, standing: REPORTED }',
      'a CONTRADICTS citation needs a note that says what the passage says instead: add `note:`',
    ],
    [
      'citations: [{ passage: 5, fidelity: QUOTED, standing: ALLEGED }]',
      'citations: [{ passage: 5, fidelity: QUOTED, standing: ▸DISPROVEN }]',
      'a passage that takes back or disproves does not support: write relation CONTRADICTS with DISPROVEN',
      "115:5: claim 'fire-was-arson' is DISPROVEN without a CONTRADICTS citation of that standing: cite the passage, or correct the standing",
    ],
  ],
  // Nothing is concluded from what is missing because it was wrong.
  'a citation with a wrong field': [
    [
      'citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]',
      'citations: [{ passage: 4, relation: ▸SUPORTS, fidelity: PARAPHRASED, standing: REPORTED }]',
      "relation 'SUPORTS' is not known: did you mean 'SUPPORTS'? (one of SUPPORTS, CONTRADICTS, CONTEXT)",
    ],
    ['note: The year is that of the statement.', 'note: ▸[a]', 'note must be a text'],
    [
      'citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]',
      'citations: [{ passage: 4, fidelity: PARAPHRASED, standing: ▸REPORTD }]',
      "standing 'REPORTD' is not known: did you mean 'REPORTED'? (one of REPORTED, ALLEGED, CHARGED, ADMITTED, ADJUDICATED, WITHDRAWN, DISPROVEN, INFERRED)",
    ],
  ],
  standing: [
    [
      'slug: police-search\n',
      'slug: police-search\n    standing: ▸ALLEGED\n',
      "event 'police-search' is ALLEGED while the citations that support it say REPORTED: correct the one or the other",
    ],
    [
      'slug: fire-was-arson\n    text',
      'slug: fire-was-arson\n    standing: ▸DISPROVEN\n    text',
      "claim 'fire-was-arson' is DISPROVEN without a CONTRADICTS citation of that standing: cite the passage, or correct the standing",
    ],
    [
      'role: SUBJECT, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: CHARGED }] }]\n    statuses',
      'role: SUBJECT, standing: ▸ADJUDICATED, citations: [{ passage: 5, fidelity: PARAPHRASED, standing: CHARGED }] }]\n    statuses',
      "legal party 'jane-doe SUBJECT' of legal action 'doe-charge' is ADJUDICATED while the citations that support it say CHARGED: correct the one or the other",
    ],
    ...['ALLEGED', 'CHARGED'].map((standing): Mistake => [
      '{ actor: onlookers, role: ATTENDEE, citations: [{ passage: 7, fidelity: PARAPHRASED, standing: REPORTED',
      `{ actor: onlookers, role: ▸PERPETRATOR, citations: [{ passage: 7, fidelity: PARAPHRASED, standing: ${standing}`,
      `participation 'onlookers PERPETRATOR' of event 'warehouse-fire': PERPETRATOR needs the standing REPORTED, ADMITTED or ADJUDICATED, not ${standing}: make it a SUSPECT, or a claim that holds the actor responsible`,
    ]),
    ...['WITHDRAWN', 'DISPROVEN'].map((standing): Mistake => [
      '{ actor: onlookers, role: ATTENDEE, citations: [{ passage: 7',
      `{ actor: onlookers, role: ▸PERPETRATOR, standing: ${standing}, citations: [{ passage: 6, relation: CONTRADICTS, fidelity: PARAPHRASED, standing: ${standing}, note: No. }, { passage: 7`,
      `participation 'onlookers PERPETRATOR' of event 'warehouse-fire': PERPETRATOR needs the standing REPORTED, ADMITTED or ADJUDICATED, not ${standing}: make it a SUSPECT, or a claim that holds the actor responsible`,
    ]),
  ],
});

test.each(['date', 'place', 'names', 'participations', 'kind'])(
  'a passage may bear on the %s of an event',
  async (field) => {
    expect(await problemsWith('field: date, note: The year', `field: ${field}, note: The year`)).toEqual([]);
  },
);

test.each(['event', 'holdsResponsible', 'text'])('a passage may bear on the %s of a claim', async (field) => {
  expect(
    await problemsWith(
      'citations: [{ passage: 5, fidelity: QUOTED, standing: ALLEGED }]',
      `citations: [{ passage: 5, fidelity: QUOTED, standing: ALLEGED }, { passage: 5, fidelity: QUOTED, standing: ALLEGED, field: ${field} }]`,
    ),
  ).toEqual([]);
});

test.each(['field: date', 'relation: CONTEXT', 'key: again'])(
  'a passage may be cited again for the same record with another %s',
  async (apart) => {
    const citation = '{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }';
    expect(
      await problemsWith(
        `citations: [${citation}]`,
        `citations: [${citation}, ${citation.replace(' }', `, ${apart} }`)}]`,
      ),
    ).toEqual([]);
  },
);

test('an event that only a charge tells of', async () => {
  expect(
    await problemsWith(
      '    citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]',
      '    citations: [{ passage: 4, fidelity: PARAPHRASED, standing: CHARGED }]',
    ),
  ).toEqual([
    "case.yaml:81:5: event 'police-search' can't be CHARGED: it may be INFERRED, REPORTED, ALLEGED or ADJUDICATED, cite accordingly",
  ]);
});

test('what bears on a field, or is concluded, does not disagree', async () => {
  expect(
    await problemsWith(
      '- { passage: 8, fidelity: INFERRED, standing: REPORTED',
      '- { passage: 8, fidelity: INFERRED, standing: ALLEGED',
    ),
  ).toEqual([]);
});

test.each(['REPORTED', 'ADMITTED', 'ADJUDICATED'])('a perpetrator may be %s', async (standing) => {
  expect(
    await problemsWith(
      '{ actor: onlookers, role: ATTENDEE, citations: [{ passage: 7, fidelity: PARAPHRASED, standing: REPORTED',
      `{ actor: onlookers, role: PERPETRATOR, citations: [{ passage: 7, fidelity: PARAPHRASED, standing: ${standing}`,
    ),
  ).toEqual([]);
});

test.each(['WITHDRAWN', 'DISPROVEN'])('a suspicion may be %s by a passage that contradicts it', async (standing) => {
  expect(
    await problemsWith(
      '{ actor: onlookers, role: ATTENDEE, citations: [{ passage: 7',
      `{ actor: onlookers, role: SUSPECT, standing: ${standing}, citations: [{ passage: 6, relation: CONTRADICTS, fidelity: PARAPHRASED, standing: ${standing}, note: No. }, { passage: 7`,
    ),
  ).toEqual([]);
});

test('a passage of the context may take something back: that is not of this record', async () => {
  expect(
    await problemsWith(
      'citations: [{ passage: 5, fidelity: QUOTED, standing: ALLEGED }]',
      'citations: [{ passage: 5, fidelity: QUOTED, standing: ALLEGED }, { passage: 6, relation: CONTEXT, fidelity: QUOTED, standing: WITHDRAWN }]',
    ),
  ).toEqual([]);
});

test.each([
  ['slug', 'Event', 'field: date, note: The year'],
  ['key', 'Item', 'foundAt: police-search, citations: [{ passage: 4, fidelity: QUOTED'],
])('a passage does not bear on the %s, which is ours', async (field, type, from) => {
  const to = from.includes('field: date') ? from.replace('date', field) : `${from}, field: ${field}`;
  const problems = await problemsWith(from, to);
  expect(problems.join('\n')).toContain(`${type} has no field '${field}'`);
});
