/** A database whose events a test locks, so that the SQL of requests waits until it lets go. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { useDatabase } from '../support/database.ts';

/** A database with the cases for the tests of a file; what a test locks is free after it. */
export function useLockedEvents() {
  // Before the database is dropped.
  afterAll(() => Promise.all([admin.end(), locker.end()]));
  const database = useDatabase('cases');
  // Two connections: in a transaction PostgreSQL shows the activity of others as it was at first.
  let admin: pg.Client;
  let locker: pg.Client;
  const unlock = () => locker.query('rollback');
  beforeAll(async () => {
    admin = new pg.Client(database.url);
    locker = new pg.Client(database.url);
    await Promise.all([admin.connect(), locker.connect()]);
  });
  afterEach(unlock);
  return {
    database,
    /** Makes every query on events wait until `unlock`. */
    lockEvents: () => locker.query('begin; lock table "Event" in access exclusive mode'),
    unlock,
    /** Runs SQL in the transaction that has the lock. */
    write: (sql: string) => locker.query(sql),
    /** Keeps what was written, and lets go. */
    commit: () => locker.query('commit'),
    /** @returns the process numbers of the connections whose statement waits for a lock. */
    async waiting(): Promise<number[]> {
      const { rows } = await admin.query<{ pid: number }>(
        `select pid from pg_stat_activity
         where datname = current_database() and application_name = 'casebook' and wait_event_type = 'Lock'`,
      );
      return rows.map(({ pid }) => pid);
    },
  };
}

/** Resolves when `holds`, at the latest after `patience` milliseconds. */
export async function until(holds: () => Promise<boolean> | boolean, patience = 20_000): Promise<boolean> {
  for (const end = performance.now() + patience; performance.now() < end; await setTimeout(10))
    if (await holds()) return true;
  return false;
}
