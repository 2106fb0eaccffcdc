/** All that can be wrong with cases before anything is written. */
import { declarationsOf } from './declarations.ts';
import { didYouMean } from '../nearest.ts';
import { checkCombinations } from './combinations.ts';
import { checkOrder } from './order.ts';
import { checkYears } from './years.ts';
import { addProblems, mostProblems, type Problem } from '../problems.ts';
import { sharedKeySlugs, type KeySlugs } from '../reading/formerSlugs.ts';
import { type CaseContent } from '../reading/record.ts';
import { readRecords } from '../reading/records.ts';
import { type CaseSource } from '../reading/source.ts';
import { reporter, type CheckContext, type OtherCase } from './context.ts';
import { checkEvidence } from './evidence.ts';
import { checkFields } from './fieldRules.ts';
import { checkIdentity } from './identity.ts';
import { checkFormerSlugs } from './formerSlugs.ts';
import { DeclaredRecords, KnownRecords } from './known.ts';
import { checkMerge } from './mergeProblems.ts';
import { checkPassages } from './passages.ts';
import { checkReferences } from './references.ts';

const checks = [
  checkIdentity,
  checkFormerSlugs,
  checkReferences,
  checkEvidence,
  checkPassages,
  checkFields,
  checkCombinations,
  checkOrder,
  checkYears,
];

/** A case, and how other cases see it. */
export interface ReadCase extends OtherCase {
  content: CaseContent;
}

/**
 * Reads the records of cases and checks them together, against each other and against `stored`, cases that are already
 * in the database (those that are given again count as given).
 * Cases of which a file can't be read are left out.
 * @param unchanged the folders of cases that are in use beside these, by slug
 * @returns the cases, everything that is wrong with them, and what may be and does not keep them from loading.
 */
export function checkCases(
  sources: readonly CaseSource[],
  stored: readonly OtherCase[],
  unchanged: ReadonlyMap<string, string> = new Map(),
): { cases: ReadCase[]; problems: Problem[]; warnings: Problem[] } {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  // Where a file can't be read, whatever it holds would be missed everywhere.
  const readable = sources.filter(({ files }) => [...files.values()].every((value) => value !== undefined));
  const keySlugs = sharedKeySlugs(
    readable,
    stored.flatMap(({ declarations }) => Object.values(declarations)),
  );
  const cases = readable.map((source) => asRead(source, problems, keySlugs));
  addProblems(problems, sameSlugs(cases, unchanged));
  const absent = stored.filter(({ slug }) => !cases.some((one) => one.slug === slug));
  const declared = new DeclaredRecords([...cases, ...absent]);
  for (const { slug, content } of cases) {
    const context: CheckContext = {
      content,
      known: new KnownRecords(slug, content, declared),
      report: reporter(content, problems),
      warn: reporter(content, warnings),
      suggest: (text, candidates) => (problems.length < mostProblems ? didYouMean(text, candidates) : ''),
    };
    for (const check of checks) check(context);
  }
  addProblems(problems, checkMerge(cases, stored));
  return { cases, problems, warnings };
}

/** Returns the cases as others see them, whatever may be wrong with them. */
export function readOthers(sources: readonly CaseSource[]): OtherCase[] {
  const keySlugs = sharedKeySlugs(sources, []);
  return sources.map((source) => asRead(source, [], keySlugs));
}

function asRead(source: CaseSource, problems: Problem[], keySlugs: KeySlugs): ReadCase {
  const { content, problems: found } = readRecords(source, keySlugs);
  addProblems(problems, found);
  return { slug: content.slug, content, declarations: declarationsOf(content), ownSlugs: ownSlugsOf(content) };
}

const ownSlugsOf = ({ records }: CaseContent) =>
  new Set(
    records.flatMap(({ type, id, owner, shared, fields }) =>
      owner || shared ? [] : [`${type} ${String(fields['slug'])}`, `#${id}`],
    ),
  );

function sameSlugs(cases: readonly ReadCase[], unchanged: ReadonlyMap<string, string>): Problem[] {
  return cases.flatMap(({ slug, content }, index) => {
    const first = cases.findIndex((one) => one.slug === slug);
    const other = first === index ? unchanged.get(slug) : cases[first]?.content.source.folder;
    if (other === undefined || slug === '') return [];
    const message = `case '${slug}' is also in ${other}: give one of the two another slug`;
    return [{ ...content.source.locate([...content.path, 'slug']), message }];
  });
}
