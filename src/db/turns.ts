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
  /** Of each client that waits or holds something: how much it holds, and when it last had its turn. */
  readonly #clients = new Map<string, { held: number; turn: number }>();
  #turn = 0;
  /** Whose the last turns were, and how many of them were each client's. */
  readonly #last: string[] = [];
  readonly #share = new Map<string, number>();
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
      const { held, turn } = this.#stateOf(client);
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
      if (left.length === 0 && this.#stateOf(client).held === 0) this.#clients.delete(client);
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
    const known = (this.#share.has(client) ? 1 : 0) + (this.#share.has('') ? 1 : 0);
    const isAlone = this.#queues.size <= 1 && this.#share.size === known;
    return Math.max(1, isAlone ? this.#size - 1 : this.#size >> 1);
  }

  #remember(client: string): void {
    this.#last.push(client);
    this.#share.set(client, (this.#share.get(client) ?? 0) + 1);
    const forgotten = this.#last.length > REMEMBERED ? this.#last.shift() : undefined;
    if (forgotten === undefined) return;
    const left = (this.#share.get(forgotten) ?? 0) - 1;
    if (left > 0) this.#share.set(forgotten, left);
    else this.#share.delete(forgotten);
  }

  #stateOf(client: string): { held: number; turn: number } {
    return this.#clients.get(client) ?? { held: 0, turn: 0 };
  }

  #hold({ client, bytes }: Claim, sign: 1 | -1): void {
    const state = this.#stateOf(client);
    state.held += sign;
    if (sign > 0) {
      state.turn = this.#turn += 1;
      this.#remember(client);
    }
    // Who neither waits nor holds anything begins anew.
    if (state.held > 0 || this.#queues.has(client)) this.#clients.set(client, state);
    else this.#clients.delete(client);
    this.#holding += sign;
    // Small ones are not counted: together they are as many as there are connections.
    if (bytes > SMALL) this.#bytes += sign * bytes;
  }
}
