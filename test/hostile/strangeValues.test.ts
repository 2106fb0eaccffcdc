/** Numbers, words and slugs that another reader of YAML, or JavaScript, would take for something else. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { original } from '../cases/mistakes.ts';
import { useFigures } from './figures.ts';
import { marked, useLoads } from './loads.ts';

const tried = useFigures(import.meta.url, 'A file');
const files = useLoads();

const good = 'case: { slug: strange, title: A, summary: B. }\n';

describe('a number', () => {
  const right: [written: string, read: number][] = [
    ['0x10', 16],
    ['0o10', 8],
    ['+3', 3],
    ['3.0', 3],
    ['3e2', 300],
    ['2147483647', 2147483647],
  ];
  test.each(right)('%s is read as YAML 1.2 says', async (written, read) => {
    const text = original.replace('size: 300', `size: ${written}`);
    const sql = `select size from "Actor" where slug = 'onlookers'`;
    expect(await files.loadedRow({ 'a.yaml': text }, 'harbour-fire', sql)).toEqual({ size: read });
  });

  const wrong = [
    ...[
      '010',
      '1:30',
      '1_000',
      '1,000',
      '0b11',
      '1e999',
      '-1e999',
      '.inf',
      '-.inf',
      '.nan',
      '2147483648',
      '9007199254740993',
    ],
    ...['9'.repeat(1000), '1e-400', '0', '-1', 'true', 'yes', '"3"', '٣', '3.5', '2018-06-30'],
  ];
  test.each(wrong)('%s is no size', async (written) => {
    const { text, place } = marked('a.yaml', original.replace('size: 300', `size: ▸${written}`));
    expect(await files.refusalOf({ 'a.yaml': text })).toEqual([
      `${place}: size must be a whole number from 1 to 2147483647${written === '"3"' ? ': write 3 without quotes' : ''}`,
    ]);
  });
  afterAll(
    () =>
      void tried(
        'Numbers: hexadecimal, octal, sexagesimal, infinite, none, a thousand digits',
        right.length + wrong.length,
        'Loaded as YAML 1.2 reads them, or refused',
      ),
  );
});

describe('a value of another time', () => {
  test('yes is a text, and not true', async () => {
    const { text, place } = marked(
      'a.yaml',
      original.replace('approximate: true, unit: people, citations', 'approximate: ▸yes, unit: people, citations'),
    );
    expect(await files.refusalOf({ 'a.yaml': text })).toEqual([`${place}: approximate must be true or false`]);
  });
  test.each([['no'], ['on'], ['12:30:45'], ['1_000'], ['=']])('%s is a text, and a title', async (title) => {
    const sql = `select title from "Case" where slug = 'strange'`;
    expect(await files.loadedRow({ 'a.yaml': good.replace('title: A', `title: ${title}`) }, 'strange', sql)).toEqual({
      title,
    });
  });
  test('a day without quotes is a date', async () => {
    const sql = `select "dateEdtf" as edtf, "dateEarliest"::text as earliest from "Statement" where slug = 'mayor-statement'`;
    const text = original.replace("date: '2018-07-02'", 'date: 2018-07-02');
    expect(text).not.toBe(original);
    expect(await files.loadedRow({ 'a.yaml': text }, 'harbour-fire', sql)).toEqual({
      edtf: '2018-07-02',
      earliest: '2018-07-02',
    });
  });
});

describe('a slug', () => {
  const right = ['constructor', 'prototype', 'tostring', 'hasownproperty', 'null', 'true', '0', '1e9', 'a'.repeat(100)];
  test.each(right)('%s is one like any other', async (slug) => {
    const sql = `select c."slug" as about from "Claim" c join "_ClaimHoldsResponsible" h on c.id in (h."A", h."B") join "Actor" a on a.id in (h."A", h."B") where a.slug = '${slug}'`;
    const text = original.replaceAll('jane-doe', `"${slug}"`);
    expect(await files.loadedRow({ 'a.yaml': text }, 'harbour-fire', sql)).toEqual({ about: 'fire-was-arson' });
  });
  afterAll(
    () =>
      void tried(
        'Slugs such as constructor, null, 0 and 1e9',
        right.length,
        'Loaded, and found where they are referred to',
      ),
  );
});
