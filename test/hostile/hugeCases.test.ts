/** Cases of more and larger files, and wrong more often, than any that a person writes. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { original } from '../cases/mistakes.ts';
import { useFigures } from './figures.ts';
import { useLoads } from './loads.ts';

const tried = useFigures(import.meta.url, 'A file');
const files = useLoads();

const good = 'case: { slug: huge, title: A, summary: B. }\n';
const list = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

describe('the bound of a case', () => {
  test('is 32 MiB', async () => {
    const padding = Object.fromEntries(
      ['b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.yaml`, `#${'x'.repeat(7 * 1024 * 1024)}`]),
    );
    expect(await files.refusalOf({ 'a.yaml': good, ...padding })).toEqual([
      ' has more than the 33554432 bytes of a case: divide the case',
    ]);
  });

  test('is 1000 files', async () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.yaml`, '']));
    const sql = `select title from "Case" where slug = 'huge'`;
    expect(await files.loadedRow({ ...many(999), 'a.yaml': good }, 'huge', sql)).toEqual({ title: 'A' });
    expect(await files.refusalOf({ 'b.yaml': '' })).toEqual([
      ' has 1001 files, more than the 1000 of a case: divide the case',
    ]);
  });

  test('is 300,000 values, in whatever files', async () => {
    const quarter = `none: [${'1,'.repeat(75_000)}]\n`;
    const unknown = (name: string) =>
      `${name}.yaml:1:1: unknown field 'none': the fields here are case, defaults, documents, places, actors, events, statements, claims, legalActions`;
    const most = { 'a.yaml': good, 'b.yaml': quarter, 'c.yaml': quarter, 'd.yaml': quarter };
    expect(await files.refusalOf(most)).toEqual([unknown('b'), unknown('c'), unknown('d')]);
    expect(await files.refusalOf({ 'e.yaml': quarter, 'f.yaml': 'not: { read: [' })).toEqual([
      'e.yaml:1:1: with this file the case has more than 300000 values: divide the case',
    ]);
  });
  afterAll(
    () => void tried('Cases of more than 32 MiB, 1000 files or 300,000 values', 3, 'Refused; as much as that is read'),
  );
});

describe('what is told at once', () => {
  test('is 1000 problems of a case', async () => {
    const lines = await files.refusalOf({ 'a.yaml': `${good}actors:\n${list(5000, () => '  - x\n')}` });
    expect(lines).toHaveLength(1001);
    expect(lines.at(0)).toBe('a.yaml:3:5: must be a record with slug, kind, name …');
    expect(lines.at(-1)).toBe('and more: correct these first');
  });

  test('is the first fault of a file that is not YAML, 20 keys that stand twice beside the rest', async () => {
    expect(await files.refusalOf({ 'a.yaml': list(5000, () => 'a: @\n') })).toHaveLength(1);
    expect(await files.refusalOf({ 'a.yaml': list(5000, () => 'case: 1\n') })).toHaveLength(21);
  });

  test('is 1000 problems of all files together', async () => {
    const broken = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.yaml`, list(30, () => 'case: 1\n')]));
    const lines = await files.refusalOf(broken);
    expect(lines).toHaveLength(1001);
    expect(lines.at(-1)).toBe('and more: correct these first');
  });

  test('is the beginning of a circle', async () => {
    const circle = list(3000, (n) => `  - { slug: p${n}, parent: p${(n + 1) % 3000} }\n`);
    const lines = await files.refusalOf({ 'a.yaml': original.replace('places:\n', `places:\n${circle}`) });
    expect(lines.find((line) => line.includes(': parent leads back'))).toMatch(
      /: parent leads back to the record itself \(p0 → p1 → .* → p9 → … → p0\): correct one of them$/,
    );
  });
  afterAll(
    () => void tried('Files that are wrong in thousands of places', 5, 'The first 1000 are told, each in a line'),
  );
});
