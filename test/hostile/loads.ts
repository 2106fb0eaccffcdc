// Case files of strangers, loaded into a real database: what is said of them, and what is there afterwards.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { CaseProblems } from '../../src/cases/problems.ts';
import { removeCase } from '../../src/cases/storing/remove.ts';
import { Failure } from '../../src/failure.ts';
import { silent } from '../cases/caseFolders.ts';
import { allRows, query, type StoredRow } from '../cases/rows.ts';
import { useDatabase } from '../support/database.ts';

/** Case files by name. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Longer than any message that a person reads. */
const longestLine = 1000;

/** Gives a test file a database, of which each test leaves every row as it was. */
export function useLoads() {
  const database = useDatabase('tables');
  let before: StoredRow[];
  let folder: string;
  beforeAll(async () => {
    before = await allRows(database.url);
    folder = `${mkdtempSync(join(tmpdir(), 'casebook-strange-'))}/`;
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    folder = `${mkdtempSync(join(tmpdir(), 'casebook-strange-'))}/`;
    const expected = before;
    // What one test has changed is not the fault of the next.
    before = await allRows(database.url);
    expect(before).toEqual(expected);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (files: Files) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(folder + name, content);
  };
  const load = () => loadCases(database.url, { folders: [folder], progress: silent });

  return {
    get folder() {
      return folder;
    },

    /** @returns the lines that tell why the files (beside those that are there) are not loaded; the folder's name left out. */
    async refusalOf(files: Files): Promise<string[]> {
      write(files);
      const refused: unknown = await load().catch((error: unknown) => error);
      if (!(refused instanceof CaseProblems || refused instanceof Failure))
        throw new Error('the files are loaded, or loading them fails', { cause: refused });
      const lines = refused.message.split('\n').map((line) => line.replaceAll(folder, ''));
      expect(lines.filter((line) => line.length > longestLine)).toEqual([]);
      return lines;
    },

    /** Loads the files, which are of the case `slug`, twice, and removes it again. @returns what was told of them each time. */
    async warningsOf(files: Files, slug: string): Promise<(readonly string[])[]> {
      write(files);
      const told = [(await load()).warnings, (await load()).warnings];
      await removeCase(database.url, slug);
      return told;
    },

    /** Loads the files, which are of the case `slug`, and removes it again. @returns the one row that the query found. */
    async loadedRow(files: Files, slug: string, sql: string): Promise<Record<string, unknown> | undefined> {
      write(files);
      await load();
      const rows = await query<Record<string, unknown>>(database.url, sql);
      await removeCase(database.url, slug);
      return rows[0];
    },
  };
}

/** A text with ▸ at the place where something is wrong, without it, and with that place as `file:line:column`. */
export function marked(file: string, text: string): { text: string; place: string } {
  const before = text.slice(0, text.indexOf('▸')).split('\n');
  return { text: text.replace('▸', ''), place: `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}` };
}
