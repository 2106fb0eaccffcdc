/** The role that the API reads with. The migrations create it (prisma/migrations/20261123000001_reader); here is what can be in the way. */
import type pg from 'pg';
import { Failure } from '../failure.ts';
import { withClient } from './client.ts';
import { placeOfTables } from './place.ts';
import { writeFacts } from './writeRights.ts';

export const readerRole = 'casebook_reader';

export const ask = 'ask an administrator of the server to run:';

/** Makes a user for READER_DATABASE_URL. */
export const readerSql = `CREATE ROLE casebook_api LOGIN PASSWORD '…' IN ROLE ${readerRole};`;

/**
 * Makes sure, before anything is changed, that the migrations can create the reader role and let the user become it.
 * @throws Failure with the SQL to run where the user has not enough rights.
 */
export async function checkMayCreateReader(client: pg.Client): Promise<void> {
  const { exists, canSet, mayCreate, mayGrant, user } = await readerFacts(client);
  if (!exists && !mayCreate)
    throw new Failure(
      `the database user may not create roles; ${ask} CREATE ROLE ${readerRole} NOLOGIN; GRANT ${readerRole} TO ${user};`,
    );
  if (exists && !canSet && !mayGrant)
    throw new Failure(`the database user may not become role ${readerRole}; ${ask} GRANT ${readerRole} TO ${user};`);
}

/**
 * Makes sure that there is the reader role and that it can read every table. The migrations see to that, but a database
 * restored into another server comes without its roles.
 * @throws Failure with the SQL to run.
 */
export async function checkReader(client: pg.Client): Promise<void> {
  throwWhatIsMissing(await readerFacts(client));
}

function throwWhatIsMissing({ exists, unreadable, schema }: ReaderFacts): void {
  if (exists && !unreadable) return;
  const missing = [
    ...(exists ? [] : [`CREATE ROLE ${readerRole} NOLOGIN;`]),
    `GRANT USAGE ON SCHEMA ${schema} TO ${readerRole};`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${readerRole};`,
  ];
  throw new Failure(`role ${readerRole} lacks rights in this database; ${ask} ${missing.join(' ')}`);
}

/**
 * Makes sure that the user of `url`, which the API reads with, can read every table, and change nothing, also not as
 * another role that it can become.
 * @throws Failure that says what to do.
 */
export async function checkReaderUrl(url: string): Promise<void> {
  const { place, facts, write } = await withClient(
    url,
    async (client) => ({
      place: await placeOfTables(client),
      facts: await readerFacts(client),
      write: await writeFacts(client),
    }),
    'READER_DATABASE_URL',
  );
  const user = `the API's user ${facts.user}`;
  if (place.hidden) throw new Failure(place.hidden);
  if (!facts.readable) {
    if (facts.canSet) throwWhatIsMissing(facts);
    throw new Failure(`${user} cannot read the tables; ${ask} GRANT ${readerRole} TO ${facts.user};`);
  }
  const another = `name another one in READER_DATABASE_URL, who can only read; ${ask} ${readerSql}`;
  if (write.tables) throw new Failure(`${user} can change the tables: ${another}`);
  if (write.everybody)
    throw new Failure(
      `${user} can create tables, as everybody can; ${ask} REVOKE CREATE ON SCHEMA ${facts.schema} FROM PUBLIC;`,
    );
  if (write.schema) throw new Failure(`${user} can create tables: ${another}`);
}

interface ReaderFacts {
  /** The connected user, and the schema of the tables, quoted for SQL. */
  user: string;
  schema: string;
  exists: boolean;
  /** Whether the user can SET ROLE to it. */
  canSet: boolean;
  mayCreate: boolean;
  mayGrant: boolean;
  /** Whether there is a table that it cannot read. */
  unreadable: boolean;
  /** Whether the connected user itself can read all of them. */
  readable: boolean;
}

async function readerFacts(client: pg.Client): Promise<ReaderFacts> {
  const { rows } = await client.query<ReaderFacts>(
    `select quote_ident(session_user) as "user", quote_ident(current_schema()) as schema,
       reader.oid is not null as "exists",
       coalesce(pg_has_role(session_user, reader.oid, case when version >= 160000 then 'SET' else 'MEMBER' end), false) as "canSet",
       me.rolsuper or me.rolcreaterole as "mayCreate",
       me.rolsuper or (version < 160000 and me.rolcreaterole)
         or coalesce(pg_has_role(reader.oid, 'MEMBER WITH ADMIN OPTION'), false) as "mayGrant",
       tables.unreadable, tables.readable
     from (select current_setting('server_version_num')::int as version) server, pg_roles me left join pg_roles reader on reader.rolname = $1,
       lateral (
         select coalesce(bool_or(not (has_schema_privilege(reader.oid, n.oid, 'USAGE') and has_table_privilege(reader.oid, c.oid, 'SELECT'))), false) as unreadable,
           coalesce(bool_and(has_schema_privilege(n.oid, 'USAGE') and has_table_privilege(c.oid, 'SELECT')), false) as readable
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = current_schema() and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
       ) tables
     where me.rolname = current_user`,
    [readerRole],
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error('pg_roles does not list the current user');
  return facts;
}
