import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkCases } from '../../src/cases/checking/check.ts';
import { coverageOf } from '../../src/cases/checking/passageCoverage.ts';
import { divideText } from '../../src/cases/dividing/divide.ts';
import { documentEntry } from '../../src/cases/reading/documentEntry.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { projectFolder } from '../../src/config.ts';

const page = readFileSync(join(projectFolder, 'docs', 'case-files.md'), 'utf8');
const block = (language: string, containing: string) =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].find(
    ([, name, text]) => name === language && text?.includes(containing),
  )?.[2] ?? '';

test('the example of docs/case-files.md is a case without a mistake, of which every passage is cited', async () => {
  const { source, problems } = await readCase('example', new Map([['case.yaml', Buffer.from(block('yaml', 'case:'))]]));
  const checked = checkCases([source], []);
  expect([...problems, ...checked.problems]).toEqual([]);
  expect(coverageOf(checked.cases.map(({ content }) => content))).toEqual([
    { slug: 'harbour-fire-report', total: 7, uncited: [] },
  ]);
});

test('its document is what `npm run passages` prints of its text', () => {
  const text = block('text', 'warehouse');
  const options = { slug: 'harbour-fire-report', title: 'Fire in the harbour', language: 'en', quotes: true };
  expect(block('yaml', 'case:')).toContain(documentEntry(text, divideText(text, { language: 'en' }), options));
});
