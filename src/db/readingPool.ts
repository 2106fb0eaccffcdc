/** Connections that break at any moment, for statements that may be run again: all of them only read. */
import pg from 'pg';
import { type Claim, Turns } from './turns.ts';

/** Milliseconds after an answer in which a connection is taken to be alive. */
const trusted = 1000;
/** Milliseconds in which a connection that was idle for longer has to show that it is. */
const patience = 1000;
/** Milliseconds after which nothing is run again: it was under way, not sent on a connection that was dead already. */
const prompt = 1000;
/** Milliseconds between two looks at those who wait. */
const interval = 250;

export interface ReadingPoolConfig extends pg.PoolConfig {
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
  client: pg.PoolClient;
  /** @param isBroken whether nothing more can be run on it */
  giveBack(isBroken: boolean): void;
}

/**
 * A pool of connections on which nobody writes, handed out to clients in turn. One that died while it was idle, with or
 * without a word, fails no statement: it is found out, or the statement is run once more. One that breaks later fails the
 * statement under way.
 */
export class ReadingPool extends pg.Pool {
  readonly #turns: Turns<Waiting>;
  readonly #waitTimeout: number;
  #clock: NodeJS.Timeout | undefined;
  /** When each connection answered for the last time; a new one is not in it. */
  readonly #answered = new WeakMap<pg.PoolClient, number>();
  readonly #used = new Set<pg.PoolClient>();
  readonly #retired = new WeakSet<pg.PoolClient>();
  /** When a connection was last found dead: what killed it may have killed all that were idle. */
  #distrusted = -Infinity;

  constructor({ waitTimeout = 5000, maxBytes = Infinity, ...options }: ReadingPoolConfig) {
    super(options);
    this.#turns = new Turns({ size: options.max, maxBytes });
    this.#waitTimeout = waitTimeout;
    // One that breaks fails the statement under way; without a listener it would end the process.
    this.on('connect', (client) => client.on('error', () => {}));
    // Prisma's adapter asks the pool itself, in the form that returns a promise.
    this.query = ((...args: [string]) => this.read((client) => client.query(...args))) as unknown as pg.Pool['query'];
  }

  /** How many requests wait for their turn. */
  get waiting(): number {
    return this.#turns.waiting;
  }

  /**
   * Runs `use` with a connection, and again with another one where the first turns out to have been dead.
   * @param claim whose request it is, and for how large an answer
   * @throws NoConnection when its turn does not come in time
   */
  async read<T>(use: (client: pg.PoolClient) => Promise<T>, claim: Claim = own): Promise<T> {
    const start = performance.now();
    for (let isFirst = true; ; isFirst = false) {
      const { client, giveBack } = await this.lend(claim);
      let broken = false;
      try {
        return await use(client);
      } catch (error) {
        broken = isBroken(error);
        const now = performance.now();
        if (!broken || now - start > prompt) throw error;
        this.#distrusted = now;
        if (!isFirst) throw error;
      } finally {
        giveBack(broken);
      }
    }
  }

  /**
   * @returns a connection that is alive, when it is the turn of `claim`
   * @throws NoConnection when that does not come in time
   */
  async lend(claim: Claim = own): Promise<Lent> {
    const turn = await this.#turn(claim);
    try {
      const client = await this.#connectAlive();
      this.#used.add(client);
      return {
        client,
        giveBack: (isBroken) => {
          this.#used.delete(client);
          this.#answered.set(client, performance.now());
          if (isBroken) discard(client);
          else client.release(this.#retired.has(client));
          this.#leave(turn);
        },
      };
    } catch (error) {
      this.#leave(turn);
      throw error;
    }
  }

  /** Makes a connection end when it is given back: what its session holds in PostgreSQL's memory goes with it. */
  retire(client: pg.PoolClient): void {
    this.#retired.add(client);
  }

  /** Ends the pool, and breaks off what it is still reading. */
  async breakOff(): Promise<void> {
    for (const { connection } of this.#used) connection.stream.destroy();
    await this.end();
  }

  /** Waits for the turn of a claim. */
  #turn({ client, bytes }: Claim): Promise<Waiting> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        client,
        bytes,
        since: performance.now(),
        go: () => resolve(waiting),
        giveUp: reject,
      };
      this.#turns.add(waiting);
      this.#goOn();
      if (this.#turns.waiting > 0) this.#clock ??= setInterval(() => this.#giveUpLate(), interval).unref();
    });
  }

  #leave(turn: Waiting): void {
    this.#turns.release(turn);
    this.#goOn();
  }

  #goOn(): void {
    for (let next = this.#turns.next(); next; next = this.#turns.next()) next.go();
  }

  #giveUpLate(): void {
    const now = performance.now();
    for (const late of this.#turns.removeWhere(({ since }) => now - since > this.#waitTimeout))
      late.giveUp(new NoConnection());
    if (this.#turns.waiting > 0) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
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
