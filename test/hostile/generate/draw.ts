// What a generated case is drawn with: each choice is fast-check's, so that a failing case shrinks.
import fc from 'fast-check';

/** A record of a case file, or a list in one, as YAML would give it. */
export type Entry = Record<string, unknown>;

/** What the API tells of a date. */
export interface Told {
  edtf: string;
  earliest: string | null;
  latest: string | null;
  precision: string;
  qualified: boolean;
}

export class Draw {
  /** The dates drawn so far, by their EDTF text. */
  readonly dates = new Map<string, Told>();
  readonly #gen: fc.GeneratorValue;

  constructor(gen: fc.GeneratorValue) {
    this.#gen = gen;
  }

  /** A whole number from `least` to `most`. */
  integer(least: number, most: number): number {
    return this.#gen(fc.integer, { min: least, max: most });
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.integer(1, times) === times;
  }

  of<T>(list: readonly T[]): T {
    return list[this.integer(0, list.length - 1)] as T;
  }

  /** Some of the list, each at most once, in any order. */
  some<T>(list: readonly T[], least = 0, most = 3): T[] {
    const [from, to] = [Math.min(least, list.length), Math.min(most, list.length)];
    return this.#gen(fc.shuffledSubarray<T>, [...list], { minLength: from, maxLength: to });
  }

  value<T>(arbitrary: () => fc.Arbitrary<T>): T {
    return this.#gen(arbitrary);
  }

  /** The entry in half of the cases, otherwise nothing: to be spread into a record. */
  maybe<Name extends string, T>(name: Name, draw: () => T): Partial<Record<Name, T>> {
    return this.once(2) ? ({ [name]: draw() } as Record<Name, T>) : {};
  }

  /** From `least` to `most` records. */
  list<T>(least: number, most: number, draw: (index: number) => T): T[] {
    return Array.from({ length: this.integer(least, most) }, (_, index) => draw(index));
  }
}
