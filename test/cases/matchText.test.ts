// A user's own copy of a document, compared with where its passages are: no database is needed for it.
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { matchText, ranges } from '../../src/cases/reading/matchText.ts';
import { sha256 } from '../../src/domain/text.ts';
import { caseFolder } from './caseFolders.ts';

const copies = caseFolder();

/** What is remarked of a text with passages at these places, with their quotes. */
async function remarksOn(text: string, places: readonly [start: number, end: number, quote?: string][]) {
  copies.write('copy.txt', text);
  const points = Array.from(text);
  const passages = places.map(([start, end, quote], index) => ({
    ...{ number: index + 1, start, end, quote },
    sha256: sha256(points.slice(start, end).join('')),
  }));
  const document = { slug: 'd', sha256: sha256(text), passages };
  const { misquoted, outside } = await matchText(join(copies.folder, 'copy.txt'), document);
  return [...misquoted, ...outside];
}

test('white space between passages is no text', async () => {
  expect(
    await remarksOn('One.\n\n\tTwo. ', [
      [0, 4],
      [7, 11],
    ]),
  ).toEqual([]);
});

test('text before, between and behind the passages is told, with its place', async () => {
  expect(
    await remarksOn('a One. b Two. c', [
      [9, 13],
      [2, 6],
    ]),
  ).toEqual([
    'text outside the passages, code points 0 to 2: "a"',
    'text outside the passages, code points 6 to 9: "b"',
    'text outside the passages, code points 13 to 15: "c"',
  ]);
});

test('what two passages have in common is not outside of them', async () => {
  expect(
    await remarksOn('One two three.', [
      [0, 14],
      [4, 7],
    ]),
  ).toEqual([]);
});

test('of long text outside the beginning is told, of forty characters all', async () => {
  const forty = 'x'.repeat(40);
  expect(await remarksOn(forty, [])).toEqual([`text outside the passages, code points 0 to 40: "${forty}"`]);
  expect(await remarksOn(`${forty}y`, [])).toEqual([`text outside the passages, code points 0 to 41: "${forty}…"`]);
});

test('a quote has to be in its passage, letter for letter', async () => {
  const text = 'One man went. Two men stayed.';
  expect(
    await remarksOn(text, [
      [0, 13, 'man went'],
      [14, 29, 'men stayed.'],
    ]),
  ).toEqual([]);
  expect(
    await remarksOn(text, [
      [0, 13, 'men stayed'],
      [14, 29, 'two men'],
    ]),
  ).toEqual([
    "the quote 'men stayed' is not, letter for letter, in passage 1",
    "the quote 'two men' is not, letter for letter, in passage 2",
  ]);
});

test('numbers that follow each other are told as a range', () => {
  expect(ranges([])).toBe('');
  expect(ranges([4])).toBe('4');
  expect(ranges([10, 2, 1, 5, 4, 6])).toBe('1-2, 4-6, 10');
});
