import { tooMuch } from './tooMuch.ts';

/** Counts up to a limit, and throws beyond it. */
export class Counter {
  count = 0;
  readonly #unit: string;
  readonly #limit: number;

  constructor(unit: string, limit: number) {
    this.#unit = unit;
    this.#limit = limit;
  }

  add(number: number): void {
    this.count += number;
    if (this.count > this.#limit) throw tooMuch('OPERATION_TOO_COMPLEX', this.#unit, this.count, this.#limit);
  }
}
