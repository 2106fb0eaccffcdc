/** The CHECKs that follow from the names in a table: slug, standing, label, dates, links, subject. */
import { standingFits, standingsOf } from '../src/domain/standing.ts';
import { maximumWords } from '../src/domain/words.ts';

export interface Table {
  name: string;
  mayRead: boolean;
  columns: { name: string; isRequired: boolean; isGenerated: boolean; values: string[] | null }[];
  keys: { name: string; column: string; target: string; waits: boolean; acts: boolean; isIndexed: boolean }[];
  checks: { name: string; columns: string[] }[];
}

interface Check {
  name: string;
  columns: string[];
  expression: string;
}

/** The CHECKs that a table has to have. */
export function expectedChecks(table: Table): Check[] {
  const has = (name: string) => table.columns.some((column) => column.name === name);
  const check = (rule: string, columns: string[], expression: string): Check => ({
    name: `${table.name}_${rule}_check`,
    columns,
    expression,
  });
  const checks: Check[] = [];
  const vocabulary = table.columns.find(({ values }) => values?.includes('OTHER'))?.name ?? '';
  if (has('slug') && !table.name.startsWith('_'))
    checks.push(check('slug', ['slug'], `"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`));
  if (has('label') && vocabulary)
    checks.push(check('label', [vocabulary, 'label'], `"${vocabulary}" <> 'OTHER' OR "label" IS NOT NULL`));
  // A citation's standing is what the passage says.
  if (has('standing') && table.name !== 'Citation' && !standingFits(table.name, 'CHARGED'))
    checks.push(
      check(
        'standing',
        ['standing'],
        `"standing" IN (${standingsOf(table.name)
          .map((standing) => `'${standing}'`)
          .join(', ')})`,
      ),
    );
  for (const { name } of table.columns) {
    const [, date] = /^(\w+)Edtf$/.exec(name) ?? [];
    if (date !== undefined) checks.push(...dateChecks(date, check));
    if (name === 'verbatim') checks.push(check(name, [name], fewWords(name)));
  }
  return [...checks, ...keyChecks(table, check)];
}

const fewWords = (column: string) =>
  `array_length(regexp_split_to_array(btrim("${column}"), '\\s+'), 1) <= ${maximumWords}`;

type MakeCheck = (rule: string, columns: string[], expression: string) => Check;

function dateChecks(date: string, check: MakeCheck): Check[] {
  const [whole, bounds, verbatim] = [
    ['Edtf', 'Precision', 'Qualified'].map((part) => date + part),
    [`${date}Earliest`, `${date}Latest`],
    `${date}Verbatim`,
  ] satisfies [string[], string[], string];
  const list = (columns: string[]) => columns.map((column) => `"${column}"`).join(', ');
  return [
    check(`${date}_order`, bounds, `"${date}Earliest" <= "${date}Latest"`),
    check(
      `${date}_whole`,
      [...whole, ...bounds, verbatim],
      `num_nulls(${list(whole)}) IN (0, 3) AND ("${date}Edtf" IS NOT NULL OR num_nonnulls(${list([...bounds, verbatim])}) = 0)`,
    ),
    check(`${date}_verbatim`, [verbatim], fewWords(verbatim)),
  ];
}

function keyChecks({ name, keys, columns, checks }: Table, check: MakeCheck): Check[] {
  const isRequired = (key: string) => columns.find((column) => column.name === key)?.isRequired;
  const own = keys.filter(({ target }) => target === name).map(({ column }) => column);
  const ends = keys.filter(({ column }) => column === 'fromId' || column === 'toId');
  // Whether one of several is the subject is said by a CHECK alone: a table has it from its first migration on.
  const hasSubject = checks.some((existing) => existing.name === `${name}_subject_check`);
  const subjects = hasSubject ? keys.flatMap(({ column }) => (isRequired(column) ? [] : [column])) : [];
  return [
    ...own.map((column) => check(column.slice(0, -'Id'.length), [column, 'id'], `"${column}" <> "id"`)),
    ...(ends.length === 2 && ends[0]?.target === ends[1]?.target
      ? [check('ends', ['fromId', 'toId'], '"fromId" <> "toId"')]
      : []),
    ...(hasSubject
      ? [check('subject', subjects, `num_nonnulls(${subjects.map((column) => `"${column}"`).join(', ')}) = 1`)]
      : []),
  ];
}
