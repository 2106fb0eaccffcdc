import type { Draw, Entry } from './draw.ts';
import { type Evidences, withKeys } from './evidence.ts';

/** The slugs that the records of a case may refer to. */
export interface Slugs {
  actors: readonly string[];
  /** The kind of each of them. */
  kinds: readonly string[];
  /** Those that speak and act: no assets. */
  acting: readonly string[];
  places: readonly string[];
  events: readonly string[];
  claims: readonly string[];
  legalActions: readonly string[];
  statements: readonly string[];
}

/** Links from the record at `index` of the list to others of it, each of a kind that may lead there. */
export function links(
  draw: Draw,
  evidence: Evidences,
  list: readonly string[],
  index: number,
  kindsTo: (to: number) => readonly string[],
): Entry {
  const others = list
    .flatMap((slug, to) => (to === index ? [] : [{ slug, kinds: kindsTo(to) }]))
    .filter(({ kinds }) => kinds.length > 0);
  if (others.length === 0) return {};
  const made = draw.list(0, 2, () => {
    const to = draw.of(others);
    return { kind: draw.of(to.kinds), to: to.slug, ...evidence.of('Link', ['kind', 'to']) };
  });
  return { links: withKeys(made, ({ kind, to }) => [kind, to]) };
}

/** Links to the others, each of any kind. */
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

/** One of the slugs, where there is one. */
export const maybeOf = (draw: Draw, field: string, slugs: readonly string[]): Entry =>
  slugs.length > 0 && draw.once(2) ? { [field]: draw.of(slugs) } : {};

/** Some of the slugs, at least one, where there is one. */
export const someOf = (draw: Draw, field: string, slugs: readonly string[]): Entry =>
  slugs.length > 0 && draw.once(2) ? { [field]: draw.some(slugs, 1) } : {};
