/** Case files with mistakes: what is wrong with them, and where. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkCases } from '../../src/cases/checking/check.ts';
import { printProblems } from '../../src/cases/problems.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { fixtureFolder } from './caseFolders.ts';

/** The case without a mistake. */
export const original = readFileSync(join(fixtureFolder('harbour-fire'), 'case.yaml'), 'utf8');

/** Everything that is wrong with case files, without the folder's name. */
export async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const contents = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const { source, problems } = await readCase('harbour-fire', contents);
  const found = printProblems([...problems, ...checkCases([source], []).problems]);
  return found.map((line) => line.replace(/^harbour-fire\//, ''));
}

/** The problems of the case with its one occurrence of `from` replaced. */
export const problemsWith = (from: string, to: string) => problemsOf({ 'case.yaml': replaceOnce(from, to) });

function replaceOnce(from: string, to: string): string {
  const parts = original.split(from);
  if (parts.length !== 2) throw new Error(`'${from}' occurs ${parts.length - 1} times`);
  return parts.join(to);
}

/** What is replaced, by what (the problem stands at ▸), the message, and what else follows from it, with its place. */
export type Mistake = readonly [from: string, to: string, message: string, ...others: string[]];

/** Tests that each mistake is told with its place, and that nothing else is. */
export function describeMistakes(mistakes: Readonly<Record<string, readonly Mistake[]>>): void {
  describe.each(Object.entries(mistakes))('%s', (_, list) => {
    test.each(list)('%s → %s', async (from, to, message, ...others) => {
      const marked = replaceOnce(from, to);
      const before = marked.slice(0, marked.indexOf('▸')).split('\n');
      const place = `case.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
      const problems = await problemsOf({ 'case.yaml': marked.replace('▸', '') });
      expect(problems.sort()).toEqual([`${place}: ${message}`, ...others.map((other) => `case.yaml:${other}`)].sort());
    });
  });
}
