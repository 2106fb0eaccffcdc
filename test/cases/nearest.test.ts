import { expect, test } from '@jest/globals';
import { didYouMean } from '../../src/cases/nearest.ts';

const meant = (word: string) => `: did you mean '${word}'?`;

test('of several that are as near, the first is named; a nearer one in any place', () => {
  expect(didYouMean('harbor', ['harbour-a', 'harbour', 'harbours'])).toBe(meant('harbour'));
  expect(didYouMean('cat', ['bat', 'rat'])).toBe(meant('bat'));
});

test('the case of letters makes no difference', () => {
  expect(didYouMean('attack', ['KILLING', 'ATTACK'])).toBe(meant('ATTACK'));
});

test('another word is not named: more than half of the letters would change', () => {
  expect(didYouMean('abcdef', ['abcxyz'])).toBe(meant('abcxyz'));
  expect(didYouMean('abcdef', ['abwxyz'])).toBe('');
  expect(didYouMean('a', [])).toBe('');
});

test('of a short word two letters may be wrong', () => {
  expect(didYouMean('to', ['at'])).toBe(meant('at'));
  expect(didYouMean('to', ['and'])).toBe('');
});

test('a word that was cut short, or has something added, is near however much is missing', () => {
  expect(didYouMean('the', ['the-trial-of-the-harbour-master'])).toBe(meant('the-trial-of-the-harbour-master'));
  expect(didYouMean('mayor-of-the-harbour', ['mayor'])).toBe(meant('mayor'));
  // Two letters are in too many words.
  expect(didYouMean('of', ['out-of-office'])).toBe('');
});

test('what is too long to be a slip, and what stands too far down a list, is not looked for', () => {
  expect(didYouMean('a'.repeat(200), ['a'.repeat(199)])).toBe(meant('a'.repeat(199)));
  expect(didYouMean('a'.repeat(201), ['a'.repeat(200)])).toBe('');
  const others = (count: number) => Array.from({ length: count }, () => 'zzzzzz');
  expect(didYouMean('mayor', [...others(1999), 'mayors'])).toBe(meant('mayors'));
  expect(didYouMean('mayor', [...others(2000), 'mayors'])).toBe('');
});
