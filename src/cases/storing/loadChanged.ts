/** Loads cases that have changed: reads, checks all of them together, then writes one transaction after the other. */
import type pg from 'pg';
import { checkCases, type ReadCase } from '../checking/check.ts';
import { findChangedPassages, refusal, refuseChangedPassages } from './changedPassages.ts';
import { readCoverage } from './coverage.ts';
import { applyRows, type Changes, rowsChanged } from './apply.ts';
import { measureExtents } from './extents.ts';
import { StoredCases } from './stored.ts';
import { tables } from './tables.ts';
import { writeAlone } from './transaction.ts';
import { Failure } from '../../failure.ts';
import { type ChangedFolder, type LoadOptions, type LoadReport } from './load.ts';
import { type Group, nextGroup } from './nextGroup.ts';
import { CaseProblems, firstOf } from '../problems.ts';
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
): Promise<Pick<LoadReport, 'loaded' | 'warnings'>> {
  const { progress, casesPerTransaction = 1, stored = new StoredCases() } = options;
  progress.update('Reading the case files …');
  const read = await Promise.all(folders.map(({ folder, files }) => readCase(folder, files)));
  await stored.refresh(client);
  progress.update('Checking the case files …');
  const sources = [...read.map(({ source }) => source), ...cases];
  const { checked, warnings } = await check(client, sources, stored, { ...options, unchanged });
  const problems = firstOf(...read.map((one) => one.problems), checked.problems);
  if (problems.length > 0) throw new CaseProblems(problems);

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
    warnings: [
      ...read.flatMap((one) => one.warnings),
      ...warnings,
      ...(await readCoverage(
        client,
        checked.cases.map(({ slug }) => slug),
      )),
    ],
  };
}

/**
 * Checks the cases. Those that would change a passage under records that cite it are refused, or left out with a warning.
 * @throws Failure where they are refused.
 */
async function check(
  client: pg.ClientBase,
  sources: readonly CaseSource[],
  stored: StoredCases,
  {
    accepted = new Set(),
    keepCited = false,
    unchanged,
  }: Pick<LoadOptions, 'accepted' | 'keepCited'> & Pick<Changed, 'unchanged'>,
): Promise<{ checked: ReturnType<typeof checkCases>; warnings: string[] }> {
  const checked = checkCases(sources, stored.all, unchanged);
  if (checked.problems.length > 0) return { checked, warnings: [] };
  const changed = await findChangedPassages(client, checked.cases, accepted);
  if (!keepCited) refuseChangedPassages(changed);
  if (changed.length === 0) return { checked, warnings: [] };
  const leftOut = new Set(changed.flatMap((passage) => passage.cases));
  const others = checked.cases.filter(({ slug }) => !leftOut.has(slug)).map(({ content }) => content.source);
  const rest = await check(client, others, stored, { accepted, keepCited, unchanged });
  const warning = `the case${leftOut.size === 1 ? '' : 's'} ${named([...leftOut])} stay${leftOut.size === 1 ? 's' : ''} as loaded before: ${refusal(changed)}`;
  // Cases that need the new text of the others wait for it.
  if (rest.checked.problems.length > 0) return { checked: { cases: [], problems: [] }, warnings: [warning] };
  return { checked: rest.checked, warnings: [warning, ...rest.warnings] };
}

/** What failed, with the cases that were loaded before: they stay. */
function withLoaded(error: unknown, slugs: readonly string[]): unknown {
  if (!(error instanceof Failure) || slugs.length === 0) return error;
  return new Failure(`${error.message}; loaded before that, and kept: ${named(slugs)}`, { cause: error });
}

/** The first of the slugs, in quotation marks. */
function named(slugs: readonly string[]): string {
  const more = slugs.length > 3 ? ` and ${slugs.length - 3} more` : '';
  return `${slugs
    .slice(0, 3)
    .map((slug) => `'${slug}'`)
    .join(', ')}${more}`;
}

async function writeGroup(client: pg.ClientBase, { cases, merged, left }: Group): Promise<Changes> {
  const rows = new TableRows();
  const now = new Date();
  for (const one of cases) addCase(rows, one, now);
  for (const record of merged) addMerged(rows, record);
  const ids = cases.map(({ slug }) => caseId(slug));
  const changes = await applyRows(client, ids, rows);
  if (rowsChanged(changes) > 0) await measureExtents(client, ids, left);
  return changes;
}
