/** The connection on which a server hears announcements and holds its lock: see revision.ts. */
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { connectTimeout, readerSession, type ReaderOptions } from './connect.ts';
import { revisionChannel, revisionLocks, revisionTimes } from './revision.ts';

export interface Listening extends Disposable {
  /** Holds the lock, if it can be had now. @returns the revision that the database has while it is held. */
  holdAndRead(): Promise<string | undefined>;
  /** Resolves at the next announcement that has not been told yet, or after `timeout` milliseconds. */
  announcement(timeout: number): Promise<void>;
}

/**
 * Opens a connection to `url` that listens until it is disposed of; when `signal` is aborted, what is under way on it
 * fails. `onAnnounced` is called at the moment an announcement arrives.
 * @throws Error when the server cannot be reached, refuses, or is a pooler.
 */
export async function openListening(
  url: string,
  reader: ReaderOptions,
  signal: AbortSignal,
  onAnnounced: () => void,
): Promise<Listening> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'casebook answers',
    connectionTimeoutMillis: connectTimeout,
    query_timeout: revisionTimes.lease,
    keepAlive: true,
  });
  // Ends the connection at once, also one to a server that does not answer any more.
  const close = () => {
    signal.removeEventListener('abort', close);
    client.connection.stream.destroy();
  };
  let announced = false;
  let wake = () => {};
  let broken: Error | undefined;
  const breakOff = (error: Error) => {
    broken ??= error;
    close();
    wake();
  };
  client.on('error', breakOff);
  client.on('end', () => breakOff(new Error('the connection has ended')));
  client.on('notification', () => {
    announced = true;
    onAnnounced();
    wake();
  });
  signal.addEventListener('abort', close);
  try {
    await client.connect();
    await refusePooler(client);
    await client.query(`${readerSession(reader)}; set idle_session_timeout = ${revisionTimes.session}`);
    await client.query(`listen ${revisionChannel}`);
  } catch (error) {
    close();
    throw error;
  }

  let holds = false;
  return {
    async holdAndRead() {
      // Before anything is waited for: whoever announces waits for this.
      if (announced && holds) await client.query('select pg_advisory_unlock_shared($1)', [revisionLocks.held]);
      if (announced) holds = false;
      announced = false;
      holds ||= await tryToHold(client);
      if (!holds) return undefined;
      // A statement of its own: what it sees is what was committed when the lock was had.
      const { rows } = await client.query<{ id: string }>('select id from "Revision"');
      return announced ? undefined : rows[0]?.id;
    },
    async announcement(timeout) {
      if (broken) throw broken;
      if (announced) return;
      const awake = new AbortController();
      wake = () => awake.abort();
      await setTimeout(timeout, undefined, { signal: awake.signal }).catch(() => {});
      wake = () => {};
      if (broken) throw broken;
    },
    [Symbol.dispose]: close,
  };
}

/**
 * A pooler gives each transaction another connection, which neither listens nor holds the lock. It also makes up the
 * process that a client is told of, for it has to find the connection when the client cancels.
 */
async function refusePooler(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if (rows[0]?.pid !== (client as { processID?: number }).processID)
    throw new Error('a connection pooler stands before the database: announcements do not pass through it');
}

/** Never waits: a lock that is waited for could be had after the connection has ended for this side. */
async function tryToHold(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    `select case when pg_try_advisory_xact_lock_shared($1) then pg_try_advisory_lock_shared($2) else false end as held`,
    [revisionLocks.entering, revisionLocks.held],
  );
  return rows[0]?.held ?? false;
}
