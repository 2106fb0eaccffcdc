import { type OperationLimit, tooMuch } from './tooMuch.ts';

/** Counts up to a limit, and throws beyond it. */
export class Counter {
  count = 0;
  readonly #limit: OperationLimit;

  constructor(limit: OperationLimit) {
    this.#limit = limit;
  }

  add(number: number): void {
    this.count += number;
    if (this.count > this.#limit.most) throw tooMuch(this.#limit, this.count);
  }
}
