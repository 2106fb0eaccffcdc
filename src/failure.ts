import { printable } from './domain/text.ts';

/**
 * Something that the person who started the program can put right. The message is one line that says what is wrong and
 * what to do; the programs print it without a stack and exit with 1. Any other error is a bug of ours.
 */
export class Failure extends Error {
  override name = 'Failure';

  constructor(message: string, options?: ErrorOptions) {
    super(printable(message), options);
  }
}
