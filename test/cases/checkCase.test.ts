import { describe, expect, test } from '@jest/globals';
import { checkCases } from '../../src/cases/checking/check.ts';
import { printProblems } from '../../src/cases/problems.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { original, problemsOf, problemsWith } from './mistakes.ts';

const cited = 'citations: [{ passage: 3, fidelity: PARAPHRASED, standing: REPORTED }]';

test('the case that the tests break is without a mistake', async () => {
  expect(await problemsOf({ 'case.yaml': original })).toEqual([]);
});

describe('the case as a whole', () => {
  test('tells all that is wrong at once, in the order of the lines', async () => {
    const text = original
      .replace('outcome: COMPLETED', 'outcom: COMPLETED')
      .replace('place: old-port', 'place: old-prot')
      .replace("edtf: '2018-06-30', verbatim", "edtf: '2018-06-31', verbatim")
      .replace('    medium: STATEMENT', '    medium: SPEACH')
      .replace('holdsResponsible: [jane-doe]', 'holdsResponsible: [jane-do]');
    expect(
      (await problemsOf({ 'case.yaml': text })).map((line) => line.replace(/ \((one of|the fields) .*/, '')),
    ).toEqual([
      'case.yaml:58:5: event without outcome: add it',
      "case.yaml:62:5: unknown field 'outcom': did you mean 'outcome'?",
      "case.yaml:63:19: date.edtf '2018-06-31': no such day in the calendar",
      "case.yaml:64:12: unknown place 'old-prot': did you mean 'old-port'?",
      "case.yaml:93:13: medium 'SPEACH' is not known: did you mean 'SPEECH'?",
      "case.yaml:119:24: unknown actor 'jane-do': did you mean 'jane-doe'?",
    ]);
  });

  test('a wrong record can still be referred to', async () => {
    expect(
      await problemsWith('  - slug: mayor\n    kind: PERSON\n', '  - slug: mayor\n    kind: PRESON\n'),
    ).toHaveLength(1);
  });

  test('needs `case`, once', async () => {
    expect(await problemsOf({ 'a.yaml': 'actors: []\n' })).toEqual([
      'a.yaml:1:1: no file of the folder has `case`: add `case: { slug: …, title: …, summary: … }`',
    ]);
    expect(await problemsOf({ 'a.yaml': original, 'b.yaml': 'case: { slug: b, title: B, summary: B. }\n' })).toEqual([
      'b.yaml:1:1: `case` stands in another file too: keep one',
    ]);
  });

  test('needs a `document:` in its citations when it has several', async () => {
    expect(
      await problemsOf({
        'case.yaml': original,
        'more.yaml': 'documents: [{ slug: other, title: O, kind: REPORT, sha256: '.concat(
          '0'.repeat(64),
          ', codePoints: 1 }]\n',
        ),
      }),
    ).toContain(
      'case.yaml:22:100: citation without document: the case has not exactly one document: name it with `document:`, here or in `defaults`',
    );
  });

  test('has no list of more than 100 entries but those that may grow', async () => {
    const many = Array.from(
      { length: 101 },
      (_, index) => `{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED, key: k${index} }`,
    );
    expect(
      await problemsWith(
        'citations: [{ passage: 4, fidelity: PARAPHRASED, standing: REPORTED }]',
        `citations: [${many.join(', ')}]`,
      ),
    ).toEqual(['case.yaml:88:16: citations has 101 entries, at most 100 are allowed: divide the record']);
    const guests = Array.from(
      { length: 101 },
      (_, index) => `      - { actor: onlookers, role: ATTENDEE, key: k${index}, ${cited} }\n`,
    );
    expect(await problemsWith('    participations:\n', `    participations:\n${guests.join('')}`)).toEqual([]);
  });

  test('does not go round in circles over several records', async () => {
    expect(await problemsWith("date: { edtf: '2018-06-30', verbatim: on June 30 }", 'parent: police-search')).toEqual([
      'case.yaml:63:13: parent leads back to the record itself (warehouse-fire → police-search → warehouse-fire): correct one of them',
      'case.yaml:86:13: parent leads back to the record itself (police-search → warehouse-fire → police-search): correct one of them',
    ]);
  });

  test('takes a field without a value as one that is left out', async () => {
    expect(await problemsWith('    description: The harbour master.\n', '    description:\n    size: ~\n')).toEqual([]);
    expect(await problemsWith('title: Search by the police', 'title:')).toEqual([
      'case.yaml:81:5: event without title: add it',
    ]);
  });

  test('takes a year that is not in quotes', async () => {
    expect(await problemsWith("by: '2019'", 'by: 2019')).toEqual([]);
  });

  test('has a slug that no other folder has', async () => {
    const files = new Map([['case.yaml', Buffer.from(original)]]);
    const sources = await Promise.all(['one', 'two'].map(async (folder) => (await readCase(folder, files)).source));
    expect(printProblems(checkCases(sources, []).problems)).toContain(
      "two/case.yaml:2:15: case 'harbour-fire' is also in one: give one of the two another slug",
    );
  });
});
