import { type CaseContent } from '../reading/record.ts';

export interface DocumentCoverage {
  slug: string;
  total: number;
  /** Numbers of the passages that no record cites. */
  uncited: readonly number[];
}

/** Returns, for every document that the cases declare, which of its passages none of their records cites. */
export function coverageOf(cases: readonly CaseContent[]): DocumentCoverage[] {
  const cited = new Set<string>();
  const passages = new Map<string, Set<number>>();
  for (const { fields, type, owner, citations } of cases.flatMap(({ records }) => records)) {
    for (const { fields: citation } of citations)
      cited.add(`${String(citation['document'])} ${String(citation['passage'])}`);
    if (type === 'Document') passages.set(String(fields['slug']), passages.get(String(fields['slug'])) ?? new Set());
    if (type === 'Passage') passages.get(String(owner?.fields['slug']))?.add(fields['number'] as number);
  }
  return [...passages].map(([slug, numbers]) => ({
    slug,
    total: numbers.size,
    uncited: [...numbers].filter((number) => !cited.has(`${slug} ${number}`)).sort((a, b) => a - b),
  }));
}
