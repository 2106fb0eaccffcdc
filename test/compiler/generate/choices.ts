/** Makes choices: each call takes the next number of a tape, so that a failing operation shrinks with its tape. */
export class Choices {
  private position = 0;
  private readonly tape: readonly number[];

  constructor(tape: readonly number[]) {
    this.tape = tape;
  }

  /** A whole number from 0 to below `bound`; 0 when the tape has run out. */
  below(bound: number): number {
    const number = this.tape[this.position++] ?? 0;
    return bound > 0 ? number % bound : 0;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** True once in `oneIn` times; false when the tape has run out. */
  chance(oneIn: number): boolean {
    return this.below(oneIn) === oneIn - 1;
  }

  /** As many results of `make` as there may be below `bound`. */
  list<T>(bound: number, make: () => T): T[] {
    return Array.from({ length: this.below(bound) }, make);
  }
}
