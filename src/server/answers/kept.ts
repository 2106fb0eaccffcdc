/** Finished answers in memory, of one revision of the database, and only while it is certain that it has that one. */
import { LRUCache } from 'lru-cache';
import type { Revision, RevisionListener } from '../../db/revisionListener.ts';
import { codeVersion } from './codeVersion.ts';

/** An answer that takes more than this part of the memory would push too many others out. */
const largestPart = 1 / 8;

/** Disposing of it ends the listening. */
export interface KeptAnswers extends AsyncDisposable {
  /** Undefined while nothing is kept. Another object means another stretch of time, even if its id is the same. */
  readonly revision: Revision | undefined;
  /** Of the program that answers. */
  readonly version: Promise<string>;
  /** At most what V8 needs for the texts that are kept. */
  readonly bytes: number;
  /** The body of an answer under `revision`, if that is still the one. */
  find(revision: Revision, key: string): string | undefined;
  /** Keeps an answer that was begun under `revision`. @returns whether that is still the one; else it is not kept. */
  keep(revision: Revision, key: string, body: string): boolean;
}

/**
 * Keeps answers in `maxBytes` of memory.
 * @param listen starts to listen for revisions; its argument is to be called when what was known is lost
 */
export function keepAnswers(maxBytes: number, listen: (onLost: () => void) => RevisionListener): KeptAnswers {
  const bodies = new LRUCache<string, string>({
    maxSize: maxBytes,
    maxEntrySize: Math.floor(maxBytes * largestPart),
    sizeCalculation: bytesOf,
  });
  const listener = listen(() => bodies.clear());
  return {
    get revision() {
      return listener.current;
    },
    version: codeVersion(),
    get bytes() {
      return bodies.calculatedSize;
    },
    find: (revision, key) => (listener.current === revision ? bodies.get(key) : undefined),
    keep(revision, key, body) {
      if (listener.current !== revision) return false;
      bodies.set(key, body);
      return true;
    },
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}

/** V8 takes two bytes for each character of a text that has one beyond Latin-1. */
const bytesOf = (body: string, key: string) => 2 * (body.length + key.length);
