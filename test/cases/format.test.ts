import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { formatCaseFile } from '../../src/cases/formatting/formatFile.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { type CaseRecord } from '../../src/cases/reading/record.ts';
import { readRecords } from '../../src/cases/reading/records.ts';
import { projectFolder } from '../../src/config.ts';
import { validCases } from '../hostile/generate/case.ts';
import { original } from './mistakes.ts';

const shipped = join(projectFolder, 'seed', 'cases', 'free-iran-rally-plot');

/** What the rows are made of. */
async function rowsOf(files: Readonly<Record<string, string>>) {
  const contents = new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
  const { source, problems } = await readCase('case', contents);
  const read = readRecords(source);
  expect([...problems, ...read.problems]).toEqual([]);
  const asLoaded = (record: CaseRecord): unknown => {
    const { type, id, ordinal, fields, owner, citations } = record;
    return { type, id, ordinal, fields, owner: owner?.id, citations: citations.map(asLoaded) };
  };
  return read.content.records.map(asLoaded);
}

/** Expects the short form to be another text of the same rows, which is not changed again. */
async function expectSameRows(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const formatted = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, formatCaseFile(text)]));
  expect(await rowsOf(formatted)).toEqual(await rowsOf(files));
  for (const text of Object.values(formatted)) expect(formatCaseFile(text)).toBe(text);
  return formatted;
}

const read = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

test('the rows of the case of the project, and of an invented one, stay the same', async () => {
  await expectSameRows(read(shipped));
  await expectSameRows({ 'case.yaml': original });
});

test('the rows of generated cases stay the same, in every style of YAML', async () => {
  const styles = fc.constantFrom<(content: unknown) => string>(
    (content) => JSON.stringify(content),
    (content) => stringify(content, { lineWidth: 0 }),
    (content) => stringify(content, { lineWidth: 80, singleQuote: true }).replaceAll('\n', '\r\n'),
    (content) => stringify(content, { lineWidth: 0, collectionStyle: 'flow' }),
  );
  const property = fc.asyncProperty(validCases, styles, async ({ content }, write) => {
    await expectSameRows({ 'case.yaml': write(content) });
  });
  await fc.assert(property, { seed: 1, numRuns: 12, endOnFailure: true });
});

const lead = `# yaml-language-server: $schema=../../case.schema.json

# The people.
actors:
`;
const usual = '{ passage: 1, fidelity: QUOTED, standing: REPORTED }';
const second = '{ passage: 2, fidelity: QUOTED, standing: ALLEGED }';

describe('the short form', () => {
  test.each<[what: string, before: string, after: string]>([
    [
      'one line where it fits',
      `  - slug: a\n    citations:\n      - ${usual}\n      - ${usual}\n`,
      '  - slug: a\n    cite: [1, 1]\n',
    ],
    [
      'a part on one line',
      `  - slug: a\n    names:\n      - value: A, B\n        kind: ALIAS\n        citations:\n          - ${usual}\n      - value: C\n        kind: ALIAS\n        citations: [${usual}, ${second}]\n`,
      '  - slug: a\n    names:\n      - value: A, B\n        kind: ALIAS\n        cite: 1\n      - { value: C, kind: ALIAS, cite: [1, 2 ALLEGED] }\n',
    ],
    [
      'a note behind a colon',
      `  - slug: a\n    citations:\n      - ${usual}\n      - passage: 3\n        fidelity: INFERRED\n        standing: REPORTED\n        relation: CONTEXT\n        field: name\n        note: >-\n          Why\n          it is.\n`,
      '  - slug: a\n    cite:\n      - 1\n      - 3 INFERRED CONTEXT name: Why it is.\n',
    ],
    [
      'comments, and what has no short form, stay',
      `  - slug: a # first\n    citations:\n      # the heading\n      - ${usual} # usual\n\n      - { passage: 1, fidelity: QUOTED, standing: REPORTED, key: again }\n      - passage: 2\n        # doubtful\n        fidelity: QUOTED\n        standing: ALLEGED\n`,
      '  - slug: a # first\n    cite:\n      # the heading\n      - 1 # usual\n\n      - { passage: 1, fidelity: QUOTED, standing: REPORTED, key: again }\n      - passage: 2\n        # doubtful\n        fidelity: QUOTED\n        standing: ALLEGED\n',
    ],
  ])('%s', (_, before, after) => {
    const more = `  - slug: more\n    citations: [${usual}, ${usual}]\n`;
    const defaults = 'defaults: { fidelity: QUOTED, standing: REPORTED }\n';
    const [schema = '', people = ''] = lead.split(/(?<=\n\n)/);
    expect(formatCaseFile(lead + before + more)).toBe(
      `${schema}${defaults}${people}${after}  - slug: more\n    cite: [1, 1]\n`,
    );
  });
});

test('a file without citations stays as it is, and so does one that is no YAML', () => {
  for (const text of ['case: {slug: a,   title: b}\n', 'a: [', '- x\n']) expect(formatCaseFile(text)).toBe(text);
});
