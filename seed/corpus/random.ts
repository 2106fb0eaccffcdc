import { createHash } from 'node:crypto';

/** Numbers that look random and are always the same for the same words: each case of a corpus has a sequence of its own. */
export class Random {
  private state: number;

  constructor(...words: (string | number)[]) {
    this.state = createHash('sha256').update(words.join(' ')).digest().readUInt32LE(0);
  }

  /** @returns a number from 0 to below 1: Mulberry32 by Tommy Ettinger (public domain, 2017). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** @returns a whole number from 0 to below `bound`. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** @returns a rank from 0 to below `bound`, the n-th with a probability in proportion to 1/n (Zipf's law). */
  rank(bound: number): number {
    return Math.min(bound - 1, Math.floor((bound + 1) ** this.next()) - 1);
  }

  /** @returns up to `count` different ones of what `draw` gives. */
  distinct<T>(count: number, draw: () => T): T[] {
    return [...new Set(Array.from({ length: count }, draw))];
  }
}
