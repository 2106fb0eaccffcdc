// How many bytes an answer would have, without making it: PostgreSQL knows the length of a text without reading it.
import type { Form, Value } from './form.ts';
import type { Sql } from './statement.ts';

/** The bytes of `null`, and of the comma between two entries of a list. */
const [nothing, between] = [4, 1];

const sized = (bytes: Sql): Value => ({ json: [], bytes });

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
  object: (entries) =>
    sized(
      sumOf(
        entries.map(([, value]) => value),
        // Quotation marks, colon and comma.
        entries.reduce((sum, [key]) => sum + key.length + 4, 2),
      ),
    ),
  list: ({ bytes }, from) =>
    sized(`(select coalesce(sum("#".n + ${between}), 0)::bigint + 2 from (select ${bytes} as n from ${from}) "#")`),
  one: ({ bytes }, from) => sized(`coalesce((select ${bytes} from ${from}), ${nothing})`),
  choice: (branches) =>
    sized(
      `coalesce(case ${branches.map(({ when, value }) => `when ${when} then ${value.bytes}`).join(' ')} end, ${nothing})`,
    ),
};
