/**
 * Who gets a connection next: clients in turn, not their requests in turn. While others wait, or have asked a short time ago,
 * one client holds at most half of the connections, and its requests queue behind its own; alone it holds all but one.
 */

/** What a request wants a connection for. */
export interface Claim {
  /** Whose request it is. */
  readonly client: string;
  /** Bytes of the answer at most: what PostgreSQL and the server hold several times over while it is made. */
  readonly bytes: number;
}

export interface TurnsOptions {
  /** Connections that can be held at a time. */
  size: number;
  /** Bytes of all answers that are made at a time; one larger answer is made alone. */
  maxBytes: number;
}

/** Answers of at most this many bytes, as most are, pass those that wait for room. */
const SMALL = 512 * 1024;

/** For so many turns another client is remembered, and finds a connection that is free when it asks again. */
const REMEMBERED = 100;

/** Who asks for connections. */
interface Client {
  readonly name: string;
  /** How many it holds. */
  held: number;
  /** When it last had its turn. */
  turn: number;
  /** How many of the last turns were its own. */
  lately: number;
}

const beginner = { held: 0, turn: 0, lately: 0 };

/** The claim of a client that has waited for longest. */
interface Waiter<T> {
  claim: T;
  queue: T[];
  held: number;
  turn: number;
}

/** Of two clients the one that holds less, or else the one that had its turn longer ago. */
function firstOf<T>(one: Waiter<T> | undefined, other: Waiter<T> | undefined): Waiter<T> | undefined {
  if (!one || !other) return one ?? other;
  return (one.held - other.held || one.turn - other.turn) <= 0 ? one : other;
}

export class Turns<T extends Claim> {
  readonly #size: number;
  readonly #maxBytes: number;
  /** The claims that wait, by client. */
  readonly #queues = new Map<string, T[]>();
  /** Those that wait or hold something, or had one of the last turns. */
  readonly #clients = new Map<string, Client>();
  #turn = 0;
  /** Whose the last turns were, in a ring. */
  readonly #last: (Client | undefined)[] = Array.from({ length: REMEMBERED });
  /** How many clients these were. */
  #lately = 0;
  #holding = 0;
  #bytes = 0;

  constructor({ size, maxBytes }: TurnsOptions) {
    this.#size = size;
    this.#maxBytes = maxBytes;
  }

  /** How many claims wait. */
  get waiting(): number {
    let count = 0;
    for (const queue of this.#queues.values()) count += queue.length;
    return count;
  }

  /** Puts a claim behind those of its client. */
  add(claim: T): void {
    const queue = this.#queues.get(claim.client);
    if (queue) queue.push(claim);
    else this.#queues.set(claim.client, [claim]);
  }

  /**
   * The turn is that of the client that holds least, and of several the one that had its turn longest ago.
   * @returns its claim, which holds a connection from now on; undefined while none may have one
   */
  next(): T | undefined {
    if (this.#holding >= this.#size) return undefined;
    // The first that waits for room lets only small ones pass: it would else wait for ever.
    let [small, large, heldUp]: (Waiter<T> | undefined)[] = [];
    for (const [client, queue] of this.#queues) {
      const claim = queue[0] as T;
      const { held, turn } = this.#clients.get(client) ?? beginner;
      if (held >= this.#mostOf(client)) continue;
      const waiter = { claim, queue, held, turn };
      if (!this.#hasRoom(claim)) heldUp = firstOf(heldUp, waiter);
      else if (claim.bytes > SMALL) large = firstOf(large, waiter);
      else small = firstOf(small, waiter);
    }
    if (heldUp && firstOf(heldUp, large) === heldUp) large = undefined;
    const next = firstOf(small, large);
    if (!next) return undefined;
    next.queue.shift();
    if (next.queue.length === 0) this.#queues.delete(next.claim.client);
    this.#hold(next.claim, 1);
    return next.claim;
  }

  /**
   * Without a place in a queue: for a claim that would not wait.
   * @returns whether it holds a connection now
   */
  take(claim: Claim): boolean {
    const mayHave =
      this.#queues.size === 0 &&
      this.#holding < this.#size &&
      (this.#clients.get(claim.client)?.held ?? 0) < this.#mostOf(claim.client) &&
      this.#hasRoom(claim);
    if (mayHave) this.#hold(claim, 1);
    return mayHave;
  }

  /** Gives back what a claim held. */
  release(claim: Claim): void {
    this.#hold(claim, -1);
  }

  /** Takes all claims for which `isOver` holds out of their queues. */
  removeWhere(isOver: (claim: T) => boolean): T[] {
    const removed: T[] = [];
    for (const [client, queue] of this.#queues) {
      const left = queue.filter((claim) => !isOver(claim));
      if (left.length === queue.length) continue;
      removed.push(...queue.filter(isOver));
      if (left.length > 0) this.#queues.set(client, left);
      else this.#queues.delete(client);
      this.#forget(this.#clients.get(client));
    }
    return removed;
  }

  #hasRoom({ bytes }: Claim): boolean {
    return bytes <= SMALL || this.#bytes === 0 || this.#bytes + bytes <= this.#maxBytes;
  }

  /**
   * How many connections a client may hold now: all but one, which whoever comes finds free. What the server asks for itself
   * may have that, and is nobody else's turn.
   */
  #mostOf(client: string): number {
    if (client === '') return this.#size;
    const known = this.#askedLately(client) + this.#askedLately('');
    const isAlone = this.#queues.size <= 1 && this.#lately === known;
    return Math.max(1, isAlone ? this.#size - 1 : this.#size >> 1);
  }

  #askedLately(client: string): 0 | 1 {
    return this.#clients.get(client)?.lately ? 1 : 0;
  }

  #remember(client: Client): void {
    const place = this.#turn % REMEMBERED;
    const before = this.#last[place];
    this.#last[place] = client;
    if (client.lately === 0) this.#lately += 1;
    client.lately += 1;
    if (!before) return;
    before.lately -= 1;
    if (before.lately === 0) this.#lately -= 1;
    this.#forget(before);
  }

  /** Who neither waits nor holds anything, nor had one of the last turns. */
  #forget(client: Client | undefined): void {
    if (!client || client.held > 0 || client.lately > 0 || this.#queues.has(client.name)) return;
    this.#clients.delete(client.name);
  }

  #hold({ client: name, bytes }: Claim, sign: 1 | -1): void {
    let client = this.#clients.get(name);
    if (!client) this.#clients.set(name, (client = { ...beginner, name }));
    client.held += sign;
    if (sign > 0) {
      client.turn = this.#turn += 1;
      this.#remember(client);
    } else this.#forget(client);
    this.#holding += sign;
    // Small ones are not counted: together they are as many as there are connections.
    if (bytes > SMALL) this.#bytes += sign * bytes;
  }
}
