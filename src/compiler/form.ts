// What a statement makes of the records that it reads: the answer itself, or how many bytes that would have.
import type { Sql } from './statement.ts';

/** A value of the answer, as both forms need it. */
export interface Value {
  sql: Sql;
  /** The bytes of its JSON: a number, or an expression of type integer or bigint. */
  bytes: Sql;
}

/** An object of the answer: the columns of a row that becomes one, or an expression that is one already. */
export type AnswerObject = { columns: Sql } | { expression: Sql };

export interface Form {
  /** @returns an object with these keys and values (of any type), in this order. */
  object(entries: readonly (readonly [string, Value])[]): AnswerObject;
  /** @returns the object as one value. */
  inline(object: AnswerObject): Value;
  /** @returns a list of such objects, one for each row of `from` (FROM, WHERE and ORDER BY), in its order. */
  list(object: AnswerObject, from: Sql): Value;
  /** @returns the object for the one row of `from`, or null. */
  one(object: AnswerObject, from: Sql): Value;
  /** @returns the value behind the first condition that holds, null where none does. */
  choice(branches: readonly { when: Sql; value: Value }[]): Value;
}
