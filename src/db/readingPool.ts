/** Connections that break at any moment, for statements that may be run again: all of them only read. */
import pg from 'pg';

/** Milliseconds after an answer in which a connection is taken to be alive. */
const trusted = 1000;
/** Milliseconds in which a connection that was idle for longer has to show that it is. */
const patience = 1000;
/** Milliseconds after which nothing is run again: it was under way, not sent on a connection that was dead already. */
const prompt = 1000;

/**
 * A pool of connections on which nobody writes. One that died while it was idle, with or without a word, fails no
 * statement: it is found out, or the statement is run once more. One that breaks later fails the statement under way.
 */
export class ReadingPool extends pg.Pool {
  /** When each connection answered for the last time; a new one is not in it. */
  readonly #answered = new WeakMap<pg.PoolClient, number>();
  readonly #used = new Set<pg.PoolClient>();
  /** When a connection was last found dead: what killed it may have killed all that were idle. */
  #distrusted = -Infinity;

  constructor(options: pg.PoolConfig) {
    super(options);
    // One that breaks fails the statement under way; without a listener it would end the process.
    this.on('connect', (client) => client.on('error', () => {}));
    // Prisma's adapter asks the pool itself, in the form that returns a promise.
    this.query = ((...args: [string]) => this.read((client) => client.query(...args))) as unknown as pg.Pool['query'];
  }

  /** Runs `use` with a connection, and again with another one where the first turns out to have been dead. */
  async read<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const start = performance.now();
    for (let isFirst = true; ; isFirst = false) {
      const client = await this.#connectAlive();
      const isNew = !this.#answered.has(client);
      let broken = false;
      this.#used.add(client);
      try {
        return await use(client);
      } catch (error) {
        broken = isBroken(error);
        const now = performance.now();
        if (!broken || now - start > prompt) throw error;
        this.#distrusted = now;
        if (!isFirst || isNew) throw error;
      } finally {
        this.#used.delete(client);
        this.#answered.set(client, performance.now());
        if (broken) discard(client);
        else client.release();
      }
    }
  }

  /** Ends the pool, and breaks off what it is still reading. */
  async breakOff(): Promise<void> {
    for (const { connection } of this.#used) connection.stream.destroy();
    await this.end();
  }

  /** A new connection, or one that has just answered. */
  async #connectAlive(): Promise<pg.PoolClient> {
    for (;;) {
      const client = await this.connect();
      const answered = this.#answered.get(client);
      if (answered === undefined) return client;
      if (answered > this.#distrusted) {
        if (performance.now() - answered < trusted || (await isAlive(client))) return client;
        this.#distrusted = performance.now();
      }
      discard(client);
    }
  }
}

function isAlive(client: pg.PoolClient): Promise<boolean> {
  return client.query({ text: '', query_timeout: patience } as pg.QueryConfig).then(
    () => true,
    () => false,
  );
}

/** Takes a connection out of its pool, and does not wait for the other end to agree. */
function discard(client: pg.PoolClient): void {
  client.release(true);
  client.connection.stream.destroy();
}

/** Whether a failure leaves no connection to use: PostgreSQL did not just refuse a statement, or ended the session. */
function isBroken(error: unknown): boolean {
  const { severity, code = '' } = error as { severity?: string; code?: string };
  return severity === undefined || /^(08|57P|25P0[34])/.test(code);
}
