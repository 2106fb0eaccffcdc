import type { Draw, Entry } from './draw.ts';
import { type Evidences, withKeys } from './evidence.ts';

/** The slugs that the records of a case may refer to. */
export interface Slugs {
  actors: readonly string[];
  /** Those that speak and act: no assets. */
  acting: readonly string[];
  places: readonly string[];
  events: readonly string[];
  claims: readonly string[];
  legalActions: readonly string[];
  statements: readonly string[];
}

/** Links to others of the same list. */
export function links(
  draw: Draw,
  evidence: Evidences,
  kinds: Readonly<Record<string, string>>,
  others: readonly string[],
): Entry {
  return others.length === 0 ? {} : { links: linkList(draw, evidence, kinds, others) };
}

export function linkList(
  draw: Draw,
  evidence: Evidences,
  kinds: Readonly<Record<string, string>>,
  others: readonly string[],
): Entry[] {
  const list = draw.list(0, 2, () => ({
    ...{ kind: draw.of(Object.values(kinds)), to: draw.of(others) },
    ...evidence.of('Link', ['kind', 'to']),
  }));
  return withKeys(list, ({ kind, to }) => [kind, to]);
}

/** All but the one at `index`: nothing is linked to itself. */
export const without = (slugs: readonly string[], index: number) => slugs.filter((_, other) => other !== index);

/** One of the slugs, where there is one. */
export const maybeOf = (draw: Draw, field: string, slugs: readonly string[]): Entry =>
  slugs.length > 0 && draw.once(2) ? { [field]: draw.of(slugs) } : {};

/** Some of the slugs, at least one, where there is one. */
export const someOf = (draw: Draw, field: string, slugs: readonly string[]): Entry =>
  slugs.length > 0 && draw.once(2) ? { [field]: draw.some(slugs, 1) } : {};
