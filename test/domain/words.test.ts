import { describe, expect, test } from '@jest/globals';
import { countWords, firstWords, wordsOf } from '../../src/domain/words.ts';

describe('words are counted', () => {
  test.each([
    ['', 0],
    ['  one two\n\tthree ', 3],
    ['don’t, Jean-Pierre', 3],
    ['the 4,000 of U.S. v. Doe', 6],
    ['one_two_three', 3],
    ['a — b', 3],
    ['👷👷', 1],
    ['他走了。', 2],
    ['警方在港口的仓库里发现了二十升汽油', 11],
    ['警察は港で汽油を見つけた', 7],
    ['ตำรวจพบน้ำมันในท่าเรือ', 5],
    ['می‌خواهم بروم', 2],
  ])('in %j: %i', (text, count) => {
    // ICU's dictionaries differ a little between versions of Node.
    if (/[\u0e00-\u9fff]/.test(text)) expect(Math.abs(countWords(text) - count)).toBeLessThanOrEqual(2);
    else expect(countWords(text)).toBe(count);
  });
});

test('a text of Chinese has more than twelve words long before it has 140 characters', () => {
  const sentence = '警方周六在港口的一个旧仓库里发现了二十升汽油市长说这是纵火而港口主任否认了指控';
  expect(countWords(sentence)).toBeGreaterThan(12);
});

test('words are what holds a letter or digit', () => {
  expect(wordsOf('“It was arson,” said — the mayor (44).')).toEqual([
    'It',
    'was',
    'arson',
    'said',
    'the',
    'mayor',
    '44',
  ]);
});

test('a text is cut at the end of a word', () => {
  expect(firstWords('“It was arson,” said the mayor.', 3)).toBe('“It was arson');
  expect(firstWords('他走了', 9)).toBe('他走了');
});
