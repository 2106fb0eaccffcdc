/** Cases that share records agree on them. */
import { type Declarations } from '../declarations.ts';
import { DeclarationIndex, mergeRecords, type MergeProblem } from '../merge.ts';
import { type Problem } from '../problems.ts';
import { type ReadCase } from './check.ts';
import { type OtherCase } from './context.ts';

/** Returns where the cases that are given contradict each other, or those in `stored`, about records that they share. */
export function checkMerge(cases: readonly ReadCase[], stored: readonly OtherCase[]): Problem[] {
  const all = new Map<string, Declarations>([...stored, ...cases].map(({ slug, declarations }) => [slug, declarations]));
  const index = new DeclarationIndex(all);
  const ids = index.related(cases.flatMap(({ declarations }) => Object.keys(declarations)));
  return mergeRecords(index, ids).problems.flatMap((problem) => locate(problem, cases));
}

function locate(problem: MergeProblem, cases: readonly ReadCase[]): Problem[] {
  const places = cases.flatMap(({ slug, content }) => {
    const record = content.records.find(({ id }) => id === problem.id);
    return record && problem.cases.includes(slug) ? [{ slug, content, record }] : [];
  });
  // What is missing may only have been wrong, and a record without a citation is already reported.
  const silent = places.some(({ record }) => record.damaged || (problem.kind === 'standing' && !supported(record.citations)));
  if (problem.kind !== 'conflict' && silent) return [];
  const chosen = problem.kind === 'conflict' || problem.kind === 'primary' ? places : places.slice(0, 1);
  return chosen.map(({ slug, content, record }) => {
    const field = record.fields[problem.field] === undefined ? [] : [problem.field];
    return { ...content.source.locate([...record.path, ...field]), message: explain(problem, slug) };
  });
}

const supported = (citations: readonly { fields: Readonly<Record<string, unknown>> }[]) =>
  citations.some(({ fields }) => fields['relation'] === 'SUPPORTS');

/** Returns the problem in words, as seen from the case `from`. */
export function explain({ label, kind, field, cases, values }: MergeProblem, from: string): string {
  const other = cases.find((slug) => slug !== from) ?? from;
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
  const text = String(value);
  return `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`;
}
