/** A lockfile, or a page about it, that somebody tampered with: `npm run check` says so before anything is installed. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { librariesIn } from '../../.ci/embeddedLibraries.ts';
import { treeProblems } from '../../.ci/trees.ts';
import { useFigures } from './figures.ts';
import { attempts } from './tampering.ts';
import { embedded, versionAttempts } from './tamperingVersions.ts';

const tried = useFigures(import.meta.url, 'Supply chain');

const files = [
  'package.json',
  'package-lock.json',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'bench/package.json',
  'bench/package-lock.json',
  'prisma/cli/package.json',
  'prisma/cli/package-lock.json',
  'test/clients/package.json',
  'test/clients/package-lock.json',
  // What the check itself needs.
  'src/closedOutput.ts',
];

const installed = [join('node_modules', 'semver'), embedded];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-lockfile-'));
  for (const name of files) mkdirSync(dirname(join(folder, name)), { recursive: true });
  cpSync(join(projectFolder, '.ci'), join(folder, '.ci'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const all = [...attempts, ...versionAttempts];

/** Lays out the project's files, one of them changed, and of what is installed what the check reads. */
function tamper(file: string, change: (text: string) => string): void {
  for (const name of files) cpSync(join(projectFolder, name), join(folder, name));
  for (const name of installed) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(join(projectFolder, name), join(folder, name));
  }
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, change(readFileSync(path, { encoding: 'utf8', flag: 'a+' })));
}

afterEach(() => rmSync(join(folder, 'node_modules'), { recursive: true, force: true }));

test('the project itself is as it says', () => {
  expect(treeProblems(projectFolder)).toEqual([]);
});

test.each(all)('%s', (_what, file, change, message) => {
  tamper(file, change);
  expect(treeProblems(folder)).toContainEqual(expect.stringMatching(message));
});

test('a library of the embedded PostgreSQL that nobody knows is named by its file', () => {
  const native = join(folder, 'other', 'native');
  mkdirSync(join(native, 'bin'), { recursive: true });
  mkdirSync(join(native, 'lib'));
  writeFileSync(join(native, 'bin', 'postgres'), '\0postgres (PostgreSQL) 18.5\n\0');
  symlinkSync('libicuuc.so.78.1', join(native, 'lib', 'libicuuc.so.78'));
  for (const [name, text] of [
    ['libicuuc.so.78.1', ''],
    ['libnew.so.3', ''],
    ['libpq.so.5.18', ''],
    ['libssl.so.3', '\0OpenSSL of another kind\0'],
    ['libxml2.so.2', '\xff21402\0'],
    ['libz.so.1', '\0 inflate 1.3.1 Copyright\0'],
  ] as const)
    writeFileSync(join(native, 'lib', name), text, 'latin1');
  const found = ['ICU 78.1', 'PostgreSQL 18.5', 'libnew.so.3', 'libssl.so.3', 'libxml2 2.14.2', 'zlib 1.3.1'];
  expect(librariesIn(join(folder, 'other'))?.sort()).toEqual(found.sort());
  expect(librariesIn(folder)).toBeUndefined();
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
    all.length,
    '`npm run check` fails, and says what to do',
  );
});
