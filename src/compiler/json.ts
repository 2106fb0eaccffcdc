// JSON that PostgreSQL puts together from texts. Its own functions that make JSON of a row look up the type of each column,
// and how that is written, once more for every row.
import { literal, type Sql } from './statement.ts';

/** A part of it: a text that stands there for every row, or an expression of any type, of which the text does; never null. */
type Part = string | { sql: Sql };

/** The parts of a value, one after the other. */
export type Json = readonly Part[];

/** @returns the JSON of a text in which nothing has to be escaped */
export const quoted = (sql: Sql): Json => ['"', { sql }, '"'];

/** A function takes so many arguments (FUNC_MAX_ARGS in PostgreSQL's pg_config_manual.h). */
const MAX_ARGUMENTS = 100;

/** @returns an expression of type text */
export function textOf(json: Json): Sql {
  const parts: Part[] = [];
  for (const part of json) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return concatenated(parts.map((part) => (typeof part === 'string' ? literal(part) : part.sql)));
}

/** `concat` takes null for nothing. */
function concatenated(parts: readonly Sql[]): Sql {
  if (parts.length === 1) return parts[0] as Sql;
  if (parts.length <= MAX_ARGUMENTS) return `concat(${parts.join(', ')})`;
  const groups = Array.from({ length: Math.ceil(parts.length / MAX_ARGUMENTS) }, (_, group) =>
    concatenated(parts.slice(group * MAX_ARGUMENTS, (group + 1) * MAX_ARGUMENTS)),
  );
  return concatenated(groups);
}
