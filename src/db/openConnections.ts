/** The connections of a pool: opened when they are needed, several at once, and closed when nobody has needed them for long. */
import type pg from 'pg';
import { PooledClient } from './pooledClient.ts';

/** Milliseconds after an answer in which a connection is taken to be alive. */
const trusted = 1000;
/** Milliseconds in which a connection that was idle for longer has to show that it is. */
const patience = 1000;

export interface ConnectionsOptions extends pg.ClientConfig {
  /** Statements that each new connection runs before anything else. */
  session?: string;
  /** Milliseconds that opening a connection may take. */
  connectTimeout?: number;
  /** Milliseconds after which a statement has failed, whether or not PostgreSQL says so. */
  answerTimeout?: number;
  /** Milliseconds that a connection stays open while nobody uses it. */
  idleTimeout?: number;
  /** Milliseconds after which a connection is replaced. */
  lifetime?: number;
  /** Told of a connection that broke while nobody used it. */
  onError?: (error: Error) => void;
}

/** Somebody who waits for the first connection that is free. */
interface Want {
  since: number;
  resolve(client: PooledClient): void;
  reject(error: unknown): void;
}

export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #all = new Set<PooledClient>();
  /** The one that was given back last is used first. */
  readonly #idle: PooledClient[] = [];
  /** As many are being opened, or more. */
  readonly #wants: Want[] = [];
  #opening = 0;
  /** When a connection was last found dead: what killed it may have killed all that were idle. */
  #distrusted = -Infinity;
  /** Those that were opened before are not used again. */
  #renewed = -Infinity;
  #onEmpty: (() => void) | undefined;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#all.size;
  }

  get idleCount(): number {
    return this.#idle.length;
  }

  /** @returns the connection that was given back last, if it has just answered */
  takeTrusted(): PooledClient | undefined {
    const client = this.#idle.at(-1);
    return client && this.#isTrusted(client) ? this.#idle.pop()?.lend() : undefined;
  }

  /** @returns a connection that is alive, or new */
  async take(): Promise<PooledClient> {
    for (let client = this.#idle.pop(); client; client = this.#idle.pop()) {
      client.lend();
      if (this.#isTrusted(client) || (await this.#answers(client))) return client.lend();
      this.#discard(client);
    }
    return new Promise((resolve, reject) => {
      this.#wants.push({ since: performance.now(), resolve, reject });
      if (this.#opening < this.#wants.length) void this.#open();
    });
  }

  giveBack(client: PooledClient): void {
    // Whoever ran nothing on it does not know whether it would have answered.
    if (client.askedAt !== Infinity) client.answeredAt = performance.now();
    if (client.hasStalePlan && client.openedAt >= this.#renewed) this.#renew();
    if (client.isBroken) this.#discard(client);
    else this.#put(client);
  }

  /** Distrusts all that have not answered since now. */
  distrust(): void {
    this.#distrusted = performance.now();
  }

  /** Closes what has been idle for too long, and breaks off what takes too long. */
  sweep(): void {
    const { connectTimeout = Infinity, answerTimeout = Infinity, idleTimeout = Infinity } = this.#options;
    const now = performance.now();
    for (const client of [...this.#all]) {
      if (client.use === 'opening' && now - client.openedAt > connectTimeout)
        client.breakOff(new Error('Connection terminated: it was not open in time'));
      if (client.use === 'lent' && now - client.askedAt > answerTimeout)
        client.breakOff(new Error('Connection terminated: the server did not answer in time'));
      if (client.use === 'idle' && (now - client.answeredAt > idleTimeout || this.#isOver(client))) this.#close(client);
    }
  }

  /** Breaks off everything that is under way. */
  breakOff(): void {
    for (const client of this.#all) if (client.use !== 'idle') client.breakOff();
  }

  /** Closes each as soon as nobody uses it. @returns when there is none left */
  end(): Promise<void> {
    return new Promise((resolve) => {
      this.#onEmpty = resolve;
      this.#renew();
      if (this.#all.size === 0) resolve();
    });
  }

  async #open(): Promise<void> {
    const client = new PooledClient(this.#options);
    client.on('error', (error) => {
      if (client.use !== 'idle' || !this.#all.has(client)) return;
      this.#discard(client);
      this.#options.onError?.(error);
    });
    this.#all.add(client);
    this.#opening += 1;
    const failure = await client.open(this.#options.session ?? '').catch((error: unknown) => ({ error }));
    this.#opening -= 1;
    if (!failure) return this.#put(client);
    this.#discard(client);
    const [first] = this.#wants;
    if (!first || this.#wants.length <= this.#opening) return;
    // What broke may have done so before somebody came to wait for it.
    if (first.since > client.openedAt) void this.#open();
    else this.#wants.shift()?.reject(failure.error);
  }

  /** Whether it has just answered. */
  #isTrusted({ answeredAt }: PooledClient): boolean {
    return answeredAt > this.#distrusted && performance.now() - answeredAt < trusted;
  }

  async #answers(client: PooledClient): Promise<boolean> {
    if (client.answeredAt <= this.#distrusted) return false;
    const isAlive = await client.isAlive(patience);
    if (!isAlive) this.distrust();
    return isAlive;
  }

  #isOver({ openedAt }: PooledClient): boolean {
    return openedAt < this.#renewed || performance.now() - openedAt > (this.#options.lifetime ?? Infinity);
  }

  /** Has whoever waited for longest use it next. */
  #put(client: PooledClient): void {
    const isOver = this.#isOver(client);
    const next = isOver ? undefined : this.#wants.shift();
    if (next) return next.resolve(client.lend());
    client.use = 'idle';
    this.#idle.push(client);
    if (isOver) this.#close(client);
  }

  /** Has all replaced: what one of them has prepared most of them have. */
  #renew(): void {
    this.#renewed = performance.now();
    for (const client of [...this.#idle]) this.#close(client);
  }

  #close(client: PooledClient): void {
    client.end().catch(() => {});
    this.#forget(client);
  }

  #discard(client: PooledClient): void {
    client.breakOff();
    this.#forget(client);
  }

  #forget(client: PooledClient): void {
    if (client.use === 'idle') this.#idle.splice(this.#idle.indexOf(client), 1);
    this.#all.delete(client);
    if (this.#all.size === 0) this.#onEmpty?.();
  }
}
