import { describe, expect, test } from '@jest/globals';
import { readCase } from '../../src/cases/reading/read.ts';
import { type CaseRecord } from '../../src/cases/reading/record.ts';
import { readRecords } from '../../src/cases/reading/records.ts';
import { describeMistakes, original, problemsOf } from './mistakes.ts';

const event = `    citations:
      - { passage: 2, fidelity: PARAPHRASED, standing: REPORTED }
      - { passage: 8, fidelity: INFERRED, standing: REPORTED, field: date, note: The year is that of the statement. }
`;

/** The case with the citations of its first event written otherwise. */
function withCite(written: string, defaults = ''): string {
  expect(original).toContain(event);
  return `${defaults}${original.replace(event, written)}`;
}

/** Every citation of the case, as the loader takes it on. */
async function citationsOf(text: string) {
  const { source, problems } = await readCase('harbour-fire', new Map([['case.yaml', Buffer.from(text)]]));
  const read = readRecords(source);
  expect([...problems, ...read.problems]).toEqual([]);
  const asLoaded = ({ id, ordinal, fields, owner }: CaseRecord) => ({ id, ordinal, fields, owner: owner?.id });
  return read.content.records.flatMap(({ citations }) => citations.map(asLoaded));
}

const defaults = 'defaults: { document: harbour-fire-report, fidelity: PARAPHRASED, standing: REPORTED }\n';
const noted = 'The year is that of the statement.';

describe('a short citation is the one in full', () => {
  test.each<[what: string, written: string, before: string]>([
    [
      'words, and a note after a colon',
      `cite:\n      - 2 PARAPHRASED REPORTED\n      - 8 INFERRED REPORTED date: ${noted}`,
      '',
    ],
    [
      'words in another order',
      `cite:\n      - 2 REPORTED SUPPORTS PARAPHRASED\n      - 8 date REPORTED INFERRED: ${noted}`,
      '',
    ],
    [
      'short and in full in one list',
      `cite: [2 PARAPHRASED REPORTED, { passage: 8, fidelity: INFERRED, standing: REPORTED, field: date, note: ${noted} }]`,
      '',
    ],
    ['what the file gives for all', `cite: [2, { 8 INFERRED date: ${noted} }]`, defaults],
    [
      'what the file gives, in full',
      `cite: [{ passage: 2 }, { passage: 8, fidelity: INFERRED, field: date, note: ${noted} }]`,
      defaults,
    ],
    [
      'what the file gives, under citations',
      `citations: [{ passage: 2 }, { passage: 8, fidelity: INFERRED, field: date, note: ${noted} }]`,
      defaults,
    ],
    ['a note within the quotes', `cite: [2 PARAPHRASED REPORTED, '8 INFERRED REPORTED date: ${noted}']`, ''],
    ['quotes change nothing', `cite: ['2', { '8 INFERRED date': ${noted} }]`, defaults],
  ])('%s', async (_, written, before) => {
    expect(await citationsOf(withCite(`    ${written}\n`, before))).toEqual(await citationsOf(original));
  });

  test('alone, without a list', async () => {
    const written = withCite('    cite: 2\n', defaults);
    expect(await citationsOf(written)).toEqual(
      await citationsOf(withCite('    citations: [{ passage: 2 }]\n', defaults)),
    );
  });
});

test('`defaults` are those of one file, and what a citation says itself goes before', async () => {
  const [top, events] = withCite('    cite: [2, 1 ALLEGED CONTEXT]\n').split(/^(?=events:)/m) as [string, string];
  expect(await problemsOf({ 'case.yaml': top, 'events.yaml': defaults + events })).toEqual([]);
  expect(await problemsOf({ 'case.yaml': defaults + top, 'events.yaml': events })).toEqual([
    expect.stringMatching(/^events.yaml:\d+:12: citation without fidelity: add it, here or in `defaults`$/),
    expect.stringMatching(/^events.yaml:\d+:12: citation without standing: add it, here or in `defaults`$/),
    expect.stringMatching(/^events.yaml:\d+:15: citation without fidelity: add it, here or in `defaults`$/),
  ]);
});

const written = 'citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]';

describeMistakes({
  'the short form': [
    [
      written,
      'cite: ▸4 PARAPHRASED REPORTD',
      "'REPORTD' is not known: did you mean 'REPORTED'? (one of QUOTED, PARAPHRASED, INFERRED, REPORTED, ALLEGED, CHARGED, ADMITTED, ADJUDICATED, WITHDRAWN, DISPROVEN, SUPPORTS, CONTRADICTS, CONTEXT, or the name of a field)",
    ],
    [written, 'cite: [▸4 paraphrased REPORTED]', "'paraphrased' is not known: did you mean 'PARAPHRASED'?"],
    [written, 'cite: [▸4 QUOTED PARAPHRASED REPORTED]', 'fidelity stands here twice: keep one'],
    [
      written,
      'cite: ▸PARAPHRASED 4',
      "'PARAPHRASED 4' is not a citation: begin with the number of a passage, as in `12 QUOTED ALLEGED`",
    ],
    [written, 'cite: ▸4, 5', 'write several as a list, as in [4, 5]'],
    [written, 'cite: ▸-4', "'-4' is not a citation: begin with the number of a passage, as in `12 QUOTED ALLEGED`"],
    [written, 'cite: [▸true]', 'must be the number of a passage, or a citation such as `12 QUOTED`'],
    [
      written,
      'cite: [▸4 QUOTED REPORTED date place]',
      "'place' is a second name of a field: write one citation for each, or quotes round a text",
    ],
    [written, 'cite: [4 QUOTED REPORTED, ▸4 QUOTED REPORTED dat]', "Event has no field 'dat': did you mean 'date'?"],
    [
      written,
      'cite: [▸99 QUOTED REPORTED]',
      "document 'harbour-fire-report' has no passage 99: correct the number, or add the passage to the document",
    ],
    [written, 'cite: [4 QUOTED REPORTED, { 8 INFERRED REPORTED: ▸[a] }]', 'note must be a text'],
    [
      written,
      'cite: ▸{ 4 QUOTED REPORTED: a, 8 QUOTED REPORTED: b }',
      'several citations in one record: begin each with a hyphen',
    ],
    [
      written,
      `${written}\n    ▸cite: 4 QUOTED REPORTED`,
      'a record has `cite` or `citations`, not both: write all of them under `cite`',
    ],
    [
      written,
      'citations: [▸4]',
      'must be a record with passage, document, relation …: short citations stand under `cite`',
    ],
    [
      written,
      'cite: ▸[4 QUOTED REPORTED CONTEXT]',
      "event 'police-search' has no citation that SUPPORTS it: cite the passage that says it",
    ],
  ],
  defaults: [
    [
      'places:\n',
      'defaults: { fidelity: ▸QUOTD }\nplaces:\n',
      "fidelity 'QUOTD' is not known: did you mean 'QUOTED'? (one of QUOTED, PARAPHRASED, INFERRED)",
    ],
    [
      'places:\n',
      'defaults: { ▸relation: CONTEXT }\nplaces:\n',
      "unknown field 'relation': the fields here are document, fidelity, standing",
    ],
    [
      'places:\n',
      'defaults: { document: ▸harbour-report }\nplaces:\n',
      "unknown document 'harbour-report': did you mean 'harbour-fire-report'?",
    ],
  ],
});
