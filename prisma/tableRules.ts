/**
 * What every table needs and schema.prisma cannot say: the reader may select, keys wait for the end of a transaction, and CHECKs
 * follow from names (slug, standing, label, dates, links, subject). It is read from the catalog of a database, so the same rules
 * complete a new migration and test those that there are.
 */
import type pg from 'pg';
import { expectedChecks, type Table } from './tableChecks.ts';

export interface MissingRule {
  /** What is missing, with the table and the column. */
  message: string;
  /** The statement that adds it; none where only the migration that makes the column can. */
  sql?: string;
}

const catalog = `
  select t.relname as name, has_table_privilege('casebook_reader', t.oid, 'SELECT') as "mayRead",
    (select coalesce(json_agg(json_build_object('name', attname, 'isRequired', attnotnull, 'isGenerated', attgenerated <> '', 'values',
        (select json_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = atttypid)) order by attnum), '[]')
      from pg_attribute where attrelid = t.oid and attnum > 0 and not attisdropped) as columns,
    (select coalesce(json_agg(json_build_object('name', c.conname, 'column', attname, 'target', o.relname, 'waits', condeferrable,
        'acts', confdeltype not in ('a', 'r'),
        'isIndexed', exists (select from pg_index where indrelid = t.oid and indkey[0] = conkey[1])) order by c.conname), '[]')
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
    ...slowKeys(table),
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

/** The index follows the order of the list behind it, which schema.prisma says. */
const slowKeys = ({ name, keys }: Table): MissingRule[] =>
  keys
    .filter(({ isIndexed }) => !isIndexed)
    .map(({ column, target }) => ({
      message: `key ${name}.${column} to ${target} has no index that begins with it: add @@index([${column}, …]) to schema.prisma`,
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
