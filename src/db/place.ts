/** Where the tables are, and whether the user of a connection sees them there: PostgreSQL looks through its search_path. */
import type pg from 'pg';

export interface Place {
  /** The first schema in the search_path that exists, whether or not the user may use it; quoted for SQL. */
  firstNamed: string | null;
  /** One line that says what to do, where the search_path does not lead to the tables, or nowhere. */
  hidden: string | undefined;
}

interface PlaceFacts {
  user: string;
  database: string;
  path: string;
  /** Where the next table would be made. */
  current: string | null;
  firstNamed: string | null;
  /** The schemas that have Casebook's tables. */
  tables: string[];
}

/** Looks where the tables are, for the user who has logged in. */
export async function placeOfTables(client: pg.ClientBase): Promise<Place> {
  const { rows } = await client.query<PlaceFacts>(
    `with named as (
       select case trim(name) when '"$user"' then current_user else trim(trim(name), '"') end as name, number
       from unnest(string_to_array(current_setting('search_path'), ',')) with ordinality as path (name, number)
     )
     select quote_ident(session_user) as "user", quote_ident(current_database()) as database,
       current_setting('search_path') as path, quote_ident(current_schema()) as current,
       (select quote_ident(nspname) from named join pg_namespace on nspname = name order by number limit 1) as "firstNamed",
       array(
         select quote_ident(nspname) from pg_namespace n
         where 3 = (
           select count(*) from pg_class
           where relnamespace = n.oid and relkind in ('r', 'p') and relname in ('_prisma_migrations', 'Citation', 'LegalAction')
         ) order by nspname
       ) as tables`,
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error('a query without a table has one row');
  const { firstNamed } = facts;
  return { firstNamed, hidden: whatIsHidden(facts) };
}

function whatIsHidden({ user, database, path, current, firstNamed, tables }: PlaceFacts): string | undefined {
  const [there] = tables;
  if (there === undefined && firstNamed !== null) return undefined;
  if (current !== null && tables.includes(current)) return undefined;
  // The right to use the schema is missing, not its name.
  if (current === null && firstNamed !== null && tables.includes(firstNamed)) return undefined;
  const what =
    there === undefined
      ? 'names no schema that exists'
      : `does not come first to schema ${there}, where the tables are`;
  return `the search_path of user ${user} (${path}) ${what}; run: ALTER ROLE ${user} IN DATABASE ${database} SET search_path = ${there ?? 'public'};`;
}
