/** The API's connections: read-only, with a bound on everything that can take long. */
import { PrismaPg } from '@prisma/adapter-pg';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { ReadingPool } from './readingPool.ts';

export interface ReaderOptions {
  /** Milliseconds. */
  statementTimeout: number;
}

export interface PoolOptions extends ReaderOptions {
  /** Connections at most. */
  size: number;
  /** Told of a connection that broke while nobody used it; the pool has replaced it. */
  onError(error: Error): void;
}

/** Milliseconds. */
export const connectTimeout = 5000;
const idleTimeout = 30_000;
/** Bounds what the statements prepared on one connection hold in the server's memory. */
const lifetimeSeconds = 1800;

/** What makes a new connection a reader's: one statement after connecting, not startup parameters, which poolers refuse. */
export function readerSession({ statementTimeout }: ReaderOptions): string {
  return [
    'set default_transaction_read_only = on',
    `set statement_timeout = ${statementTimeout}`,
    `set idle_in_transaction_session_timeout = ${statementTimeout}`,
    // A statement has many small parts: compiling them costs more than running them.
    'set jit = off',
  ].join('; ');
}

/** A pool on the database `url`, which a user who may only read logs in to; whoever makes it ends it. */
export function createPool(url: string, { size, onError, ...reader }: PoolOptions): ReadingPool {
  const session = readerSession(reader);
  const pool = new ReadingPool({
    connectionString: url,
    application_name: 'casebook',
    max: size,
    connectionTimeoutMillis: connectTimeout,
    idleTimeoutMillis: idleTimeout,
    maxLifetimeSeconds: lifetimeSeconds,
    // For a server that no longer answers at all, a little later than its own timeout.
    query_timeout: reader.statementTimeout + 1000,
    keepAlive: true,
    // The pool hands out a connection when this has resolved, and not before.
    onConnect: async (client) => {
      await client.query({ text: session, query_timeout: connectTimeout } as pg.QueryConfig);
    },
  });
  // Without a listener a broken idle connection would end the process.
  pool.on('error', onError);
  return pool;
}

/** One SQL statement that was run for Prisma. */
export interface ExecutedStatement {
  sql: string;
  /** Milliseconds. */
  duration: number;
}

/** A Prisma client on `pool`, which stays the caller's to end. `onStatement` is told of every statement. */
export function createPrisma(
  pool: pg.Pool,
  onStatement: (statement: ExecutedStatement) => void = () => {},
): PrismaClient {
  const adapter = new PrismaPg(pool, { statementNameGenerator: createStatementNames() });
  const prisma = new PrismaClient({
    adapter,
    log: [{ emit: 'event', level: 'query' }],
    // The loader's own notes: large, and in no answer.
    omit: { case: { declarations: true } },
  });
  prisma.$on('query', ({ query, duration }) => onStatement({ sql: query, duration }));
  return prisma as unknown as PrismaClient;
}

const namedStatements = 1000;

/**
 * Names statements, so that each connection prepares them once. Lists of values make ever new texts: from the
 * thousandth on, a text stays unnamed, or a client could fill the server's memory.
 */
function createStatementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= namedStatements) return '';
    // PostgreSQL keeps 63 bytes of a name.
    const name = createHash('sha256').update(sql).digest('base64url');
    names.set(sql, name);
    return name;
  };
}
