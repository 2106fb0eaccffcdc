/** The SQL of a migration: Prisma's own, and what schema.prisma cannot say. */
import { withClient } from '../src/db/client.ts';
import { changeSql } from './schemaEngine.ts';
import { missingRules, sortExpression } from './tableRules.ts';

export interface MigrationSql {
  /** Empty when there is nothing to do. */
  sql: string;
  /** What somebody has to look at, since it depends on the rows that there are. */
  remarks: string[];
}

/**
 * @param url a database that the migrations have been applied to; it is changed as the new migration would.
 * @param schema the text of schema.prisma, where it is another one than the project's.
 */
export async function migrationSql(url: string, schema?: string): Promise<MigrationSql> {
  const copies = await withClient(url, async (client) => {
    const { rows } = await client.query<{ drop: string }>(orderOfJoinTables);
    return rows.map(({ drop }) => drop).join('\n');
  });
  // Prisma would drop them. They are dropped only to hide them from it.
  await withClient(url, (client) => client.query(copies));
  const changes = (await changeSql(url, schema))
    .replaceAll(
      /("(\w+)Sort(Asc|Desc)" INTEGER NOT NULL)/g,
      (column, _all, date: string, direction: string) =>
        `${column} GENERATED ALWAYS AS (${sortExpression(date, direction)}) STORED`,
    )
    .trim();
  const { statements, open } = await withClient(url, async (client) => {
    await client.query(changes);
    const missing = await missingRules(client);
    const added = missing.flatMap(({ sql }) => sql ?? []).join('\n');
    await client.query(added);
    return { statements: added, open: missing.filter(({ sql }) => sql === undefined).map(({ message }) => message) };
  });
  const parts = [changes, statements && `-- What schema.prisma cannot say\n${statements}`].filter(
    (part) => part !== '',
  );
  return { sql: parts.map((part) => `${part}\n`).join('\n'), remarks: [...remarksOn(changes), ...open] };
}

/** What join tables carry besides their two keys (see the migration list_order). */
const orderOfJoinTables = `
  select format('alter table %I drop column %I cascade;', relname, attname) as drop
  from pg_attribute join pg_class on pg_class.oid = attrelid
  where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname like '\\_%' and relname <> '_prisma_migrations'
    and attnum > 0 and not attisdropped and attname not in ('A', 'B')`;

function remarksOn(changes: string): string[] {
  const added = /ADD COLUMN +("\w+") (?!.*(?:DEFAULT|GENERATED)).*NOT NULL/;
  return changes.split('\n').flatMap((line) => {
    const column = added.exec(line)?.[1];
    if (column)
      return `${column} is required and has no value in existing rows: add it without NOT NULL, UPDATE, then SET NOT NULL`;
    return /DROP (TABLE|COLUMN)|DROP TYPE/.test(line) ? `data are lost: ${line.trim()}` : [];
  });
}
