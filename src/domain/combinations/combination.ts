/** What may not stand with what: the form of the table from which the loader checks case files and docs/coding.md is printed. */

/** A field of the record; `owner.` leads to what it is part of, `actor.` and `to.` to the actor that it names. */
type Field = string;

export interface Combination {
  /** The type of record. */
  type: string;
  /** When it applies: each field has one of the values; of `any`, some value. */
  when: Readonly<Record<Field, readonly string[] | 'any'>>;
  /** The field that is then bound to values. */
  field: Field;
  only?: readonly string[];
  never?: readonly string[];
  /** A warning lets the case load. */
  level: 'refused' | 'warning';
  /** What to do, as the message says it; null where a check with words of its own tells it. */
  advice: string | null;
}

type Bound = { only: readonly string[] } | { never: readonly string[] };

const make =
  (level: Combination['level']) =>
  (type: string, when: Combination['when'], field: Field, bound: Bound, advice: string | null): Combination => ({
    ...{ type, when, field, ...bound, level, advice },
  });

/** What keeps a case from loading. */
export const refused = make('refused');

/** What is likely a mistake and may still be so. */
export const warned = make('warning');

const listed = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);

/** Returns what the values of `field` have to be, as in `REPORTED or ADMITTED`, or `not OTHER`. */
export const asked = ({ only, never = [] }: Combination): string => (only ? listed(only) : `not ${listed(never)}`);

/** Whether the value may stand with the rest. */
export const allows = ({ only, never }: Combination, value: string): boolean =>
  only ? only.includes(value) : !never?.includes(value);

/** @returns the table in docs/coding.md */
export function printCombinations(combinations: readonly Combination[]): string {
  const row = (one: Combination) => {
    const when = Object.entries(one.when).map(([field, values]) =>
      values === 'any' ? `any ${field}` : `${field} ${listed(values)}`,
    );
    return `| ${one.type} | ${when.join(', ')} | ${one.field} | ${asked(one)} | ${one.level} |`;
  };
  return ['| record | with | its | must be | else |', '| --- | --- | --- | --- | --- |', ...combinations.map(row)].join(
    '\n',
  );
}
