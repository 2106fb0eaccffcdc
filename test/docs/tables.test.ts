// The pages that are printed from tables say what the program does: a figure that is changed by mistake differs here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { printErrorCodes } from '../../src/answer/errorCodes.ts';
import { printClientLimits } from '../../src/clientLimits.ts';
import { projectFolder } from '../../src/config.ts';

/** Lines without what prettier puts into tables. */
const linesOf = (page: string) =>
  page
    .split('\n')
    .map((line) => line.replace(/-{3,}/g, '---').replace(/ +/g, ' ').trim())
    .filter((line) => line !== '');

test.each([
  ['errors.md', printErrorCodes],
  ['limits.md', printClientLimits],
])('docs/%s is the table of the source', (page, print) => {
  const written = readFileSync(join(projectFolder, 'docs', page), 'utf8');
  expect(linesOf(print())).toEqual(linesOf(written));
});
