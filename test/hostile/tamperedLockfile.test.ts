/** A lockfile, or a page about it, that somebody tampered with: `npm run check` says so before anything is installed. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { treeProblems } from '../../.ci/trees.ts';
import { useFigures } from './figures.ts';
import { attempts } from './tampering.ts';

const tried = useFigures(import.meta.url, 'Supply chain');

const files = [
  'package.json',
  'package-lock.json',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'bench/package.json',
  'bench/package-lock.json',
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-lockfile-'));
  mkdirSync(join(folder, 'bench'));
  cpSync(join(projectFolder, '.ci'), join(folder, '.ci'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Lays out the project's files, one of them changed. */
function tamper(file: string, change: (text: string) => string): void {
  for (const name of files) cpSync(join(projectFolder, name), join(folder, name));
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, change(readFileSync(path, { encoding: 'utf8', flag: 'a+' })));
}

afterEach(() => rmSync(join(folder, 'node_modules'), { recursive: true, force: true }));

test('the project itself is as it says', () => {
  expect(treeProblems(projectFolder)).toEqual([]);
});

test.each(attempts)('%s', (_what, file, change, message) => {
  tamper(file, change);
  expect(treeProblems(folder)).toContainEqual(expect.stringMatching(message));
});

test('`npm run check` fails', () => {
  tamper('SECURITY.md', () => '');
  const preload = join(projectFolder, 'src', 'typescript.mjs');
  const program = join(folder, '.ci', 'supplyChain.ts');
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, program], { encoding: 'utf8' });
  expect(stderr).toContain('esbuild is not in SECURITY.md, "Install scripts"');
  expect(status).toBe(1);
  tried(
    'lockfiles, manifests and pages that somebody tampered with',
    attempts.length,
    '`npm run check` fails, and says what to do',
  );
});
