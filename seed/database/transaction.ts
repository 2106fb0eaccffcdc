import type pg from 'pg';
import { oneLine } from '../../src/db/client.ts';
import { Failure } from '../../src/failure.ts';
import { bumpRevision } from './revision.ts';

/** The key of the advisory lock by which writers of cases queue. */
const lockKey = 72_707_370;

/** SQLSTATE disk_full. */
const diskFull = '53100';

/** What a transaction has done. */
export interface Written<T> {
  result: T;
  /** Whether any answer of the API may be another one now. */
  changed: boolean;
}

/**
 * Runs `write` in one transaction of `client`, a connection to `url`, while nobody else writes cases to the database.
 * What it changes gives the database a new revision.
 * @throws Failure when the database refuses; whatever is thrown, nothing was written.
 */
export async function writeAlone<T>(
  url: string,
  client: pg.ClientBase,
  what: string,
  write: () => Promise<Written<T>>,
): Promise<T> {
  try {
    await client.query('begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    const { result, changed } = await write();
    if (changed) await bumpRevision(client, url);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if ((error as { severity?: string }).severity === undefined) throw error;
    const { message, code } = error as Error & { code?: string };
    const advice = code === diskFull ? ': make room on its disk, and load again' : '';
    throw new Failure(
      `${what} failed, nothing of that was changed: the database says "${oneLine(message)}" (${code ?? 'no code'})${advice}`,
      { cause: error },
    );
  }
}
