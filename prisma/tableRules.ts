/**
 * What every table needs and schema.prisma cannot say: the reader may select, keys wait for the end of a transaction, and CHECKs
 * follow from names (slug, standing, label, dates, links, subject). It is read from the catalog of a database, so the same rules
 * complete a new migration and test those that there are.
 */
import type pg from 'pg';
import { standingFits } from '../src/domain/standing.ts';
import { maximumWords } from '../src/domain/text.ts';

export interface MissingRule {
  /** What is missing, with the table and the column. */
  message: string;
  /** The statement that adds it; none where only the migration that makes the column can. */
  sql?: string;
}

interface Check {
  name: string;
  columns: string[];
  expression: string;
}

interface Table {
  name: string;
  mayRead: boolean;
  columns: { name: string; isRequired: boolean; isGenerated: boolean; values: string[] | null }[];
  keys: { name: string; column: string; target: string; waits: boolean; acts: boolean }[];
  checks: { name: string; columns: string[] }[];
}

const catalog = `
  select t.relname as name, has_table_privilege('casebook_reader', t.oid, 'SELECT') as "mayRead",
    (select coalesce(json_agg(json_build_object('name', attname, 'isRequired', attnotnull, 'isGenerated', attgenerated <> '', 'values',
        (select json_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = atttypid)) order by attnum), '[]')
      from pg_attribute where attrelid = t.oid and attnum > 0 and not attisdropped) as columns,
    (select coalesce(json_agg(json_build_object('name', c.conname, 'column', attname, 'target', o.relname, 'waits', condeferrable,
        'acts', confdeltype not in ('a', 'r')) order by c.conname), '[]')
      from pg_constraint c join pg_attribute on attrelid = conrelid and attnum = conkey[1] join pg_class o on o.oid = confrelid
      where conrelid = t.oid and contype = 'f') as keys,
    (select coalesce(json_agg(json_build_object('name', conname, 'columns',
        (select json_agg(attname order by attname) from pg_attribute where attrelid = conrelid and attnum = any (conkey)))), '[]')
      from pg_constraint where conrelid = t.oid and contype = 'c') as checks
  from pg_class t
  where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'
  order by 1`;

/** The expression of a sort column: days from 2000-01-01 of the start, or of the end when the start is open; undated records last. */
export const sortExpression = (date: string, direction: string) => {
  const days = (end: string) =>
    direction === 'Asc' ? `"${date}${end}" - DATE '2000-01-01'` : `DATE '2000-01-01' - "${date}${end}"`;
  return `COALESCE(${days('Earliest')}, ${days('Latest')}, 2147483647)`;
};

/** @returns what the tables of a database lack, in the order of their names. */
export async function missingRules(client: pg.Client): Promise<MissingRule[]> {
  const { rows } = await client.query<Table>(catalog);
  return rows.flatMap((table) => [
    ...notGenerated(table),
    ...missingChecks(table),
    ...impatientKeys(table),
    ...(table.mayRead
      ? []
      : [
          {
            message: `table ${table.name}: casebook_reader may not read it (GRANT SELECT)`,
            sql: `GRANT SELECT ON "${table.name}" TO casebook_reader;`,
          },
        ]),
  ]);
}

const notGenerated = ({ name, columns }: Table): MissingRule[] =>
  columns
    .filter((column) => /Sort(Asc|Desc)$/.test(column.name) && !column.isGenerated && !name.startsWith('_'))
    .map((column) => ({ message: `column ${name}.${column.name} is not GENERATED from the date` }));

/** Keys that act on their own (CASCADE) need not wait. */
const impatientKeys = ({ name, keys }: Table): MissingRule[] =>
  keys
    .filter(({ waits, acts }) => !waits && !acts)
    .map((key) => ({
      message: `key ${name}.${key.column} to ${key.target} is not DEFERRABLE: records are stored in any order`,
      sql: `ALTER TABLE "${name}" ALTER CONSTRAINT "${key.name}" DEFERRABLE;`,
    }));

function missingChecks(table: Table): MissingRule[] {
  return expectedChecks(table).flatMap(({ name, columns, expression }) => {
    const existing = table.checks.find((check) => check.name === name);
    if (existing?.columns.join() === columns.toSorted().join()) return [];
    const drop = existing ? `DROP CONSTRAINT "${name}", ` : '';
    return {
      message: `CHECK ${name} ${existing ? 'is about other columns' : 'is missing'}: it has to be about ${columns.join(', ')}`,
      sql: `ALTER TABLE "${table.name}" ${drop}ADD CONSTRAINT "${name}" CHECK (${expression});`,
    };
  });
}

function expectedChecks(table: Table): Check[] {
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
    checks.push(check('standing', ['standing'], `"standing" IN ('REPORTED', 'ALLEGED')`));
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
