import type pg from 'pg';

/** Returns the process of PostgreSQL that holds the advisory lock `key` of the database, if one does. */
export async function holderOf(client: pg.ClientBase, key: number): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>(
    `select l.pid from pg_locks l join pg_database d on d.oid = l.database
     where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1 and d.datname = current_database()`,
    [key],
  );
  return rows[0]?.pid;
}
