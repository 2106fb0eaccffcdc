/** The API's connections: read-only, with a bound on everything that can take long. */
import { ReadingPool } from './readingPool.ts';
import { session } from './session.ts';

export interface ReaderOptions {
  /** Milliseconds. */
  statementTimeout: number;
}

export interface PoolOptions extends ReaderOptions {
  /** Connections at most. */
  size: number;
  /** Bytes of all answers that are made at a time. */
  maxBytes?: number;
  /** Told of a connection that broke while nobody used it; the pool has replaced it. */
  onError(error: Error): void;
}

/** Milliseconds. */
export const connectTimeout = 5000;
const idleTimeout = 30_000;
/** Bounds what the statements prepared on one connection hold in the server's memory. */
const lifetime = 1_800_000;

/** What makes a new connection a reader's. */
export function readerSession({ statementTimeout }: ReaderOptions): string {
  return [
    session,
    'set default_transaction_read_only = on',
    `set statement_timeout = ${statementTimeout}`,
    `set idle_in_transaction_session_timeout = ${statementTimeout}`,
    // A statement has many small parts: compiling them costs more than running them.
    'set jit = off',
    // Not a disk of which the head has to move, unless whoever runs the server, the database or the user has said so.
    `select set_config('random_page_cost', '1.1', false) from pg_settings where name = 'random_page_cost' and source = 'default'`,
  ].join('; ');
}

/** A pool on the database `url`, which a user who may only read logs in to; whoever makes it ends it. */
export function createPool(url: string, { size, maxBytes = Infinity, onError, ...reader }: PoolOptions): ReadingPool {
  return new ReadingPool({
    connectionString: url,
    application_name: 'casebook',
    max: size,
    maxBytes,
    waitTimeout: connectTimeout,
    connectTimeout,
    session: readerSession(reader),
    // For a server that no longer answers at all, a little later than its own timeout.
    answerTimeout: reader.statementTimeout + 1000,
    idleTimeout,
    lifetime,
    keepAlive: true,
    onError,
  });
}
