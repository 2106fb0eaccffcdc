import pg from 'pg';
import { MessageSocket } from './messageSocket.ts';

/** What a pool does with a connection at the moment. */
type Use = 'opening' | 'idle' | 'lent';

/** A connection of a pool: pg's Client, and what the pool knows of it. All times are performance.now(). */
export class PooledClient extends pg.Client {
  use: Use = 'opening';
  readonly openedAt = performance.now();
  /** When it answered for the last time. */
  answeredAt = -Infinity;
  /** When the last statement of whom it is lent to began; Infinity before the first. */
  askedAt = Infinity;
  /** When the first one began. */
  firstAskedAt = Infinity;
  /** Whether nothing more can be run on it. */
  isBroken = false;
  /** Whether PostgreSQL refused a statement that was prepared before the tables were altered. */
  hasStalePlan = false;

  constructor(config: pg.ClientConfig) {
    super({ ...config, stream: () => new MessageSocket() });
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((...args: unknown[]) => {
      this.askedAt = performance.now();
      this.firstAskedAt = Math.min(this.firstAskedAt, this.askedAt);
      return query(...args);
    }) as pg.Client['query'];
    // Without a listener a connection that breaks would end the process.
    this.on('error', () => (this.isBroken = true));
    this.connection.on('errorMessage', (error: unknown) => {
      if (isStalePlan(error)) this.hasStalePlan = true;
    });
  }

  /** Connects, and runs the statements of `session`. */
  async open(session: string): Promise<void> {
    await this.connect();
    if (session) await this.query(session);
    this.answeredAt = performance.now();
  }

  /** Takes it from those that are idle. */
  lend(): this {
    this.use = 'lent';
    this.askedAt = Infinity;
    this.firstAskedAt = Infinity;
    return this;
  }

  /** Asks whether the other end is still there, for `timeout` milliseconds at most. */
  isAlive(timeout: number): Promise<boolean> {
    return this.query({ text: '', query_timeout: timeout } as pg.QueryConfig).then(
      () => true,
      () => false,
    );
  }

  /** Closes it without waiting for the other end to agree; whatever runs on it fails with `reason`. */
  breakOff(reason?: Error): void {
    this.isBroken = true;
    this.connection.stream.destroy(reason);
  }
}

/**
 * PostgreSQL looks up anew what a prepared statement reads when the tables have changed, and refuses it where its rows would
 * have another type, or where the type of a parameter is gone. No SQLSTATE is for that alone: 0A000 is "feature not
 * supported", XX000 an error of PostgreSQL's own, whose message is never translated.
 */
function isStalePlan(error: unknown): boolean {
  const { code, routine, message = '' } = error as { code?: string; routine?: string; message?: string };
  if (code === '0A000') return routine === 'RevalidateCachedQuery';
  return code === 'XX000' && message.startsWith('cache lookup failed for type');
}
