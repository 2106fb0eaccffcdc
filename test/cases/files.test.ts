// What is read of a case folder, exactly at the bounds: no database is needed for it.
import { linkSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { caseFolders } from '../../src/cases/reading/caseFolders.ts';
import { readFiles } from '../../src/cases/reading/files.ts';
import { revisionOf } from '../../src/cases/reading/filesHash.ts';
import { caseFolder } from './caseFolders.ts';

const MiB = 2 ** 20;
const large = caseFolder();
const others = caseFolder();
const linked = caseFolder();
const folders = caseFolder();

/** Makes a file of so many bytes, which takes no room on the disk. */
function enlarge(name: string, bytes: number): void {
  large.write(name, '');
  truncateSync(join(large.folder, name), bytes);
}

test('a file may have 8 MiB, and all files of a case 32', async () => {
  enlarge('a.yaml', 8 * MiB + 1);
  await expect(readFiles(large.folder)).rejects.toThrow(/a\.yaml has more than 8388608 bytes: divide it$/);
  for (const name of ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml']) enlarge(name, 8 * MiB);
  const { files } = await readFiles(large.folder);
  expect([...files.values()].map(({ length }) => length)).toEqual(Array(4).fill(8 * MiB));
  enlarge('e.yaml', 1);
  await expect(readFiles(large.folder)).rejects.toThrow(
    / has more than the 33554432 bytes of a case: divide the case$/,
  );
});

test('hidden files and files of other names are not read, whatever is in them; those that look like YAML are told', async () => {
  for (const name of ['.hidden.yaml', 'notes.txt', 'yaml', '.yaml']) others.write(name, 'x');
  await expect(readFiles(others.folder)).rejects.toThrow(/ has no \*\.yaml file: a case folder needs at least one$/);
  others.write('b.yaml', 'b');
  others.write('a.yaml', 'a');
  const { files, warnings } = await readFiles(others.folder);
  expect([...files.keys()]).toEqual(['a.yaml', 'b.yaml']);
  const hidden = (name: string) =>
    `${join(others.folder, name)} is hidden, so it is not read: rename it without the dot, or remove it`;
  expect(warnings.toSorted()).toEqual(['.hidden.yaml', '.yaml'].map(hidden));
});

test('the cases of a folder are its folders, in the order of their names, but for hidden ones', async () => {
  for (const name of ['b', '.git', 'a']) mkdirSync(join(folders.folder, name));
  folders.write('notes.yaml', '');
  const found = (await caseFolders([folders.folder])).filter((path) => path.startsWith(folders.folder));
  expect(found).toEqual(['a', 'b'].map((name) => join(folders.folder, name)));
});

test('of files that have another name elsewhere three are named', async () => {
  const add = (name: string) => {
    linked.write(name, '');
    linkSync(join(linked.folder, name), join(linked.folder, `${name}.other`));
  };
  for (const name of ['a.yaml', 'b.yaml', 'c.yaml']) add(name);
  const [three = ''] = (await readFiles(linked.folder)).warnings;
  expect(three).toMatch(/a\.yaml, .*b\.yaml, .*c\.yaml: hard links, so what is written under their other names/);
  add('d.yaml');
  const [four = ''] = (await readFiles(linked.folder)).warnings;
  expect(four).toMatch(/a\.yaml, .*b\.yaml, .*c\.yaml and 1 more: hard links/);
});

test('the state of the files is that of their names and contents, in whatever order', () => {
  const revision = (files: Record<string, string>) =>
    revisionOf(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
  const one = revision({ 'a.yaml': 'x', 'b.yaml': 'y' });
  expect(revision({ 'b.yaml': 'y', 'a.yaml': 'x' })).toBe(one);
  const different: Record<string, string>[] = [
    { 'a.yaml': 'y', 'b.yaml': 'x' },
    { 'a.yaml': 'x', 'c.yaml': 'y' },
    { 'a.yaml': 'x' },
  ];
  expect(new Set([one, ...different.map(revision)]).size).toBe(4);
});
