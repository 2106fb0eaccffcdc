/** Which of the cases that wait to be loaded go into the next transaction. */
import { type ReadCase } from '../checking/check.ts';
import { explain } from '../checking/mergeProblems.ts';
import { type StoredCases } from './stored.ts';
import { Failure } from '../../failure.ts';
import { DeclarationIndex } from '../checking/declarationIndex.ts';
import { mergeRecords, type MergedRecord, type MergeProblem } from '../checking/merge.ts';

export interface Group {
  cases: readonly ReadCase[];
  merged: readonly MergedRecord[];
  /** Those of `merged` that the cases had before and no longer have. */
  left: readonly MergedRecord[];
}

/**
 * Returns the next cases to load. Usually one: the first that fits with what the database has by now. Where none fits
 * alone, because each needs what another one brings, all that are left go together.
 * @param size how many may go together in any case
 * @throws Failure when not even all together fit.
 */
export function nextGroup(pending: readonly ReadCase[], stored: StoredCases, size: number): Group {
  let problems: readonly MergeProblem[] = [];
  const groups = size > 1 ? [pending.slice(0, size), pending] : [...pending.map((one) => [one]), pending];
  for (const cases of groups) {
    const result = fit(cases, stored);
    if (result.problems.length === 0 && !takesSlugs(cases, stored)) {
      const { merged, left } = result;
      return { cases, merged, left };
    }
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
  const result = mergeRecords(index, ids);
  const had = new Set(before);
  return {
    ...result,
    left: result.merged.filter((one) => had.has(one.id) && !one.cases.some((slug) => slugs.has(slug))),
  };
}

function takesSlugs(cases: readonly ReadCase[], stored: StoredCases): boolean {
  const slugs = new Set(cases.map(({ slug }) => slug));
  return stored.all.some(
    (other) =>
      !slugs.has(other.slug) && cases.some((one) => [...one.ownSlugs].some((slug) => other.ownSlugs.has(slug))),
  );
}
