/** The end of every transaction that changes what an answer can show. */
import type pg from 'pg';
import { withClient } from '../../db/client.ts';
import { revisionChannel, revisionLocks, revisionTimes } from '../../db/revision.ts';

/**
 * Gives the database a new revision, within the caller's transaction and right before its commit. When it returns, no
 * server keeps an answer or begins to before the transaction ends.
 */
export async function bumpRevision(client: pg.ClientBase, url: string): Promise<void> {
  // What the commit would check otherwise, while servers do without what they keep.
  await client.query('set constraints all immediate');
  await client.query('update "Revision" set number = number + 1, id = gen_random_uuid()');
  await client.query(`notify ${revisionChannel}`);
  await client.query('select pg_advisory_xact_lock($1)', [revisionLocks.entering]);
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [
    revisionLocks.held,
  ]);
  if (rows[0]?.taken) return;
  // What is notified within this transaction is heard only after it.
  await withClient(url, (other) => other.query(`notify ${revisionChannel}`));
  await waitForServers(client);
}

/** Waits until no server keeps answers, or one has not been heard of for so long that it does not use them any more. */
async function waitForServers(client: pg.ClientBase): Promise<void> {
  await client.query(`savepoint waiting; set local lock_timeout = ${revisionTimes.patience}`);
  try {
    await client.query('select pg_advisory_xact_lock($1)', [revisionLocks.held]);
  } catch (error) {
    const lockNotAvailable = '55P03';
    if ((error as { code?: string }).code !== lockNotAvailable) throw error;
    await client.query('rollback to waiting');
  }
}
