// What is likely wrong, and may be right: it is told, and the case loads.
import { expect, test } from '@jest/globals';
import { checkCases } from '../../src/cases/checking/check.ts';
import { looksLikeName } from '../../src/cases/checking/nameHint.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { original } from './mistakes.ts';

async function warningsWith(from: string, to: string): Promise<string[]> {
  const files = new Map([['case.yaml', new TextEncoder().encode(original.replace(from, to))]]);
  const { source } = await readCase('harbour-fire', files);
  const { problems, warnings } = checkCases([source], []);
  expect(problems).toEqual([]);
  return warnings.map(({ message }) => message);
}

test.each(['Jane Doe', 'NCRI', 'J. R. Doe', 'Ludwig van Beethoven', '“Mr X”', 'Иванова И. И.', 'Jean-Pierre'])(
  '%s looks like a name',
  (name) => {
    expect(looksLikeName(name)).toBe(true);
  },
);

test.each([
  'the mayor',
  'Ein Zeuge',
  'whoever runs the harbour',
  'people in Belgium',
  '三名嫌疑人',
  'authorities of France',
  '300',
])('%s does not look like a name', (name) => {
  expect(looksLikeName(name)).toBe(false);
});

test('an actor that is called by what looks like a name', async () => {
  expect(await warningsWith('    name: the mayor\n', '    name: Martha Mayor\n')).toEqual([
    "'Martha Mayor' looks like a name: if a source gives it, write it under `names:` with `isPrimary: true` and its citation; a description in your own words begins with a small letter",
  ]);
  expect(await warningsWith('x', 'x')).toEqual([]);
});

test('offences of a party that the action is not against, and a verdict that was dismissed', async () => {
  const party = 'parties: [{ actor: jane-doe, role: SUBJECT, ';
  expect(await warningsWith(party, `${party}offences: [arson], `)).toEqual([]);
  const mayor =
    '{ actor: mayor, role: JUDGE, offences: [arson], citations: [{ passage: 5, fidelity: QUOTED, standing: REPORTED }] }';
  expect(await warningsWith('parties: [', `parties: [${mayor}, `)).toEqual([
    "legal party 'mayor JUDGE' of legal action 'doe-charge': arson does not stand with the role JUDGE: offences stand at the party that the action is against",
  ]);
  expect(
    await warningsWith(
      '    kind: PROCEEDING\n    statuses: [{ status: FILED',
      '    kind: VERDICT\n    statuses: [{ status: DISMISSED',
    ),
  ).toEqual([
    "legal status 'DISMISSED' of legal action 'doe-proceeding': DISMISSED does not stand with the kind of what it is part of VERDICT: charges, suits and requests are dismissed: write REVOKED, or the action that reverses it",
  ]);
});
