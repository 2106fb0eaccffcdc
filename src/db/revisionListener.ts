/** Knows, for a server that keeps answers, of which state the database certainly is: see revision.ts. */
import { setTimeout } from 'node:timers/promises';
import { openListening } from './listening.ts';
import type { ReaderOptions } from './connect.ts';
import { revisionTimes } from './revision.ts';

/** A stretch of time in which the database had one content; there can be several of one id. */
export interface Revision {
  readonly id: string;
}

export interface ListenerOptions extends ReaderOptions {
  /** Told when `current` is no longer what it was. */
  onLost(): void;
  /** Told once when announcements cannot be heard, and why; the listener goes on trying. */
  onDeaf(error: Error): void;
  /** Told when they can be heard after that. */
  onHearing(): void;
}

/** Listens until it is disposed of. */
export interface RevisionListener extends AsyncDisposable {
  /** The revision that nothing can have replaced at this moment; undefined when something may have. */
  readonly current: Revision | undefined;
}

const shortestPause = 100;
const longestPause = 30_000;

/** Starts to listen to the database `url` on a connection of its own, which is opened anew whenever it breaks. */
export function listenForRevisions(url: string, options: ListenerOptions): RevisionListener {
  const known = new Known(options.onLost);
  const stopped = new AbortController();
  const { signal } = stopped;
  let deaf = false;

  /** Returns when it is stopped. `onHearing` is called after each question that was answered. */
  async function listen(onHearing: () => void): Promise<void> {
    using session = await openListening(url, options, signal, () => known.lose());
    while (!signal.aborted) {
      const asked = clocks();
      const id = await session.holdAndRead();
      if (id !== undefined) known.confirm(id, asked);
      onHearing();
      await session.announcement(revisionTimes.beat);
    }
  }

  async function listenForever(): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await listen(() => {
          failures = 0;
          if (deaf) options.onHearing();
          deaf = false;
        });
      } catch (error) {
        if (!deaf && !signal.aborted) options.onDeaf(error as Error);
        deaf = true;
      } finally {
        known.lose();
      }
      // Not all servers of a database at the same instant.
      const pause = Math.min(longestPause, shortestPause * 2 ** failures) * (0.5 + Math.random() / 2);
      await setTimeout(pause, undefined, { signal }).catch(() => {});
    }
  }

  const over = listenForever();
  return {
    get current() {
      return known.current;
    },
    async [Symbol.asyncDispose]() {
      stopped.abort();
      await over;
    },
  };
}

interface Clocks {
  steady: number;
  wall: number;
}

/** Two clocks, in milliseconds: the steady one stands still while the computer sleeps, the other one may be set. */
const clocks = (): Clocks => ({ steady: performance.now(), wall: Date.now() });

/** What is known of the revision, for as long as it is certain. */
class Known {
  #revision: Revision | undefined;
  #asked: Clocks = clocks();
  readonly #onLost: () => void;

  constructor(onLost: () => void) {
    this.#onLost = onLost;
  }

  get current(): Revision | undefined {
    return isRecent(this.#asked) ? this.#revision : undefined;
  }

  /** Takes an answer of the database to a question that was sent at `asked`. */
  confirm(id: string, asked: Clocks): void {
    if (this.#revision?.id !== id) {
      this.lose();
      this.#revision = { id };
    }
    this.#asked = asked;
  }

  lose(): void {
    if (!this.#revision) return;
    this.#revision = undefined;
    this.#onLost();
  }
}

function isRecent({ steady, wall }: Clocks): boolean {
  const now = clocks();
  return now.steady - steady < revisionTimes.lease && Math.abs(now.wall - wall) < revisionTimes.lease;
}
