/** Relations that order records: what follows from them for dates, and where they lead in a circle. */
import { type FuzzyDate } from './dates.ts';

type Bounds = Pick<FuzzyDate, 'earliest' | 'latest' | 'qualified'>;

/** Whether the first is after the second, whatever days of their bounds they were; never so of a date with `?`, `~` or `%`. */
export function isDefinitelyAfter(first: Bounds, second: Bounds): boolean {
  if (first.qualified || second.qualified || first.earliest === null || second.latest === null) return false;
  return first.earliest > second.latest;
}

/**
 * Returns the circles that the edges of a graph make, each once as its nodes in order; of circles that share edges not all.
 * Takes time in proportion to the edges.
 */
export function circlesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    if (done.has(start)) continue;
    const path = [start];
    const onPath = new Set(path);
    const rest = [[...(edges.get(start) ?? [])]];
    while (path.length > 0) {
      const next = rest.at(-1)?.shift();
      if (next === undefined) {
        rest.pop();
        const left = path.pop() as string;
        onPath.delete(left);
        done.add(left);
      } else if (onPath.has(next)) circles.push(path.slice(path.indexOf(next)));
      else if (!done.has(next)) {
        path.push(next);
        onPath.add(next);
        rest.push([...(edges.get(next) ?? [])]);
      }
    }
  }
  return circles;
}
