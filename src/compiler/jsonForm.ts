// The answer itself: an object's keys in the order of the selection, whatever they are called.
import type { Form, Value } from './form.ts';
import { type Json, textOf } from './json.ts';

/** A part of the answer: its size is not asked for. */
const made = (...json: Json): Value => ({ json, bytes: '0' });

export const jsonForm: Form = {
  // Names of GraphQL have no character that JSON would escape.
  object: (entries) =>
    made('{', ...entries.flatMap(([key, { json }], index) => [`${index > 0 ? ',' : ''}"${key}":`, ...json]), '}'),
  list: ({ json }, from) => made('[', { sql: `array_to_string(array(select ${textOf(json)} from ${from}), ',')` }, ']'),
  one: ({ json }, from) => made({ sql: `coalesce((select ${textOf(json)} from ${from}), 'null')` }),
  choice: (branches) => {
    const cases = branches.map(({ when, value }) => `when ${when} then ${textOf(value.json)}`);
    return made({ sql: `case ${cases.join(' ')} else 'null' end` });
  },
};
