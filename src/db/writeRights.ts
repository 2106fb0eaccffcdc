/** What the user of a connection could change. */
import type pg from 'pg';

export interface WriteFacts {
  /** Whether it can change a table, were it one column, or who may. */
  tables: boolean;
  /** Whether it can create something in the schema of the tables. */
  schema: boolean;
  /** Whether everybody can. */
  everybody: boolean;
}

/**
 * Asks what the user who has logged in could change: by rights of its own, by inherited ones, and by those of any role
 * that it is a member of, whether or not it has them without SET ROLE.
 */
export async function writeFacts(client: pg.ClientBase): Promise<WriteFacts> {
  const { rows } = await client.query<WriteFacts>(
    `with able as (
       select oid from pg_roles
       where pg_has_role(session_user, oid, 'MEMBER')
     ), place as (
       select oid from pg_namespace where nspname = current_schema()
     )
     select
       exists (
         select from able, pg_class c
         where c.relnamespace = (select oid from place) and c.relkind in ('r', 'p')
           and (c.relowner = able.oid or has_any_column_privilege(able.oid, c.oid, 'INSERT, UPDATE')
             or has_table_privilege(able.oid, c.oid, 'DELETE, TRUNCATE, TRIGGER'))
       ) or exists (
         select from able join pg_roles r using (oid)
         where r.rolsuper or (r.rolcreaterole and current_setting('server_version_num')::int < 160000)
           or r.rolname in ('pg_write_server_files', 'pg_execute_server_program')
       ) as "tables",
       exists (select from able, place where has_schema_privilege(able.oid, place.oid, 'CREATE')) as "schema",
       (select has_schema_privilege('public', oid, 'CREATE') from place) as "everybody"`,
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error('a query without a table has one row');
  return facts;
}
