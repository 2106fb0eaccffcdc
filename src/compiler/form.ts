// What a statement makes of the records that it reads: the answer itself, or how many bytes that would have.
import type { Json } from './json.ts';
import type { Sql } from './statement.ts';

/** A value of the answer, as both forms need it. */
export interface Value {
  json: Json;
  /** The bytes of its JSON: a number, or an expression of type integer or bigint. */
  bytes: Sql;
}

export interface Form {
  /** @returns an object with these keys and values, in this order */
  object(entries: readonly (readonly [string, Value])[]): Value;
  /** @returns a list of this value, one for each row of `from` (FROM, WHERE and ORDER BY), in its order */
  list(value: Value, from: Sql): Value;
  /** @returns the value for the one row of `from`, or null */
  one(value: Value, from: Sql): Value;
  /** @returns the value behind the first condition that holds, null where none does */
  choice(branches: readonly { when: Sql; value: Value }[]): Value;
}
