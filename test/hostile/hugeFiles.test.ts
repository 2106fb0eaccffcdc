/** Case files that are larger or deeper than any that a person writes. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useFigures } from './figures.ts';
import { useLoads } from './loads.ts';

const tried = useFigures(import.meta.url, 'A file');
const files = useLoads();

const good = 'case: { slug: huge, title: A, summary: B. }\n';
const megabytes = (count: number) => `#${'x'.repeat(count * 1024 * 1024 - 2)}\n`;
const list = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

describe('the bound of a file', () => {
  test('is 8 MiB', async () => {
    const sql = `select title from "Case" where slug = 'huge'`;
    const most = good + megabytes(8).slice(0, -good.length - 1) + '\n';
    expect(await files.loadedRow({ 'a.yaml': most }, 'huge', sql)).toEqual({ title: 'A' });
    expect(await files.refusalOf({ 'a.yaml': `${most}#` })).toEqual(['a.yaml has more than 8388608 bytes: divide it']);
  });

  test('is what is read: a file of a terabyte is not', async () => {
    const path = join(files.folder, 'a.yaml');
    writeFileSync(path, good);
    truncateSync(path, 2 ** 40);
    expect(await files.refusalOf({})).toEqual(['a.yaml has more than 8388608 bytes: divide it']);
  });

  const wrong: [what: string, text: string, problem: string][] = [
    [
      '100,000 values',
      `x: [${'1,'.repeat(100_000)}]`,
      'a.yaml:1:200001: more than 100000 values: divide the file, or look for aliases of aliases',
    ],
    ['brackets', '['.repeat(1_000_000), 'a.yaml:1:400000: more than 400000 words and signs: divide the file'],
    ['commas', `[${','.repeat(1_000_000)}`, 'a.yaml:1:400000: more than 400000 words and signs: divide the file'],
    ['hyphens', '- '.repeat(1_000_000), 'a.yaml:1:400000: more than 400000 words and signs: divide the file'],
    ['braces', '{a: '.repeat(500_000), 'a.yaml:1:320000: more than 400000 words and signs: divide the file'],
    ['comments', '#\n'.repeat(1_000_000), 'a.yaml:200001:1: more than 400000 words and signs: divide the file'],
    ['blank lines', '\n'.repeat(1_000_000), 'a.yaml:400001:1: more than 400000 words and signs: divide the file'],
    ['documents', '---\n'.repeat(100_000), 'a.yaml:2:1: a second YAML document: put it into a file of its own'],
    ['lists in lists', list(100, (depth) => `${' '.repeat(depth)}a:\n`), 'a.yaml:42:42: nested more than 40 deep'],
    [
      'one field',
      `case: { slug: huge, title: A, summary: ${'x'.repeat(8_000_000)} }`,
      'a.yaml:1:40: summary is longer than 10000 characters: shorten it',
    ],
    [
      'one key',
      `${'x'.repeat(1_000_000)}: y`,
      'a.yaml:1:1: not valid YAML (The : indicator must be at most 1024 chars after the start of an implicit block mapping key): correct the brackets and indentation, or put a text in quotes',
    ],
    [
      'one word',
      `actors: [{ kind: ${'x'.repeat(1_000_000)} }]`,
      `a.yaml:1:18: kind '${'x'.repeat(60)}…' is not known: write one of PERSON, ORGANIZATION, STATE, GROUP, ASSET`,
    ],
    [
      'one date',
      `documents: [{ published: "${'2018-'.repeat(200_000)}" }]`,
      `a.yaml:1:26: published '${'2018-'.repeat(12)}…': not an EDTF date: write for instance '2018-06-30', '2018-06', '1992', '197X', '2018-06-30~', '2018-06-30/2018-07-02' or '[..2018-07-02]'`,
    ],
  ];
  test.each(wrong)('holds for %s', async (_, text, problem) => {
    expect(await files.refusalOf({ 'a.yaml': text })).toContain(problem);
  });
  afterAll(
    () =>
      void tried(
        'Files of a terabyte, of a million brackets, comments or documents, of 8 MB in one field',
        wrong.length + 2,
        'Refused, most with line and column',
      ),
  );
});
