/** Loads cases that have changed: reads, checks all of them together, then writes one transaction after the other. */
import type pg from 'pg';
import { checkCases, type ReadCase } from './check/check.ts';
import { explain } from './check/merge.ts';
import { readCoverage } from './database/coverage.ts';
import { applyRows, type Changes, rowsChanged } from './database/apply.ts';
import { StoredCases } from './database/stored.ts';
import { tables } from './database/tables.ts';
import { writeAlone } from './database/transaction.ts';
import { Failure } from '../src/failure.ts';
import { type ChangedFolder, type LoadOptions, type LoadReport } from './load.ts';
import { DeclarationIndex } from './declarationIndex.ts';
import { mergeRecords, type MergedRecord, type MergeProblem } from './merge.ts';
import { CaseProblems, firstOf } from './problems.ts';
import { readCase } from './read.ts';
import { addCase, addMerged, caseId, TableRows } from './rows.ts';
import { type CaseSource } from './source.ts';

/** From so many changed rows on, the planner's statistics are renewed. */
const worthAnalyzing = 1000;

interface Changed {
  folders: readonly ChangedFolder[];
  cases: readonly CaseSource[];
  options: LoadOptions;
}

/** Loads what `loadCases` found changed; see there. */
export async function loadChanged(
  url: string,
  client: pg.ClientBase,
  { folders, cases, options }: Changed,
): Promise<Pick<LoadReport, 'loaded' | 'warnings'>> {
  const { progress, casesPerTransaction = 1, stored = new StoredCases() } = options;
  progress.update('Reading the case files …');
  const read = await Promise.all(folders.map(({ folder, files }) => readCase(folder, files)));
  await stored.refresh(client);
  progress.update('Checking the case files …');
  const checked = checkCases([...read.map(({ source }) => source), ...cases], stored.all);
  const problems = firstOf(...read.map((one) => one.problems), checked.problems);
  if (problems.length > 0) throw new CaseProblems(problems);

  const loaded: (Changes & { slugs: string[] })[] = [];
  let pending: readonly ReadCase[] = [...checked.cases].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  while (pending.length > 0) {
    progress.update(
      'Loading cases …',
      `${pending[0]?.slug ?? ''} (${checked.cases.length - pending.length + 1} of ${checked.cases.length})`,
    );
    const what = `loading the case${pending.length > 1 ? 's' : ''} ${pending
      .slice(0, 3)
      .map(({ slug }) => `'${slug}'`)
      .join(', ')}`;
    const group = await writeAlone(url, client, what, async () => {
      await stored.refresh(client);
      const next = nextGroup(pending, stored, casesPerTransaction);
      const changes = await writeGroup(client, next.cases, next.merged);
      loaded.push({ slugs: next.cases.map(({ slug }) => slug), ...changes });
      return { result: next.cases, changed: rowsChanged(changes) > 0 };
    });
    pending = pending.filter((one) => !group.includes(one));
  }
  if (loaded.reduce((sum, changes) => sum + rowsChanged(changes), 0) >= worthAnalyzing) {
    progress.update('Analyzing the tables …');
    await client.query(`analyze ${tables.map(({ name }) => `"${name}"`).join(', ')}`);
  }
  return {
    loaded,
    warnings: await readCoverage(
      client,
      checked.cases.map(({ slug }) => slug),
    ),
  };
}

interface Group {
  cases: readonly ReadCase[];
  merged: readonly MergedRecord[];
}

/**
 * Returns the next cases to load. Usually one: the first that fits with what the database has by now. Where none fits
 * alone, because each needs what another one brings, all that are left go together.
 */
function nextGroup(pending: readonly ReadCase[], stored: StoredCases, size: number): Group {
  let problems: readonly MergeProblem[] = [];
  const groups = size > 1 ? [pending.slice(0, size), pending] : [...pending.map((one) => [one]), pending];
  for (const cases of groups) {
    const result = fit(cases, stored);
    if (result.problems.length === 0 && !takesSlugs(cases, stored)) return { cases, merged: result.merged };
    problems = result.problems;
  }
  // The check before found nothing: another program has changed the database since.
  const [problem] = problems;
  const why = problem ? explain(problem, pending[0]?.slug ?? '') : 'another case has taken a slug of theirs';
  throw new Failure(`the database was changed by another program while the cases were read (${why}): start again`);
}

/** Merges what the cases share, as if they were in the database, with what the others say. */
function fit(cases: readonly ReadCase[], stored: StoredCases) {
  const slugs = new Set(cases.map(({ slug }) => slug));
  const others = stored.all.filter(({ slug }) => !slugs.has(slug));
  const index = new DeclarationIndex(
    new Map([...others, ...cases].map(({ slug, declarations }) => [slug, declarations])),
  );
  const before = cases.flatMap(({ slug }) => Object.keys(stored.get(slug)?.declarations ?? {}));
  const ids = index.related([...before, ...cases.flatMap(({ declarations }) => Object.keys(declarations))]);
  return mergeRecords(index, ids);
}

function takesSlugs(cases: readonly ReadCase[], stored: StoredCases): boolean {
  const slugs = new Set(cases.map(({ slug }) => slug));
  return stored.all.some(
    (other) =>
      !slugs.has(other.slug) && cases.some((one) => [...one.ownSlugs].some((slug) => other.ownSlugs.has(slug))),
  );
}

async function writeGroup(
  client: pg.ClientBase,
  cases: readonly ReadCase[],
  merged: readonly MergedRecord[],
): Promise<Changes> {
  const rows = new TableRows();
  const now = new Date();
  for (const one of cases) addCase(rows, one, now);
  for (const record of merged) addMerged(rows, record);
  return applyRows(
    client,
    cases.map(({ slug }) => caseId(slug)),
    rows,
  );
}
