/** Connections that break at any moment, for statements that may be run again: all of them only read. */
import type pg from 'pg';
import { Connections, type ConnectionsOptions } from './openConnections.ts';
import type { PooledClient } from './pooledClient.ts';
import { type Claim, Turns } from './turns.ts';

/** Milliseconds after it was sent, after which nothing is run again: it was under way, and the connection not dead before. */
const prompt = 1000;
/** Milliseconds between two looks at those who wait, and at the connections. */
const interval = 250;

export interface ReadingPoolOptions extends ConnectionsOptions {
  /** Connections at most. */
  max: number;
  /** Milliseconds that a request waits for its turn. */
  waitTimeout?: number;
  /** Bytes of all answers that are made at a time, as the requests claim. */
  maxBytes?: number;
}

/** For what no client has asked. */
const own: Claim = { client: '', bytes: 0 };

/** What a request waits with for its turn. */
interface Waiting extends Claim {
  since: number;
  go(): void;
  giveUp(error: Error): void;
}

/** Nobody gave a connection back in time. */
class NoConnection extends Error {
  constructor() {
    super('no connection to the database became free in time');
  }
}

/** A connection that somebody holds until it is given back. */
export interface Lent {
  client: PooledClient;
  /** @param isBroken whether nothing more can be run on it */
  giveBack(isBroken: boolean): void;
}

/**
 * A pool of connections on which nobody writes, handed out to clients in turn. One that died while it was idle, with or
 * without a word, fails no statement: it is found out, or the statement is run once more. So is one that PostgreSQL refuses
 * because the tables have been altered since it was prepared. A connection that breaks later fails the statement under way.
 */
export class ReadingPool {
  readonly #turns: Turns<Waiting>;
  readonly #connections: Connections;
  readonly #waitTimeout: number;
  #clock: NodeJS.Timeout | undefined;
  #isEnding = false;

  constructor({ max, waitTimeout = 5000, maxBytes = Infinity, ...options }: ReadingPoolOptions) {
    this.#turns = new Turns({ size: max, maxBytes });
    this.#connections = new Connections(options);
    this.#waitTimeout = waitTimeout;
  }

  /** How many requests wait for their turn. */
  get waiting(): number {
    return this.#turns.waiting;
  }

  /** How many connections are open, or being opened. */
  get totalCount(): number {
    return this.#connections.count;
  }

  get idleCount(): number {
    return this.#connections.idleCount;
  }

  /** Runs one statement that no client has asked for, as `read` does. */
  query<R extends pg.QueryResultRow>(query: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult<R>> {
    return this.read((client) => client.query<R>(query, values));
  }

  /**
   * Runs `use` with a connection, and again with another one where the first turns out to have been dead, or to have
   * prepared statements that the tables no longer fit. The other may have been dead as well, if it was opened before `use`.
   * @param claim whose request it is, and for how large an answer
   * @throws NoConnection when its turn does not come in time
   */
  async read<T>(use: (client: PooledClient) => Promise<T>, claim: Claim = own): Promise<T> {
    const began = performance.now();
    for (let isFirst = true; ; isFirst = false) {
      const client = await this.#take(claim);
      try {
        const result = await use(client);
        if (!client.hasStalePlan || !isFirst) return result;
      } catch (error) {
        client.isBroken ||= isBroken(error);
        const wasDead = client.isBroken && performance.now() - client.firstAskedAt <= prompt;
        if (wasDead) this.#connections.distrust();
        const mayGoOn = client.hasStalePlan || wasDead;
        if (!mayGoOn || (!isFirst && client.openedAt >= began)) throw error;
      } finally {
        this.#giveBack(client, claim);
      }
    }
  }

  /**
   * @returns a connection that is alive, when it is the turn of `claim`
   * @throws NoConnection when that does not come in time
   */
  async lend(claim: Claim = own): Promise<Lent> {
    const client = await this.#take(claim);
    return {
      client,
      giveBack: (isBroken) => {
        client.isBroken ||= isBroken;
        this.#giveBack(client, claim);
      },
    };
  }

  /** Ends the pool, and breaks off what it is still reading. */
  async breakOff(): Promise<void> {
    this.#connections.breakOff();
    await this.end();
  }

  /** Gives no connection away any more. @returns when all have been given back */
  async end(): Promise<void> {
    this.#isEnding = true;
    for (const { giveUp } of this.#turns.removeWhere(() => true)) giveUp(ended());
    await this.#connections.end();
  }

  /** @returns a connection, without a promise for it where nothing has to be waited for, as for most */
  #take(claim: Claim): PooledClient | Promise<PooledClient> {
    if (this.#isEnding) throw ended();
    if (!this.#turns.take(claim)) return this.#waitTurn(claim);
    return this.#connections.takeTrusted() ?? this.#connect(claim);
  }

  #waitTurn({ client, bytes }: Claim): Promise<PooledClient> {
    this.#startClock();
    return new Promise((resolve, giveUp) => {
      const go = () => resolve(this.#connections.takeTrusted() ?? this.#connect(waiting));
      const waiting = { client, bytes, since: performance.now(), go, giveUp };
      this.#turns.add(waiting);
      this.#goOn();
    });
  }

  /** For a claim whose turn it is. */
  async #connect(claim: Claim): Promise<PooledClient> {
    this.#startClock();
    try {
      return await this.#connections.take();
    } catch (error) {
      this.#leave(claim);
      throw error;
    }
  }

  #giveBack(client: PooledClient, claim: Claim): void {
    this.#connections.giveBack(client);
    this.#leave(claim);
  }

  #leave(claim: Claim): void {
    this.#turns.release(claim);
    this.#goOn();
  }

  #goOn(): void {
    for (let next = this.#turns.next(); next; next = this.#turns.next()) next.go();
  }

  #startClock(): void {
    this.#clock ??= setInterval(() => this.#sweep(), interval).unref();
  }

  #sweep(): void {
    const now = performance.now();
    for (const late of this.#turns.removeWhere(({ since }) => now - since > this.#waitTimeout))
      late.giveUp(new NoConnection());
    this.#connections.sweep();
    if (this.#turns.waiting > 0 || this.#connections.count > 0) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }
}

const ended = () => new Error('Cannot use a pool after calling end on the pool');

/** Whether a failure leaves no connection to use: PostgreSQL did not just refuse a statement, or ended the session. */
function isBroken(error: unknown): boolean {
  const { severity, code = '' } = error as { severity?: string; code?: string };
  return severity === undefined || /^(08|57P|25P0[34])/.test(code);
}
