/** Brings a database up to date with the case files. What is unchanged costs a few hashes and one query. */
import type pg from 'pg';
import { withClient } from '../../db/client.ts';
import { Failure } from '../../failure.ts';
import { type Progress } from '../../progress.ts';
import { type Changes } from './apply.ts';
import { type Differences } from './differences/differences.ts';
import { readRevisions, type StoredCases } from './stored.ts';
import { caseFolders } from '../reading/caseFolders.ts';
import { readFiles, type CaseFiles } from '../reading/files.ts';
import { revisionOf } from '../reading/filesHash.ts';
import { type CaseSource } from '../reading/source.ts';

export interface LoadOptions {
  progress: Progress;
  /** Case folders. Their order does not matter. */
  folders?: readonly string[];
  /** Cases that are not read from files, such as generated ones. */
  cases?: readonly CaseSource[];
  /** Load what is unchanged as well. */
  force?: boolean;
  /** Passages, as `<document>#<number>`, that may have become another text although records cite them. */
  accepted?: ReadonlySet<string>;
  /** Leave out, with a warning, cases that are in the database and can't be loaded as they are now, in place of throwing. */
  keepStored?: boolean;
  /** How many cases may go into one transaction; more only pays for many small ones. */
  casesPerTransaction?: number;
  /** Only say what would change: nothing is written. */
  compareOnly?: boolean;
  /** What an earlier load into the same database has read of it: what has not changed since is not read again. */
  stored?: StoredCases;
}

export interface LoadReport {
  loaded: readonly (Changes & { slugs: readonly string[] })[];
  /** What that changed, or would change. */
  differences: readonly (Differences & { slugs: readonly string[] })[];
  /** How many of the given cases were in the database already, unchanged. */
  unchanged: number;
  /** Slugs of cases in the database that are not among the given ones. */
  notGiven: readonly string[];
  /** What the user should know: files with other names, documents that are not cited in full, cases whose folder is gone. */
  warnings: readonly string[];
}

/**
 * Loads the cases that are not in the database or have changed, each in a transaction of its own, together only where one
 * can't be loaded before the other.
 * @throws CaseProblems with everything that is wrong with the files, but see `keepStored`; then nothing is written.
 * @throws Failure when a passage that records cite has become another text, unless it is accepted; then nothing is written.
 * @throws Failure when a folder can't be read or the database refuses; it names the cases loaded before that, which stay.
 */
export async function loadCases(url: string, options: LoadOptions): Promise<LoadReport> {
  const { folders = [], cases = [], force = false } = options;
  const given = await Promise.all(folders.map(async (folder) => ({ folder, ...(await readFiles(folder)) })));
  const ofFiles = given.flatMap(({ warnings }) => warnings);
  return withClient(url, async (client) => {
    if (!options.compareOnly) await measureOlder(url, client, options.progress);
    const revisions = await readRevisions(client);
    const present = new Set(revisions.values());
    const isNew = (revision: string) => force || !present.has(revision);
    const changedFolders = given.filter(({ files }) => isNew(revisionOf(files)));
    const changedCases = cases.filter(({ revision }) => isNew(revision));
    const unchanged = given.length + cases.length - changedFolders.length - changedCases.length;
    const unchangedCases = bySlug(
      given.filter((one) => !changedFolders.includes(one)),
      revisions,
    );
    const revisionsGiven = new Set([
      ...given.map(({ files }) => revisionOf(files)),
      ...cases.map(({ revision }) => revision),
    ]);
    const notGiven = [...revisions].filter(([, revision]) => !revisionsGiven.has(revision)).map(([slug]) => slug);
    if (unchanged === given.length + cases.length)
      return { loaded: [], differences: [], unchanged, notGiven, warnings: ofFiles };
    // Reading and checking needs libraries that a start without changes does not pay for.
    const { loadChanged } = await import('./loadChanged.ts');
    const { loaded, differences, warnings, kept } = await loadChanged(url, client, {
      folders: changedFolders,
      cases: changedCases,
      unchanged: unchangedCases,
      options,
    });
    const slugs = new Set([...loaded.flatMap((one) => one.slugs), ...kept]);
    return {
      loaded,
      differences,
      unchanged,
      notGiven: notGiven.filter((slug) => !slugs.has(slug)),
      warnings: [...ofFiles, ...warnings],
    };
  });
}

/**
 * Returns the folders of cases that are in the database as they are, by slug.
 * @throws Failure when two folders have one case: each load would put the one in the place of the other.
 */
function bySlug(folders: readonly ChangedFolder[], revisions: ReadonlyMap<string, string>): Map<string, string> {
  const slugs = new Map([...revisions].map(([slug, revision]) => [revision, slug]));
  const found = new Map<string, string>();
  for (const { folder, files } of folders) {
    const slug = slugs.get(revisionOf(files)) ?? '';
    const other = found.get(slug);
    if (other !== undefined)
      throw new Failure(
        `case '${slug}' is in ${other} and in ${folder}: remove one of the two, or give it another slug`,
      );
    found.set(slug, folder);
  }
  return found;
}

/** Measures the cases that a version has loaded which did not measure them, or not all that is measured now. */
async function measureOlder(url: string, client: pg.ClientBase, progress: Progress): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`select id from "Case" where not extents ? 'Case'`);
  if (rows.length === 0) return;
  const [{ measureExtents }, { writeAlone }] = await Promise.all([import('./extents.ts'), import('./transaction.ts')]);
  await writeAlone({ url, client, what: 'measuring the cases', progress }, async () => {
    progress.update('Measuring the cases …');
    await measureExtents(
      client,
      rows.map(({ id }) => id),
    );
    return { result: undefined, changed: false };
  });
}

type ProjectOptions = Pick<LoadOptions, 'progress' | 'force' | 'accepted' | 'keepStored' | 'compareOnly' | 'stored'> & {
  /** Absolute paths of folders with case folders, beside those of the project. */
  casesFolders?: readonly string[];
};

/**
 * Loads the cases of the project and those in `casesFolders`; warns of cases in the database that have no folder among them.
 * @throws as `loadCases`, and Failure when one of `casesFolders` has no cases.
 */
export async function loadProjectCases(
  url: string,
  { casesFolders = [], ...options }: ProjectOptions,
): Promise<LoadReport> {
  const report = await loadCases(url, { ...options, folders: await caseFolders(casesFolders) });
  return { ...report, warnings: [...report.warnings, ...withoutFolder(report.notGiven)] };
}

/** More cases than a reader wants a line each for: a corpus has hundreds. */
const manyCases = 5;

function withoutFolder(slugs: readonly string[]): string[] {
  if (slugs.length > manyCases)
    return [
      `${slugs.length} cases, '${slugs[0]}' among them, are in the database and have no folder under seed/cases or CASES_FOLDER: they stay; to remove one: npm run seed -- --remove <case>`,
    ];
  return slugs.map(
    (slug) =>
      `case '${slug}' is in the database and has no folder under seed/cases or CASES_FOLDER: it stays; to remove it: npm run seed -- --remove ${slug}`,
  );
}

export interface ChangedFolder {
  folder: string;
  files: CaseFiles;
}
