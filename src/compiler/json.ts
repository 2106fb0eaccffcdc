// JSON that PostgreSQL writes: an object's keys in the order of the selection, whatever they are called.
import { identifier, literal, type Sql } from './statement.ts';

/** An object of the answer: the columns of a row that becomes one, or an expression that is one already. */
export type JsonObject = { columns: Sql } | { json: Sql };

/** PostgreSQL cuts identifiers at 63 bytes. Names of GraphQL are ASCII. */
const MAX_KEY = 63;

/** @returns an object with these keys and values (of any type), in this order. */
export function objectOf(entries: readonly (readonly [string, Sql])[]): JsonObject {
  if (!entries.length) return { json: `'{}'::json` };
  if (entries.every(([key]) => key.length <= MAX_KEY)) {
    return { columns: entries.map(([key, value]) => `${value} as ${identifier(key)}`).join(', ') };
  }
  // A row cannot carry these keys: the text is put together.
  const members = entries.map(
    ([key, value]) => `${literal(`${JSON.stringify(key)}:`)} || coalesce(to_json(${value})::text, 'null')`,
  );
  return { json: `('{' || ${members.join(` || ',' || `)} || '}')::json` };
}

/** @returns the object as one value. */
export const objectSql = (object: JsonObject): Sql =>
  'json' in object ? object.json : `(select row_to_json("#") from (select ${object.columns}) "#")`;

/** @returns a list of such objects, one for each row of `from` (FROM, WHERE and ORDER BY), in its order. */
export const listSql = (object: JsonObject, from: Sql): Sql =>
  'json' in object
    ? `(select coalesce(json_agg("#".j), '[]'::json) from (select ${object.json} as j from ${from}) "#")`
    : `(select coalesce(json_agg("#"), '[]'::json) from (select ${object.columns} from ${from}) "#")`;

/** @returns the object for the one row of `from`, or null. */
export const oneSql = (object: JsonObject, from: Sql): Sql =>
  'json' in object
    ? `(select ${object.json} from ${from})`
    : `(select row_to_json("#") from (select ${object.columns} from ${from}) "#")`;
