import { withClient } from './client.ts';
import { readerRole, readerSql } from './reader.ts';

const owner = 'casebook_owner';

/**
 * @param hasReader whether there is a READER_DATABASE_URL
 * @returns where the user of DATABASE_URL, `url`, is a superuser: a warning of several lines, the last of them the SQL
 * that makes another owner of the migrated database
 */
export async function warnOfSuperuser(url: string, hasReader: boolean): Promise<string[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ superuser: boolean; database: string; schema: string }>(
      `select rolsuper as superuser, quote_ident(current_database()) as database, quote_ident(current_schema()) as schema
       from pg_roles where rolname = session_user`,
    ),
  );
  const [facts] = rows;
  if (!facts?.superuser) return [];
  const [what, them] = hasReader ? ['a user', 'DATABASE_URL'] : ['users', 'DATABASE_URL and READER_DATABASE_URL'];
  return [
    [
      `the user of DATABASE_URL is a superuser, who could change more than Casebook's tables. To make ${what} for Casebook, in a database that is Casebook's alone, run this as the superuser, with passwords of yours, and change ${them}:`,
      `  ${[ownerSql, ...(hasReader ? [] : [readerSql])].join(' ')}`,
      `  ALTER DATABASE ${facts.database} OWNER TO ${owner}; GRANT USAGE, CREATE ON SCHEMA ${facts.schema} TO ${owner};`,
      `  ${giveAll(facts.schema)}`,
    ].join('\n'),
  ];
}

const ownerSql = `CREATE ROLE ${owner} LOGIN PASSWORD '…' IN ROLE ${readerRole};`;

/** One line that gives `owner` all that is in `schema`, but for extensions. REASSIGN OWNED refuses the first superuser's. */
function giveAll(schema: string): string {
  const place = `'${schema.replaceAll("'", "''")}'::regnamespace`;
  return [
    `DO $$ DECLARE thing record; BEGIN FOR thing IN`,
    `SELECT i.type, i.identity FROM (`,
    `SELECT 'pg_class'::regclass AS class, oid FROM pg_class WHERE relnamespace = ${place} AND relkind IN ('r', 'p')`,
    `UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_type WHERE typnamespace = ${place} AND typtype = 'e'`,
    `UNION ALL SELECT 'pg_proc'::regclass, oid FROM pg_proc WHERE pronamespace = ${place}`,
    `) o, pg_identify_object(o.class, o.oid, 0) i`,
    `WHERE NOT EXISTS (SELECT FROM pg_depend WHERE classid = o.class AND objid = o.oid AND deptype = 'e')`,
    `LOOP EXECUTE format('ALTER %s %s OWNER TO ${owner}', thing.type, thing.identity); END LOOP; END $$;`,
  ].join(' ');
}
