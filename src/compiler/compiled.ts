// Statements that have been compiled, kept for all requests of one shape.
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { ReadOperation, Shape } from '../operation/read.ts';
import { MAX_ANSWER_BYTES } from '../operation/tooMuch.ts';
import { compileOperation } from './operation.ts';
import type { NamedStatement } from './oneRow.ts';
import { NotCompilable } from './statement.ts';

interface Kept {
  name: string;
  text: string;
  parameters: readonly number[];
}

/** Bytes of SQL that are kept: clients invent shapes without end. */
const MAX_BYTES = 32 * 2 ** 20;

export class CompiledShapes {
  private readonly kept = new LRUCache<Shape, Kept | NotCompilable>({
    maxSize: MAX_BYTES,
    sizeCalculation: (one) => (one instanceof NotCompilable ? 1000 : 2 * one.text.length + 1000),
  });

  /**
   * @returns the statement that answers an operation, with its values
   * @throws NotCompilable when none does
   */
  statement(read: ReadOperation): NamedStatement {
    let known = this.kept.get(read.shape);
    if (!known) this.kept.set(read.shape, (known = compile(read)));
    if (known instanceof NotCompilable) throw known;
    const { name, text, parameters } = known;
    return { name, text, values: parameters.map((place) => read.leaves[place]) };
  }
}

function compile(read: ReadOperation): Kept | NotCompilable {
  try {
    const { sql: answer, parameters } = compileOperation(read);
    const sql = measured(answer);
    // PostgreSQL keeps 63 bytes of a name.
    return { name: createHash('sha256').update(sql).digest('base64url'), text: sql, parameters };
  } catch (error) {
    if (error instanceof NotCompilable) return error;
    throw error;
  }
}

/**
 * @returns the SQL of one row: the text in `data`, null if it is over the limit, and its length in `bytes`. OFFSET keeps
 *   PostgreSQL from computing the text each time that it is named.
 */
const measured = (answer: string) =>
  `select case when octet_length(data) <= ${MAX_ANSWER_BYTES} then data end as data, octet_length(data) as bytes ` +
  `from (${answer} offset 0) answer`;
