// How long, how large and how many: exactly at each bound, and one beyond it.
import { expect, test } from '@jest/globals';
import { country } from '../../src/cases/reading/schema/country.ts';
import { problemsWith } from './mistakes.ts';

test.each(['lower', 'upper'])('a measure may have its %s bound alone', async (bound) => {
  expect(await problemsWith('{ kind: CHARGE_COUNTS, lower: 2,', `{ kind: CHARGE_COUNTS, ${bound}: 2,`)).toEqual([]);
});

test('bounds may be the same', async () => {
  expect(await problemsWith('{ kind: CHARGE_COUNTS, lower: 2,', '{ kind: CHARGE_COUNTS, lower: 2, upper: 2,')).toEqual(
    [],
  );
});

test('a list of a hundred is taken', async () => {
  const offences = Array.from({ length: 100 }, (_, index) => `x${index}`).join(', ');
  expect(await problemsWith(`offences: [negligence, 'arson, "aggravated"']`, `offences: [${offences}]`)).toEqual([]);
});

test.each([
  ['title: Search by the police', 'title', 500],
  ['summary: Police found petrol.', 'summary', 10_000],
])('%s may be as long as its bound, and no longer', async (from, field, most) => {
  expect(await problemsWith(from, `${field}: ${'a'.repeat(most)}`)).toEqual([]);
  expect(await problemsWith(from, `${field}: ${'a'.repeat(most + 1)}`)).toEqual([
    expect.stringContaining(`${field} is longer than ${most} characters: shorten it`),
  ]);
});

test('the countries are the 249 of ISO 3166-1', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((one) => letters.map((other) => one + other));
  const taken = codes.filter((code) => country.safeParse(code).success);
  expect(taken).toHaveLength(249);
  // Codes that others use, or that were taken back.
  for (const code of ['EU', 'UK', 'XK', 'UN', 'SU', 'YU', 'AN', 'ZZ']) expect(taken).not.toContain(code);
  for (const code of ['fr', 'FRA', 'F', ' FR']) expect(country.safeParse(code).success).toBe(false);
});

const slugOf = (length: number) => 'a'.repeat(length);

test.each([
  ['quantity: 20', 'quantity: 0', 'quantity: -0.1'],
  ['quantity: 20', 'quantity: 9007199254740991', 'quantity: 9007199254740992'],
  ['reportedAge: 44', 'reportedAge: 0', 'reportedAge: -1'],
  ['reportedAge: 44', 'reportedAge: 150', 'reportedAge: 151'],
  ['size: 300', 'size: 1', 'size: 0'],
  ['size: 300', 'size: 2147483647', 'size: 2147483648'],
  ['number: 1, paragraph: 1', 'number: 1, paragraph: 1', 'number: 1, paragraph: 0'],
  ['language: en', 'language: de', 'language: d'],
  ['language: en', 'language: gsw', 'language: engl'],
  ['language: en', 'language: zh-Hant-TW', 'language: zh-H'],
  ['slug: fire-was-an-accident', `slug: ${slugOf(100)}`, `slug: ${slugOf(101)}`],
  ['kind: MUNICIPALITY', 'kind: COUNTRY', 'kind: country'],
])('instead of %s it may be %s, and not %s', async (from, most, more) => {
  expect(await problemsWith(from, most)).toEqual([]);
  const [problem, ...others] = await problemsWith(from, more);
  expect(problem).toContain(`: ${/(\w+):[^:]*$/.exec(more)?.[1] ?? ''} `);
  expect(others).toEqual([]);
});

test.each(['\\n', '\\r', '\\r\\n'])('a title has no line break (%s), a summary may', async (end) => {
  expect(await problemsWith('title: Search by the police', `title: "a${end}b"`)).toEqual([
    expect.stringContaining('title has a line break: write it on one line'),
  ]);
  expect(await problemsWith('summary: Police found petrol.', `summary: "a${end}b"`)).toEqual([]);
});

test('twelve words of a source are taken', async () => {
  const twelve = 'one two three four five six seven eight nine ten eleven twelve';
  expect(await problemsWith('verbatim: Some 300 people', `verbatim: ${twelve}`)).toEqual([]);
});

test('an address may have two thousand characters behind its scheme', async () => {
  const withUrl = (length: number) =>
    problemsWith('    kind: ARTICLE\n', `    kind: ARTICLE\n    url: https://${'example.org/'.padEnd(length, 'x')}\n`);
  expect(await withUrl(2000)).toEqual([]);
  expect(await withUrl(2001)).toEqual([expect.stringContaining('url is not a web address')]);
});
