import { expect, test } from '@jest/globals';
import { addProblems, firstOf, mostProblems, printProblems, type Problem } from '../../src/cases/problems.ts';

const at = (file: string, line: number, column: number, message = 'wrong'): Problem => ({
  file,
  line,
  column,
  message,
});
const many = (count: number) => Array.from({ length: count }, (_, index) => at('a', index + 1, 1));

test('problems stand in the order of files, lines and columns, as numbers', () => {
  const problems = [at('b', 1, 1), at('a', 10, 1), at('a', 2, 10), at('a', 2, 9), at('a', 1, 20)];
  expect(printProblems(problems)).toEqual([
    'a:1:20: wrong',
    'a:2:9: wrong',
    'a:2:10: wrong',
    'a:10:1: wrong',
    'b:1:1: wrong',
  ]);
});

test('what two checks find at one place is told once, two problems of one place both', () => {
  expect(printProblems([at('a', 1, 1), at('a', 1, 1), at('a', 1, 1, 'odd')])).toEqual(['a:1:1: wrong', 'a:1:1: odd']);
});

test('a message is one line, whatever it quotes', () => {
  expect(printProblems([at('a', 1, 1, "'x\ny'")])).toEqual(["a:1:1: 'x\\u{a}y'"]);
});

test(`of more than ${mostProblems} problems the first are told, and that there are more`, () => {
  expect(printProblems(many(mostProblems - 1))).toHaveLength(mostProblems - 1);
  const all = firstOf(many(mostProblems - 1), many(5));
  expect(all).toHaveLength(mostProblems);
  addProblems(all, many(3));
  expect(all).toHaveLength(mostProblems);
  expect(printProblems(many(mostProblems)).at(-1)).toBe('and more: correct these first');
});
