// The property: what a valid case file says, the API tells; loaded twice it is loaded once; removed, nothing is left of it.
import fc from 'fast-check';
import { beforeAll, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { loadCases } from '../../src/cases/storing/load.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { removeCase } from '../../src/cases/storing/remove.ts';
import { fixtureFolder, silent } from '../cases/caseFolders.ts';
import { allRows } from '../cases/rows.ts';
import { useDatabase } from '../support/database.ts';
import type { useFigures } from './figures.ts';
import { validCases } from './generate/case.ts';
import { stored } from './generate/text.ts';
import { expectedOf } from './readBack/expected.ts';
import { plain } from './readBack/plain.ts';
import { useReadBack } from './readBack/server.ts';

/** The ways in which YAML may be written; never folded: some texts `yaml` folds into others. */
const yamlStyles = fc.constantFrom<(content: unknown) => string>(
  (content) => JSON.stringify(content),
  ...(['PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'] as const).map(
    (defaultStringType) => (content: unknown) =>
      stringify(content, { lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity, defaultStringType }),
  ),
);

/** The case in one file, as it would be read from a folder. */
const readText = (text: string) => readCase('generated', new Map([['case.yaml', Buffer.from(text)]]));

/** Tests so many generated cases, in a database that has another case of which some records are shared. */
export function testRoundTrips(tried: ReturnType<typeof useFigures>, seed: number, runs: number): void {
  const database = useDatabase('tables');
  const api = useReadBack(database);
  beforeAll(() => loadCases(database.url, { folders: [fixtureFolder('harbour-fire')], progress: silent }));

  test(`what a valid case file says, the API tells (seed ${seed})`, async () => {
    await expectRoundTrips(database.url, api, seed, runs);
    expect(await api.notCompiled()).toBe(0);
    tried(
      'Generated valid cases: all record types, vocabularies and forms of date, texts that look like YAML or SQL',
      runs,
      'Loaded; every field and both ends of each relation read back over GraphQL; loaded again: no row written; removed: no row left',
    );
  });
}

/** Loads, asks, loads again and removes generated cases; fast-check tells seed, path and the smallest case that fails. */
async function expectRoundTrips(url: string, api: ReturnType<typeof useReadBack>, seed: number, numRuns: number) {
  const before = await allRows(url);
  const property = fc.asyncProperty(validCases, yamlStyles, async (generated, write) => {
    const { source, problems } = await readText(write(generated.content));
    expect(problems).toEqual([]);
    const load = () => loadCases(url, { cases: [source], progress: silent, force: true });
    try {
      await load();
      const { case: itself, ...lists } = await api.read('generated');
      const told = Object.entries(lists).map(([list, records]) => [list, inOrder(records)]);
      const { slug, title, summary } = generated.content['case'] as Record<string, string>;
      const own = { slug, title: stored(title), summary: stored(summary), revision: source.revision };
      const expected = Object.entries(expectedOf(generated)).map(([list, records]) => [list, inOrder(plain(records))]);
      expect({ case: itself, ...Object.fromEntries(told) }).toEqual({
        case: plain(own),
        ...Object.fromEntries(expected),
      });
      const loaded = await allRows(url);
      expect((await load()).loaded).toEqual([{ slugs: ['generated'], inserted: 0, updated: 0, deleted: 0 }]);
      expect(await allRows(url)).toEqual(loaded);
    } finally {
      await removeCase(url, 'generated').catch(() => {});
    }
    expect(await allRows(url)).toEqual(before);
  });
  // Each try takes a database: a failing case is told as it is, with the seed and path to it.
  await fc.assert(property, { seed, numRuns, endOnFailure: true });
}

/** By their slugs: the API has an order of its own. */
const inOrder = (records: unknown) =>
  (records as Record<string, string>[]).toSorted((a, b) => ((a['slug'] ?? '') < (b['slug'] ?? '') ? -1 : 1));
