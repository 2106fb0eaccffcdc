// Servers have the same tags only if the same program, with the same libraries, makes their answers.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { makeFolder, removeFolder } from '../start/project.ts';

let folder: string;
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => {
  removeFolder(folder);
});

/** A copy of the program, with the libraries of the project. */
function copyTo(name: string): string {
  const copy = join(folder, name);
  for (const part of ['src', 'prisma', 'package.json', 'package-lock.json'])
    cpSync(join(projectFolder, part), join(copy, part), { recursive: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

const question = `import { codeVersion } from './src/server/codeVersion.ts'; console.log(await codeVersion());`;

function versionOf(project: string): string {
  const args = ['--import', './src/typescript.mjs', '--input-type=module', '--eval', question];
  return execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' }).trim();
}

test('a version is that of the files, wherever they are', () => {
  const [one, another] = [copyTo('one'), copyTo('another')];
  const version = versionOf(one);
  expect(version).toMatch(/^[\w-]{43}$/);
  expect(versionOf(another)).toBe(version);
  appendFileSync(join(one, 'src', 'graphql', 'types', 'event.ts'), '\n');
  const changed = versionOf(one);
  expect(changed).not.toBe(version);
  appendFileSync(join(another, 'package-lock.json'), '\n');
  expect([version, changed]).not.toContain(versionOf(another));
  const third = copyTo('third');
  writeFileSync(join(third, 'prisma', 'migrations', 'function.sql'), 'create or replace function …');
  expect(versionOf(third)).not.toBe(version);
});

test('where it cannot be read, no two are the same', () => {
  const copy = copyTo('unreadable');
  rmSync(join(copy, 'package-lock.json'));
  expect(versionOf(copy)).not.toBe(versionOf(copy));
});
