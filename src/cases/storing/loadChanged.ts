/** Loads cases that have changed: reads, checks all of them together, then writes one transaction after the other. */
import type pg from 'pg';
import { type ReadCase } from '../checking/check.ts';
import { checkChanged } from './checkChanged.ts';
import { readCoverage } from './coverage.ts';
import { keepAncestors, placesAmong } from './ancestors.ts';
import { applyStaged, stageRows, type Changes, rowsChanged } from './apply.ts';
import { addComputed } from './computedRows.ts';
import { measureExtents } from './extents.ts';
import { readDifferences, recordsIn, type Differences } from './differences/differences.ts';
import { StoredCases } from './stored.ts';
import { tables } from './tables.ts';
import { writeAlone } from './transaction.ts';
import { Failure } from '../../failure.ts';
import { type ChangedFolder, type LoadOptions, type LoadReport } from './load.ts';
import { type Group, nextGroup } from './nextGroup.ts';
import { named } from './named.ts';
import { readCase } from '../reading/read.ts';
import { addCase, addMerged, caseId, TableRows } from './rows.ts';
import { type CaseSource } from '../reading/source.ts';

/** From so many changed rows on, the planner's statistics are renewed. */
const worthAnalyzing = 1000;

interface Changed {
  folders: readonly ChangedFolder[];
  cases: readonly CaseSource[];
  /** The folders of cases that are given too and in the database as they are, by slug. */
  unchanged: ReadonlyMap<string, string>;
  options: LoadOptions;
}

/** Loads what `loadCases` found changed; see there. */
export async function loadChanged(
  url: string,
  client: pg.ClientBase,
  { folders, cases, unchanged, options }: Changed,
): Promise<Pick<LoadReport, 'loaded' | 'differences' | 'warnings'> & { kept: readonly string[] }> {
  const { progress, casesPerTransaction = 1, stored = new StoredCases() } = options;
  progress.update('Reading the case files …');
  const read = await Promise.all(folders.map(({ folder, files }) => readCase(folder, files)));
  await stored.refresh(client);
  progress.update('Checking the case files …');
  const given = [...read, ...cases.map((source) => ({ source, problems: [] }))];
  const checked = await checkChanged(client, given, stored, { ...options, unchanged });

  let pending: readonly ReadCase[] = [...checked.cases].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const notes = [...read.flatMap((one) => one.warnings), ...checked.warnings];
  if (options.compareOnly) {
    const differences = await compare(url, client, pending, { ...options, stored });
    return { loaded: [], differences, kept: checked.kept, warnings: notes };
  }
  const loaded: (Changes & { slugs: string[] })[] = [];
  const differences: (Differences & { slugs: string[] })[] = [];
  while (pending.length > 0) {
    const what = `loading the case${pending.length > 1 ? 's' : ''} ${named(pending.map(({ slug }) => slug))}`;
    const group = await writeAlone({ url, client, what, progress }, async () => {
      progress.update(
        'Loading cases …',
        `${pending[0]?.slug ?? ''} (${checked.cases.length - pending.length + 1} of ${checked.cases.length})`,
      );
      await stored.refresh(client);
      const next = nextGroup(pending, stored, casesPerTransaction);
      const written = await writeGroup(client, next, stored);
      return { result: { ...next, ...written }, changed: rowsChanged(written.changes) > 0 };
    }).catch((error: unknown) => {
      throw withLoaded(
        error,
        loaded.flatMap(({ slugs }) => slugs),
      );
    });
    const slugs = group.cases.map(({ slug }) => slug);
    loaded.push({ slugs, ...group.changes });
    differences.push({ slugs, ...group.differences });
    pending = pending.filter((one) => !group.cases.includes(one));
  }
  if (loaded.reduce((sum, changes) => sum + rowsChanged(changes), 0) >= worthAnalyzing) {
    progress.update('Analyzing the tables …');
    await client.query(`analyze ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
  }
  return {
    loaded,
    differences,
    kept: checked.kept,
    warnings: [
      ...notes,
      ...(await readCoverage(
        client,
        checked.cases.map(({ slug }) => slug),
      )),
    ],
  };
}

/** What failed, with the cases that were loaded before: they stay. */
function withLoaded(error: unknown, slugs: readonly string[]): unknown {
  if (!(error instanceof Failure) || slugs.length === 0) return error;
  return new Failure(`${error.message}; loaded before that, and kept: ${named(slugs)}`, { cause: error });
}

/** Says what loading all of the cases would change. */
async function compare(
  url: string,
  client: pg.ClientBase,
  pending: readonly ReadCase[],
  { progress, stored }: { progress: LoadOptions['progress']; stored: StoredCases },
): Promise<(Differences & { slugs: string[] })[]> {
  if (pending.length === 0) return [];
  const slugs = pending.map(({ slug }) => slug);
  const what = `comparing the cases ${named(slugs)}`;
  return writeAlone({ url, client, what, progress }, async () => {
    const group = nextGroup(pending, stored, pending.length);
    await stageRows(client, rowsOf(group));
    const contents = group.cases.map(({ content }) => content);
    const differences = await readDifferences(client, slugs.map(caseId), contents);
    return { result: [{ slugs, ...differences }], changed: false };
  });
}

function rowsOf({ cases, merged }: Group): TableRows {
  const rows = new TableRows();
  const now = new Date();
  const shared = new Map(merged.map((record) => [record.id, record]));
  for (const one of cases) {
    addCase(rows, one, now);
    addComputed(rows, one, shared);
  }
  const keySlugs = new Map(cases.flatMap(({ content }) => [...content.keySlugs]));
  for (const record of merged) addMerged(rows, record, keySlugs);
  return rows;
}

async function writeGroup(
  client: pg.ClientBase,
  group: Group,
  stored: StoredCases,
): Promise<{ changes: Changes; differences: Differences }> {
  const { cases, merged, left } = group;
  const rows = rowsOf(group);
  const ids = cases.map(({ slug }) => caseId(slug));
  await stageRows(client, rows);
  // Of what is all new there is nothing to compare with.
  const isNew = cases.every(({ slug }) => stored.get(slug) === undefined);
  const differences = isNew
    ? { counts: { added: recordsIn(rows), changed: 0, removed: 0 }, list: [] }
    : await readDifferences(
        client,
        ids,
        cases.map(({ content }) => content),
      );
  const changes = await applyStaged(client, ids, rows);
  if (rowsChanged(changes) === 0) return { changes, differences };
  await keepAncestors(client, placesAmong(merged));
  await measureExtents(client, ids, left);
  return { changes, differences };
}
