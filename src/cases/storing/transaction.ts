import type pg from 'pg';
import { holderOf } from '../../db/advisory.ts';
import { oneLine } from '../../db/client.ts';
import { Failure } from '../../failure.ts';
import { type Progress } from '../../progress.ts';
import { bumpRevision } from './raiseRevision.ts';

/** The key of the advisory lock by which writers of cases queue. */
const lockKey = 72_707_370;

/** Milliseconds that a writer waits for another one before it says so. */
const silence = 2000;

/**
 * Milliseconds after which PostgreSQL ends a writer that asks for nothing in the middle of its transaction: it hangs, or
 * its computer is gone. What takes long on this side, reading and checking files, comes before.
 */
const mostIdle = 300_000;

/** SQLSTATEs disk_full and lock_not_available. */
const diskFull = '53100';
const lockNotAvailable = '55P03';

/** Where the transaction is run, and what is said of it. */
export interface Writer {
  /** Of the database. */
  url: string;
  /** A connection to it. */
  client: pg.ClientBase;
  /** What the transaction does, as in `removing the case 'harbour-fire'`. */
  what: string;
  /** Told who is waited for, when that takes long. */
  progress?: Progress | undefined;
}

/** What a transaction has done. */
export interface Written<T> {
  result: T;
  /** Whether any answer of the API may be another one now. */
  changed: boolean;
}

/**
 * Runs `write` in one transaction while nobody else writes cases to the database. What it changes gives the database a
 * new revision.
 * @throws Failure when the database refuses, or the connection to it is lost; whatever is thrown, nothing was written,
 *   unless it is lost while it commits.
 */
export async function writeAlone<T>(
  { url, client, what, progress }: Writer,
  write: () => Promise<Written<T>>,
): Promise<T> {
  try {
    await client.query(
      `begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = ${mostIdle}`,
    );
    while (!(await lockWithin(client, silence))) {
      const holder = await holderOf(client, lockKey);
      if (holder !== undefined) progress?.update(`Waiting for another load (PostgreSQL backend ${holder}) …`);
    }
    const { result, changed } = await write();
    if (changed) await bumpRevision(client, url);
    await client.query('commit');
    return result;
  } catch (error) {
    const lost = await client.query('rollback').then(
      () => false,
      () => true,
    );
    const { message, code, severity } = error as Error & { code?: string; severity?: string };
    if (severity === undefined && lost && !(error instanceof Failure))
      throw new Failure(
        `${what} failed, for the connection to the database is lost ("${oneLine(message)}"): start again`,
        { cause: error },
      );
    if (severity === undefined) throw error;
    const advice = code === diskFull ? ': make room on its disk, and load again' : '';
    throw new Failure(
      `${what} failed, nothing of that was changed: the database says "${oneLine(message)}" (${code ?? 'no code'})${advice}`,
      { cause: error },
    );
  }
}

/** Waits for the lock, for so many milliseconds at most. @returns whether it was had. */
async function lockWithin(client: pg.ClientBase, patience: number): Promise<boolean> {
  await client.query(`savepoint waiting; set local lock_timeout = ${patience}`);
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
  } catch (error) {
    if ((error as { code?: string }).code !== lockNotAvailable) throw error;
    await client.query('rollback to waiting; release waiting');
    return false;
  }
  await client.query('release waiting; set local lock_timeout to default');
  return true;
}
