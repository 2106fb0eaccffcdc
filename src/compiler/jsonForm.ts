// JSON that PostgreSQL writes: an object's keys in the order of the selection, whatever they are called.
import type { AnswerObject, Form, Value } from './form.ts';
import { identifier, literal, type Sql } from './statement.ts';

/** PostgreSQL cuts identifiers at 63 bytes. Names of GraphQL are ASCII. */
const MAX_KEY = 63;

/** A part of the answer: its size is not asked for. */
const made = (sql: Sql): Value => ({ sql, bytes: '0' });

function objectOf(entries: readonly (readonly [string, Value])[]): AnswerObject {
  if (!entries.length) return { expression: `'{}'::json` };
  if (entries.every(([key]) => key.length <= MAX_KEY)) {
    return { columns: entries.map(([key, { sql }]) => `${sql} as ${identifier(key)}`).join(', ') };
  }
  // A row cannot carry these keys: the text is put together.
  const members = entries.map(
    ([key, { sql }]) => `${literal(`${JSON.stringify(key)}:`)} || coalesce(to_json(${sql})::text, 'null')`,
  );
  return { expression: `('{' || ${members.join(` || ',' || `)} || '}')::json` };
}

export const jsonForm: Form = {
  object: objectOf,
  inline: (object) =>
    made('expression' in object ? object.expression : `(select row_to_json("#") from (select ${object.columns}) "#")`),
  list: (object, from) =>
    made(
      'expression' in object
        ? `(select coalesce(json_agg("#".j), '[]'::json) from (select ${object.expression} as j from ${from}) "#")`
        : `(select coalesce(json_agg("#"), '[]'::json) from (select ${object.columns} from ${from}) "#")`,
    ),
  one: (object, from) =>
    made(
      'expression' in object
        ? `(select ${object.expression} from ${from})`
        : `(select row_to_json("#") from (select ${object.columns} from ${from}) "#")`,
    ),
  choice: (branches) =>
    made(`case ${branches.map(({ when, value }) => `when ${when} then ${value.sql}`).join(' ')} end`),
};
