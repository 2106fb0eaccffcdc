/** Prisma, for the resolvers: on the connections of a pool, or on one that is held for an operation. */
import { PrismaPg } from '@prisma/adapter-pg';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';
import type { ReadingPool } from './readingPool.ts';

/** What the resolvers ask. */
type ReadingPrisma = Pick<Prisma.TransactionClient, keyof Prisma.TransactionClient>;

/** One SQL statement that was run for Prisma. */
export interface ExecutedStatement {
  sql: string;
  /** Milliseconds. */
  duration: number;
}

/** A Prisma client on `pool`, which stays the caller's to end. `onStatement` is told of every statement. */
export function createPrisma(pool: ReadingPool, onStatement?: (statement: ExecutedStatement) => void): PrismaClient {
  const adapted = new pg.Pool();
  adapted.query = ((...query: [pg.QueryConfig, unknown[]]) => pool.query(...query)) as unknown as pg.Pool['query'];
  return prismaOn(adapted, onStatement);
}

/** @param pool what Prisma's adapter takes for a pool; it connects to nothing itself */
function prismaOn(pool: pg.Pool, onStatement: (statement: ExecutedStatement) => void = () => {}): PrismaClient {
  const adapter = new PrismaPg(pool, { statementNameGenerator: createStatementNames() });
  const prisma = new PrismaClient({
    adapter,
    log: [{ emit: 'event', level: 'query' }],
    // Plans of what clients invent, some hundred kilobytes each.
    queryPlanCacheMaxSize: 100,
    // The loader's own notes: large, and in no answer.
    omit: { case: { declarations: true, extents: true } },
  });
  prisma.$on('query', ({ query, duration }) => onStatement({ sql: query, duration }));
  return prisma as unknown as PrismaClient;
}

/** How a connection that is held runs a statement. */
type Run = (query: pg.QueryConfig, values: unknown[]) => Promise<pg.QueryResult>;

/** Prisma on connections that others hold; disposing of it ends nothing of theirs. */
export interface LentPrisma extends AsyncDisposable {
  /**
   * Gives `use` a client all of whose statements are run by `run`, one after the other, in the transaction that is open there.
   * @param timeout milliseconds for all of them
   */
  on<T>(run: Run, timeout: number, use: (prisma: ReadingPrisma) => Promise<T>): Promise<T>;
}

/** The transaction is its holder's. */
const transactionControl = /^(begin|commit|rollback|set transaction)\b/i;

export function lendPrisma(): LentPrisma {
  const lending = new LendingPool();
  const prisma = prismaOn(lending);
  return {
    async on(run, timeout, use) {
      const lent = await lending.lend(run);
      try {
        return await prisma.$transaction((transaction) => use(transaction), { timeout, maxWait: timeout });
      } finally {
        lent.giveBack();
      }
    },
    [Symbol.asyncDispose]: () => prisma.$disconnect(),
  };
}

/**
 * What Prisma's adapter takes for a pool: it hands out what was lent to it. Who lends waits until the one before was
 * handed out, so each transaction gets its own.
 */
class LendingPool extends pg.Pool {
  #next: { run: Run; taken: () => void } | undefined;
  #free: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.connect = (async () => {
      const next = this.#next;
      if (!next) throw new Error('no connection is lent');
      this.#next = undefined;
      next.taken();
      return connectionOf(next.run);
    }) as unknown as pg.Pool['connect'];
  }

  async lend(run: Run): Promise<{ giveBack(): void }> {
    const before = this.#free;
    let taken = () => {};
    this.#free = new Promise((resolve) => (taken = resolve));
    await before;
    const next = (this.#next = { run, taken });
    return {
      giveBack: () => {
        if (this.#next === next) this.#next = undefined;
        taken();
      },
    };
  }
}

/** A connection as far as the adapter uses it. */
function connectionOf(run: Run) {
  let before: Promise<unknown> = Promise.resolve();
  const nothing = { rows: [], fields: [], rowCount: 0 };
  return {
    query(query: pg.QueryConfig, values: unknown[]) {
      if (transactionControl.test(query.text)) return Promise.resolve(nothing);
      const now = before.then(() => run(query, values));
      before = now.catch(() => {});
      return now;
    },
    on() {},
    removeListener() {},
    release() {},
  };
}

/** Characters of all statements that stay prepared on a connection: see src/compiler/prepared.ts. */
export const MAX_NAMED_LENGTH = 32 * 1024;
/** Of so many statements it is known that they were run before. */
const MAX_SEEN = 1000;

/**
 * Names statements from their second use on, so that each connection prepares them once. Lists of values make ever new
 * texts: beyond a length of all together a text stays unnamed, or a client could fill the server's memory.
 */
function createStatementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  let length = 0;
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (length + sql.length > MAX_NAMED_LENGTH) return '';
    // PostgreSQL keeps 63 bytes of a name.
    const name = createHash('sha256').update(sql).digest('base64url');
    if (!seen.has(name)) {
      if (seen.size >= MAX_SEEN) seen.clear();
      seen.add(name);
      return '';
    }
    names.set(sql, name);
    length += sql.length;
    return name;
  };
}
