/** Cases that share records agree on them. */
import { shorten } from '../../domain/text.ts';
import { type Declarations } from './declarations.ts';
import { DeclarationIndex } from './declarationIndex.ts';
import { mergeRecords, type MergeProblem } from './merge.ts';
import { mostProblems, type Problem } from '../problems.ts';
import { placeIn, type CaseRecord } from '../reading/record.ts';
import { type ReadCase } from './check.ts';
import { type OtherCase } from './context.ts';

/**
 * Returns where the cases that are given contradict each other, or those in the database, about records that they share;
 * and where one no longer describes what another relies on.
 * @param stored all cases in the database, those that are given again as they are there.
 */
export function checkMerge(cases: readonly ReadCase[], stored: readonly OtherCase[]): Problem[] {
  const before = new Map(stored.map(({ slug, declarations }) => [slug, declarations]));
  const after = new Map<string, Declarations>([
    ...before,
    ...cases.map(({ slug, declarations }) => [slug, declarations] as const),
  ]);
  const index = new DeclarationIndex(after);
  const concerned = cases.flatMap(({ slug, declarations }) => [
    ...Object.keys(declarations),
    ...Object.keys(before.get(slug) ?? {}),
  ]);
  const problems = withoutOtherTexts(mergeRecords(index, index.related(concerned)).problems, index);
  if (problems.length === 0) return [];
  const records = cases.map(
    ({ content }) => new Map(content.records.toReversed().map((record) => [record.id, record])),
  );
  return problems.slice(0, mostProblems).flatMap((problem) => locate(problem, cases, records, before));
}

/** Where a slug names two texts, each passage and field differs: that is one mistake, and told once. */
function withoutOtherTexts(problems: readonly MergeProblem[], index: DeclarationIndex): MergeProblem[] {
  const texts = new Set(problems.filter(isOtherText).map(({ id }) => id));
  return problems.filter((problem) => {
    const owner = index.of(problem.id)[0]?.declaration.owner;
    return isOtherText(problem) || !(texts.has(problem.id) || (owner !== undefined && texts.has(owner)));
  });
}

const isOtherText = ({ kind, field, label }: MergeProblem) =>
  kind === 'conflict' && field === 'sha256' && label.startsWith('document ');

function locate(
  problem: MergeProblem,
  cases: readonly ReadCase[],
  records: readonly ReadonlyMap<string, CaseRecord>[],
  before: ReadonlyMap<string, Declarations>,
): Problem[] {
  const places = cases.flatMap(({ slug, content }, index) => {
    const record = records[index]?.get(problem.id);
    return record && problem.cases.includes(slug) ? [{ slug, content, record }] : [];
  });
  if (places.length === 0) return forsaken(problem, cases, before);
  // What is missing may only have been wrong, and a record without a citation is already reported.
  const silent = places.some(
    ({ record }) => record.damaged || (problem.kind === 'standing' && !supported(record.citations)),
  );
  if (problem.kind !== 'conflict' && silent) return [];
  const chosen = problem.kind === 'conflict' || problem.kind === 'primary' ? places : places.slice(0, 1);
  return chosen.map(({ slug, content, record }) => {
    const field = record.fields[problem.field] === undefined ? [] : [problem.field];
    const place = placeIn(record, field);
    return { ...content.source.locate(place), message: explain(problem, slug), path: place.slice(1) };
  });
}

/** What a case in the database relies on and a case that is given no longer says. */
function forsaken(
  { id, label, cases: relying }: MergeProblem,
  cases: readonly ReadCase[],
  before: ReadonlyMap<string, Declarations>,
): Problem[] {
  return cases
    .filter(
      ({ slug, declarations }) =>
        Object.keys(before.get(slug)?.[id]?.given ?? {}).length > Object.keys(declarations[id]?.given ?? {}).length,
    )
    .filter(({ slug }) => relying.some((one) => one !== slug))
    .map(({ slug, content }) => {
      const other = relying.find((one) => one !== slug) ?? '';
      const message = `case '${other}' refers to ${label} as this case has described it until now: keep that, or change case '${other}' first`;
      return { ...content.source.locate(content.path), message };
    });
}

const supported = (citations: readonly { fields: Readonly<Record<string, unknown>> }[]) =>
  citations.some(({ fields }) => fields['relation'] === 'SUPPORTS' && fields['field'] === undefined);

/** Returns the problem in words, as seen from the case `from`. */
export function explain({ label, kind, field, cases, values }: MergeProblem, from: string): string {
  const other = cases.find((slug) => slug !== from) ?? from;
  if (isOtherText({ id: '', label, kind, field, cases, values }))
    return `${label} is another text in case '${other}' (its sha256 differs): give one of the two another slug, or if they are one, correct the sha256`;
  const [mine, theirs] = cases[0] === from ? values : [...values].reverse();
  switch (kind) {
    case 'conflict':
      return `${label}: ${field} is ${short(mine)} here and ${short(theirs)} in case '${other}': make them agree, or leave it out in one of them`;
    case 'primary':
      return `${label}: the primary name is ${short(mine)} here and ${short(theirs)} in case '${other}': keep isPrimary in one of them`;
    case 'missing':
      return field === 'name'
        ? `${label} has neither a primary name nor a name of its own: mark one of its names with isPrimary, or add \`name:\` with a description`
        : `${label} has no ${field}${cases.length > 1 ? ', in no case' : ''}: add it`;
    case 'undescribed':
      return `case '${other}' refers to ${label}, which no other case describes: describe it`;
    case 'standing':
      return `${label} ${String(values[0])}`;
    case 'many':
      return `${label} has more than 100 ${field} over all cases: divide the record`;
  }
}

function short(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  return `'${shorten(value)}'`;
}
