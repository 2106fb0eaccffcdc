import type pg from 'pg';
import { oneLine } from '../../src/db/client.ts';
import { Failure } from '../../src/failure.ts';

/** The key of the advisory lock by which writers of cases queue. */
const lockKey = 72_707_370;

/**
 * Runs `write` in one transaction, while nobody else writes cases to the database.
 * @throws Failure when the database refuses; whatever is thrown, nothing was written.
 */
export async function writeAlone<T>(client: pg.ClientBase, what: string, write: () => Promise<T>): Promise<T> {
  try {
    await client.query('begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
    const result = await write();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    if ((error as { severity?: string }).severity === undefined) throw error;
    const { message, code } = error as Error & { code?: string };
    throw new Failure(
      `${what} failed, nothing was changed: the database says "${oneLine(message)}" (${code ?? 'no code'})`,
      { cause: error },
    );
  }
}
