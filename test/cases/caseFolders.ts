/** Case folders for tests: the two of test/cases/invented, changed as a test needs them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { projectFolder } from '../../src/config.ts';
import { createProgress } from '../../src/progress.ts';

export const fixtureFolder = (name: 'harbour-fire' | 'port-strike') =>
  join(projectFolder, 'test', 'cases', 'invented', name);

export const silent = createProgress({ write: () => true });

export interface CaseFolder {
  folder: string;
  /** The text of case.yaml as it is now. */
  text(): string;
  /** Replaces the one occurrence of `from`. */
  change(from: string, to: string): void;
  write(name: string, text: string): void;
}

/** A copy of one of the two cases, or an empty folder; removed after the tests of the file. */
export function caseFolder(name?: 'harbour-fire' | 'port-strike'): CaseFolder {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-case-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  if (name) cpSync(fixtureFolder(name), folder, { recursive: true });
  const file = join(folder, 'case.yaml');
  const text = () => readFileSync(file, 'utf8');
  return {
    folder,
    text,
    change(from, to) {
      const parts = text().split(from);
      if (parts.length !== 2) throw new Error(`'${from}' occurs ${parts.length - 1} times in ${file}`);
      writeFileSync(file, parts.join(to));
    },
    write: (fileName, content) => writeFileSync(join(folder, fileName), content),
  };
}
