/** What each client may ask for in a stretch of time, in points: about one for each record. */
import { LRUCache } from 'lru-cache';
import type { Account } from '../answer/request.ts';
import { MAX_BODY } from './body.ts';
import type { Exchange } from './exchange.ts';

export interface RateLimit {
  /** Points that one client may spend in a window. */
  points: number;
  /** The length of a window. */
  seconds: number;
}

/** What a request costs at least, of whatever kind it is: as much as the server has to do for the smallest. */
const REQUEST_POINTS = 10;
/** What is read, parsed and checked is paid for, whether or not it turns out to be an operation. */
const BYTES_PER_POINT = 10;
/** Beyond as many clients the one that was not seen for longest is forgotten, and begins anew. */
const MAX_CLIENTS = 10_000;

export interface Budget {
  /**
   * Takes off what a request costs by its size, and says what is left in the answer's headers.
   * @returns what its operation pays with; undefined when there are not enough points
   */
  open(exchange: Exchange): Account | undefined;
}

/** What a client has spent in its window, and when that ends: milliseconds of the steady clock. */
interface Spending {
  spent: number;
  end: number;
}

/** Budgets that are kept in memory, by client. */
export function createBudget(limit: RateLimit): Budget {
  const spendings = new Spendings(limit);
  const policy = `"points";q=${limit.points};w=${limit.seconds}`;
  return {
    open(exchange) {
      exchange.setHeader('ratelimit-policy', policy);
      const account = new ExchangeAccount(exchange, spendings);
      return account.pay(pointsOf(exchange)) ? account : undefined;
    },
  };
}

/** What the clients have spent. */
class Spendings {
  readonly limit: RateLimit;
  readonly window: number;
  readonly #ofClients = new LRUCache<string, Spending>({ max: MAX_CLIENTS });

  constructor(limit: RateLimit) {
    this.limit = limit;
    this.window = limit.seconds * 1000;
  }

  of(client: string): Spending {
    const { window } = this;
    const now = performance.now();
    const known = this.#ofClients.get(client);
    if (known && known.end > now) return known;
    const windows = known ? Math.floor((now - known.end) / window) + 1 : 0;
    const spending = known
      ? { spent: Math.max(0, known.spent - windows * this.limit.points), end: known.end + windows * window }
      : { spent: 0, end: now + window };
    // Whoever has not asked for a whole window begins a new one.
    if (spending.spent === 0) spending.end = now + window;
    this.#ofClients.set(client, spending);
    return spending;
  }
}

/** What one request pays with. */
class ExchangeAccount implements Account {
  readonly #exchange: Exchange;
  readonly #spendings: Spendings;
  #paid = 0;

  constructor(exchange: Exchange, spendings: Spendings) {
    this.#exchange = exchange;
    this.#spendings = spendings;
  }

  pay(wanted: number): boolean {
    const { points } = this.#spendings.limit;
    // A full budget is enough for anything.
    const amount = Math.min(wanted, points) - this.#paid;
    if (amount <= 0) return true;
    const spending = this.#spending;
    const isEnough = spending.spent + amount <= points;
    if (isEnough) {
      spending.spent += amount;
      this.#paid += amount;
    }
    this.#tell(spending, isEnough);
    return isEnough;
  }

  use(milliseconds: number): void {
    const used = Math.round((milliseconds * this.#spendings.limit.points) / this.#spendings.window);
    if (used === 0) return;
    const spending = this.#spending;
    spending.spent += used;
    this.#tell(spending, true);
  }

  get isOverdrawn(): boolean {
    const spending = this.#spending;
    const isOverdrawn = spending.spent > this.#spendings.limit.points;
    if (isOverdrawn) this.#tell(spending, false);
    return isOverdrawn;
  }

  get #spending(): Spending {
    return this.#spendings.of(this.#exchange.api.client);
  }

  #tell({ spent, end }: Spending, isEnough: boolean): void {
    const exchange = this.#exchange;
    if (exchange.isSent) return;
    const { points, seconds } = this.#spendings.limit;
    const next = Math.max(1, Math.ceil((end - performance.now()) / 1000));
    exchange.setHeader('ratelimit', `"points";r=${Math.max(0, points - spent)};t=${next}`);
    // What is owed beyond a window takes as many more.
    if (!isEnough) exchange.setHeader('retry-after', next + seconds * Math.max(0, Math.floor(spent / points) - 1));
  }
}

/**
 * What a request costs by its size, as far as its headers tell: the length of a body in chunks is known when it is read,
 * and of one that is too long nothing is read, whatever length it claims.
 */
export function pointsOf({ bodyLength, url }: Exchange): number {
  const bytes = url.length + Math.min(bodyLength, MAX_BODY);
  return Math.max(REQUEST_POINTS, Math.ceil(bytes / BYTES_PER_POINT));
}
