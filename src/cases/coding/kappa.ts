/** How far two coders agree. */

/** What the first and the second coder say of one attribute of one record that both have. */
export type Rating = readonly [first: string, second: string];

export interface Agreement {
  /** Records that both coders have. */
  n: number;
  /** The share on which they agree, 0 to 1. */
  observed: number;
  /** Cohen's kappa; null where chance alone would make them agree on all, so that it has no meaning. */
  kappa: number | null;
}

/**
 * Returns the agreement of two coders, corrected for chance: (observed − expected) / (1 − expected), the expected one from
 * how often each coder uses each value (J. Cohen, "A coefficient of agreement for nominal scales", 1960).
 */
export function agreementOf(ratings: readonly Rating[]): Agreement {
  const n = ratings.length;
  const observed = n === 0 ? 0 : ratings.filter(([first, second]) => first === second).length / n;
  const share = (coder: 0 | 1, value: string) => ratings.filter((rating) => rating[coder] === value).length / n;
  const values = new Set(ratings.map(([first]) => first));
  const expected = [...values].reduce((sum, value) => sum + share(0, value) * share(1, value), 0);
  return { n, observed, kappa: n === 0 || expected === 1 ? null : (observed - expected) / (1 - expected) };
}
