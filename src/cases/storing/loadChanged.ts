/** Loads cases that have changed: reads, checks all of them together, then writes one transaction after the other. */
import type pg from 'pg';
import { type ReadCase } from '../checking/check.ts';
import { checkChanged } from './checkChanged.ts';
import { readCoverage } from './coverage.ts';
import { applyRows, type Changes, rowsChanged } from './apply.ts';
import { addComputed } from './computedRows.ts';
import { measureExtents } from './extents.ts';
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
): Promise<Pick<LoadReport, 'loaded' | 'warnings'> & { kept: readonly string[] }> {
  const { progress, casesPerTransaction = 1, stored = new StoredCases() } = options;
  progress.update('Reading the case files …');
  const read = await Promise.all(folders.map(({ folder, files }) => readCase(folder, files)));
  await stored.refresh(client);
  progress.update('Checking the case files …');
  const given = [...read, ...cases.map((source) => ({ source, problems: [] }))];
  const checked = await checkChanged(client, given, stored, { ...options, unchanged });

  const loaded: (Changes & { slugs: string[] })[] = [];
  let pending: readonly ReadCase[] = [...checked.cases].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  while (pending.length > 0) {
    const what = `loading the case${pending.length > 1 ? 's' : ''} ${named(pending.map(({ slug }) => slug))}`;
    const group = await writeAlone({ url, client, what, progress }, async () => {
      progress.update(
        'Loading cases …',
        `${pending[0]?.slug ?? ''} (${checked.cases.length - pending.length + 1} of ${checked.cases.length})`,
      );
      await stored.refresh(client);
      const next = nextGroup(pending, stored, casesPerTransaction);
      const changes = await writeGroup(client, next);
      return { result: { ...next, changes }, changed: rowsChanged(changes) > 0 };
    }).catch((error: unknown) => {
      throw withLoaded(
        error,
        loaded.flatMap(({ slugs }) => slugs),
      );
    });
    loaded.push({ slugs: group.cases.map(({ slug }) => slug), ...group.changes });
    pending = pending.filter((one) => !group.cases.includes(one));
  }
  if (loaded.reduce((sum, changes) => sum + rowsChanged(changes), 0) >= worthAnalyzing) {
    progress.update('Analyzing the tables …');
    await client.query(`analyze ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
  }
  return {
    loaded,
    kept: checked.kept,
    warnings: [
      ...read.flatMap((one) => one.warnings),
      ...checked.warnings,
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

async function writeGroup(client: pg.ClientBase, { cases, merged, left }: Group): Promise<Changes> {
  const rows = new TableRows();
  const now = new Date();
  const shared = new Map(merged.map((record) => [record.id, record]));
  for (const one of cases) {
    addCase(rows, one, now);
    addComputed(rows, one, shared);
  }
  for (const record of merged) addMerged(rows, record);
  const ids = cases.map(({ slug }) => caseId(slug));
  const changes = await applyRows(client, ids, rows);
  if (rowsChanged(changes) > 0) await measureExtents(client, ids, left);
  return changes;
}
