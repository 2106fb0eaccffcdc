/** What became of the passages of a document in another text of it. */
import { type KnownPassage, type Place } from './findPassages.ts';

export interface Comparison {
  /** Those that stand where they stood. */
  same: readonly KnownPassage[];
  /** Those whose text stands elsewhere, unchanged; in another order, or only further on. */
  moved: readonly (KnownPassage & { to: Place; reordered: boolean })[];
  /** Those that are not found, while other text stands in their place; `place` holds it. */
  changed: readonly (KnownPassage & { place: Place })[];
  /** Those that are not found, and nothing stands in their place. */
  gone: readonly KnownPassage[];
}

/**
 * Compares passages with where they were found.
 * @param points the text, a code point each
 */
export function comparePassages(
  points: readonly string[],
  passages: readonly KnownPassage[],
  found: ReadonlyMap<number, Place>,
): Comparison {
  const ordered = [...passages].sort((a, b) => a.start - b.start);
  const comparison = { same: [], moved: [], changed: [], gone: [] } as {
    [Kind in keyof Comparison]: Comparison[Kind][number][];
  };
  let furthest = 0;
  for (const [index, passage] of ordered.entries()) {
    const to = found.get(passage.number);
    if (!to) {
      const place = placeBetween(ordered, index, found, points);
      if (place) comparison.changed.push({ ...passage, place });
      else comparison.gone.push(passage);
      continue;
    }
    if (to.start === passage.start) comparison.same.push(passage);
    else
      comparison.moved.push({ ...passage, to, reordered: to.start < furthest || isOvertaken(ordered, index, found) });
    furthest = Math.max(furthest, to.start);
  }
  return comparison;
}

/** Whether the next passage that was found now stands before this one. */
function isOvertaken(ordered: readonly KnownPassage[], index: number, found: ReadonlyMap<number, Place>): boolean {
  const next = ordered.slice(index + 1).find(({ number }) => found.has(number));
  return (
    next !== undefined && (found.get(next.number)?.start ?? 0) < (found.get(ordered[index]?.number ?? 0)?.start ?? 0)
  );
}

/** The text between the neighbours that were found; undefined where there is none but white space. */
function placeBetween(
  ordered: readonly KnownPassage[],
  index: number,
  found: ReadonlyMap<number, Place>,
  points: readonly string[],
): Place | undefined {
  const before = ordered.slice(0, index).findLast(({ number }) => found.has(number));
  const after = ordered.slice(index + 1).find(({ number }) => found.has(number));
  let start = (before && found.get(before.number)?.end) ?? 0;
  let end = (after && found.get(after.number)?.start) ?? points.length;
  while (start < end && /[\s\uFEFF]/u.test(points[start] ?? '')) start += 1;
  while (end > start && /[\s\uFEFF]/u.test(points[end - 1] ?? '')) end -= 1;
  return start < end ? { start, end } : undefined;
}
