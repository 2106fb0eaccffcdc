// Statements that have been compiled, kept for all requests of one shape.
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { NotInModel } from '../model/datamodel.ts';
import type { ReadOperation, Shape } from '../operation/read.ts';
import { MAX_ANSWER_BYTES } from '../operation/tooMuch.ts';
import { type Compiled, compileOperation, compileSize } from './operation.ts';
import type { NamedStatement } from './oneRow.ts';
import { NotCompilable } from './statement.ts';

interface Kept {
  name: string;
  text: string;
  parameters: readonly number[];
  isRepeated: boolean;
}

/** Bytes of SQL that are kept: clients invent shapes without end. */
const MAX_BYTES = 4 * 2 ** 20;

/** Statements of one kind. */
export class CompiledShapes {
  readonly #compile: (read: ReadOperation) => Compiled;
  readonly #kept = new LRUCache<Shape, Kept | NotCompilable>({
    maxSize: MAX_BYTES,
    sizeCalculation: (one) => (one instanceof NotCompilable ? 1000 : 2 * one.text.length + 1000),
  });

  constructor(compile: (read: ReadOperation) => Compiled) {
    this.#compile = compile;
  }

  /**
   * @returns the statement for an operation, with its values
   * @throws NotCompilable when there is none
   */
  statement(read: ReadOperation): NamedStatement {
    const known = this.#kept.get(read.shape);
    const kept = known ?? this.#add(read);
    if (kept instanceof NotCompilable) throw kept;
    if (known) kept.isRepeated = true;
    const { name, text, parameters, isRepeated } = kept;
    return { name, text, isRepeated, values: parameters.map((place) => read.leaves[place]) };
  }

  #add(read: ReadOperation): Kept | NotCompilable {
    const made = this.#make(read);
    this.#kept.set(read.shape, made);
    return made;
  }

  #make(read: ReadOperation): Kept | NotCompilable {
    try {
      const { sql: text, parameters } = this.#compile(read);
      // PostgreSQL keeps 63 bytes of a name.
      return { name: createHash('sha256').update(text).digest('base64url'), text, parameters, isRepeated: false };
    } catch (error) {
      if (error instanceof NotCompilable) return error;
      if (error instanceof NotInModel) return new NotCompilable('name', error.message);
      throw error;
    }
  }
}

/** @returns statements of one row: the JSON of the data in `data`, null if it is over the limit, and its length in `bytes`. */
export const compiledAnswers = () =>
  new CompiledShapes((read) => {
    const { sql, parameters } = compileOperation(read);
    return { sql: measured(sql), parameters };
  });

/** @returns statements of one row with the length of the data in `bytes`. */
export const compiledSizes = () => new CompiledShapes(compileSize);

/** OFFSET keeps PostgreSQL from computing the text each time that it is named. */
const measured = (answer: string) =>
  `select case when octet_length(data) <= ${MAX_ANSWER_BYTES} then data end as data, octet_length(data) as bytes ` +
  `from (${answer} offset 0) answer`;
