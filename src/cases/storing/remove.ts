/** Takes a case out of a database, with the shared records that no other case declares. */
import { withClient } from '../../db/client.ts';
import { Failure } from '../../failure.ts';
import { type Progress } from '../../progress.ts';
import { keepAncestors, placesAmong } from './ancestors.ts';
import { applyStaged, stageRows, type Changes, rowsChanged } from './apply.ts';
import { measureExtents } from './extents.ts';
import { StoredCases } from './stored.ts';
import { writeAlone } from './transaction.ts';
import { DeclarationIndex } from '../checking/declarationIndex.ts';
import { mergeRecords } from '../checking/merge.ts';
import { didYouMean } from '../nearest.ts';
import { caseFolders } from '../reading/caseFolders.ts';
import { readCase } from '../reading/read.ts';
import { sharedKeySlugs } from '../reading/formerSlugs.ts';
import { readRecords } from '../reading/records.ts';
import { addMerged, caseId, TableRows } from './rows.ts';

/** Returns the folder, of the project or below one of `casesFolders`, that has the case with the slug, if one has. */
export async function folderOf(slug: string, casesFolders: readonly string[]): Promise<string | undefined> {
  for (const folder of await caseFolders(casesFolders)) {
    const { source } = await readCase(folder);
    if (readRecords(source).content.slug === slug) return source.folder;
  }
  return undefined;
}

/**
 * Removes the case with the slug.
 * @param progress told who is waited for
 * @throws Failure when there is none, or another case relies on what it alone describes.
 */
export async function removeCase(url: string, slug: string, progress?: Progress): Promise<Changes> {
  return withClient(url, (client) =>
    writeAlone({ url, client, what: `removing the case '${slug}'`, progress }, async () => {
      const stored = new StoredCases();
      await stored.refresh(client);
      const leaving = stored.get(slug);
      if (!leaving) {
        const hint =
          didYouMean(
            slug,
            stored.all.map((one) => one.slug),
          ) || ': check the slug';
        throw new Failure(`the database has no case '${slug}'${hint}`);
      }
      const others = stored.all.filter((one) => one !== leaving);
      const index = new DeclarationIndex(new Map(others.map((one) => [one.slug, one.declarations])));
      const { merged, problems } = mergeRecords(index, index.related(Object.keys(leaving.declarations)));
      const [problem] = problems;
      if (problem) {
        const relying = problem.cases.map((one) => `'${one}'`).join(', ');
        throw new Failure(
          `case '${slug}' can't be removed: case ${relying} relies on its description of ${problem.label}; describe that there, or remove ${relying} first`,
        );
      }
      const rows = new TableRows();
      const keySlugs = sharedKeySlugs(
        [],
        others.flatMap(({ declarations }) => Object.values(declarations)),
      );
      for (const record of merged) addMerged(rows, record, keySlugs);
      await stageRows(client, rows);
      const result = await applyStaged(client, [caseId(slug)], rows);
      await keepAncestors(client, placesAmong(merged));
      const left = merged.filter(({ id }) => leaving.declarations[id] !== undefined);
      await measureExtents(client, [caseId(slug)], left);
      return { result, changed: rowsChanged(result) > 0 };
    }),
  );
}
