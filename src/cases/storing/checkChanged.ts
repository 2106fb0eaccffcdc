/** Checks the cases that are to be loaded. A start goes on serving what it has: a case that fails now stays as it was stored. */
import { basename } from 'node:path';
import type pg from 'pg';
import { checkCases, type ReadCase } from '../checking/check.ts';
import { CaseProblems, firstOf, printProblems, type Problem } from '../problems.ts';
import { type CaseSource } from '../reading/source.ts';
import { findChangedPassages, refusal, refuseChangedPassages } from './changedPassages.ts';
import { type LoadOptions } from './load.ts';
import { named } from './named.ts';
import { type StoredCases } from './stored.ts';

/** A case as it was read, with what is wrong with its YAML. */
export interface GivenCase {
  source: CaseSource;
  problems: readonly Problem[];
}

export interface CheckedCases {
  cases: readonly ReadCase[];
  warnings: readonly string[];
  /** The slugs of the cases that are left out and stay as they are in the database. */
  kept: readonly string[];
}

type CheckOptions = Pick<LoadOptions, 'accepted' | 'keepStored' | 'compareOnly'> & {
  /** The folders of cases that are given too and in the database as they are, by slug. */
  unchanged: ReadonlyMap<string, string>;
};

/**
 * Returns the cases that may be loaded. With `keepStored`, a case that an earlier load has stored and that has problems now,
 * or would change a passage under records that cite it, is left out with a warning; a new one never is.
 * @throws CaseProblems with everything that is wrong with the others.
 * @throws Failure where a passage that records cite has become another text, without `keepStored`.
 */
export async function checkChanged(
  client: pg.ClientBase,
  given: readonly GivenCase[],
  stored: StoredCases,
  { accepted = new Set(), keepStored = false, compareOnly = false, unchanged }: CheckOptions,
): Promise<CheckedCases> {
  // A second folder with a case that is unchanged in another is a new one.
  const isStored = (one: GivenCase) => stored.get(slugOf(one)) !== undefined && !unchanged.has(slugOf(one));
  const [warnings, kept, told]: [string[], string[], Problem[]] = [[], [], []];
  let rest = given;
  for (let isWaiting = false; ;) {
    const checked = checkCases(
      rest.map(({ source }) => source),
      stored.all,
      unchanged,
    );
    const problems = firstOf(...rest.map((one) => one.problems), checked.problems);
    if (problems.length > 0) {
      // Cases that need the new text of those left out wait for it.
      if (isWaiting) return { cases: [], warnings, kept: [...kept, ...rest.map(slugOf)] };
      const failing = keepStored ? rest.filter((one) => isStored(one) && problemsIn(one, problems).length) : [];
      if (failing.length === 0) throw new CaseProblems(firstOf(told, problems));
      for (const one of failing) {
        kept.push(slugOf(one));
        warnings.push(...warningsOf(one, problemsIn(one, problems)));
      }
      told.push(...problems);
      rest = rest.filter((one) => !failing.includes(one));
      continue;
    }
    const changed = await findChangedPassages(client, checked.cases, accepted);
    if (compareOnly && changed.length > 0) warnings.push(`would be refused: ${refusal(changed)}`);
    else if (!keepStored) refuseChangedPassages(changed);
    if (changed.length === 0 || compareOnly)
      return { cases: checked.cases, warnings: [...warnings, ...printProblems(checked.warnings)], kept };
    const leftOut = new Set(changed.flatMap((passage) => passage.cases));
    warnings.push(
      `the case${leftOut.size === 1 ? '' : 's'} ${named([...leftOut])} stay${leftOut.size === 1 ? 's' : ''} as loaded before: ${refusal(changed)}`,
    );
    kept.push(...leftOut);
    rest = rest.filter((one) => !leftOut.has(slugOf(one)));
    isWaiting = true;
  }
}

/** More problems than are told of one case at a start: `npm run seed` tells all. */
const mostTold = 5;

function warningsOf(one: GivenCase, problems: readonly Problem[]): string[] {
  const lines = printProblems(problems);
  const more =
    lines.length > mostTold ? [`and ${lines.length - mostTold} more in the files of case '${slugOf(one)}'`] : [];
  return [
    `case '${slugOf(one)}' stays as loaded before, for its files do not pass the checks: correct what follows, then run npm run seed`,
    ...lines.slice(0, mostTold),
    ...more,
  ];
}

const problemsIn = ({ source }: GivenCase, problems: readonly Problem[]) =>
  problems.filter(({ file }) => source.files.has(file) || file === source.folder);

/** The slug as the files have it; where they can't be read, the folder's name, which is most often the same. */
function slugOf({ source }: GivenCase): string {
  for (const content of source.files.values()) {
    const slug = (content as { case?: { slug?: unknown } } | null | undefined)?.case?.slug;
    if (typeof slug === 'string') return slug;
  }
  return basename(source.folder);
}
