// How many bytes an answer would have, without making it: PostgreSQL knows the length of a text without reading it.
import type { AnswerObject, Form, Value } from './form.ts';
import type { Sql } from './statement.ts';

/** The bytes of `null`, and those between two entries of a list as json_agg writes it. */
const [nothing, between] = [4, 4];

const sized = (bytes: Sql): Value => ({ sql: bytes, bytes });
const expressionOf = (object: AnswerObject): Sql => ('expression' in object ? object.expression : '0');

/** The same column under many names is measured once. */
function sumOf(values: readonly Value[], constant: number): Sql {
  const times = new Map<Sql, number>();
  let sum = constant;
  for (const { bytes } of values) {
    if (/^\d+$/.test(bytes)) sum += Number(bytes);
    else times.set(bytes, (times.get(bytes) ?? 0) + 1);
  }
  const terms = [...times].map(([bytes, count]) => (count === 1 ? bytes : `${count} * ${bytes}`));
  return `(${[`${sum}::bigint`, ...terms].join(' + ')})`;
}

export const sizeForm: Form = {
  object: (entries) => ({
    // Quotation marks, colon and comma.
    expression: sumOf(
      entries.map(([, value]) => value),
      entries.reduce((sum, [key]) => sum + key.length + 4, 2),
    ),
  }),
  inline: (object) => sized(expressionOf(object)),
  list: (object, from) =>
    sized(
      `(select coalesce(sum("#".n + ${between}), 0)::bigint + 2 from (select ${expressionOf(object)} as n from ${from}) "#")`,
    ),
  one: (object, from) => sized(`coalesce((select ${expressionOf(object)} from ${from}), ${nothing})`),
  choice: (branches) =>
    sized(
      `coalesce(case ${branches.map(({ when, value }) => `when ${when} then ${value.bytes}`).join(' ')} end, ${nothing})`,
    ),
};
