/** Finished answers in memory, of one revision of the database, and only while it is certain that it has that one. */
import { LRUCache } from 'lru-cache';
import type { Revision, RevisionListener } from '../db/revisionListener.ts';
import type { AnswerSource } from './outcome.ts';

/** An answer that takes more than this part of the memory would push too many others out. */
const largestPart = 1 / 8;

/** Disposing of it ends the listening. */
export interface KeptAnswers extends AsyncDisposable {
  /** Undefined while nothing is kept. Another object means another stretch of time, even if its id is the same. */
  readonly revision: Revision | undefined;
  /** At most what V8 needs for the texts that are kept. */
  readonly bytes: number;
  /** The text of an answer, if its revision is still the one. */
  find(source: AnswerSource): string | undefined;
  /** Keeps the text of an answer that was begun under a revision. @returns whether that is still the one; else it is not kept. */
  keep(source: AnswerSource, text: string): boolean;
}

/**
 * Keeps answers in `maxBytes` of memory.
 * @param listen starts to listen for revisions; its argument is to be called when what was known is lost
 */
export function keepAnswers(maxBytes: number, listen: (onLost: () => void) => RevisionListener): KeptAnswers {
  const texts = new LRUCache<string, string>({
    maxSize: maxBytes,
    maxEntrySize: Math.floor(maxBytes * largestPart),
    sizeCalculation: bytesOf,
  });
  const listener = listen(() => texts.clear());
  return {
    get revision() {
      return listener.current;
    },
    get bytes() {
      return texts.calculatedSize;
    },
    find: ({ revision, key }) => (listener.current === revision ? texts.get(key) : undefined),
    keep({ revision, key }, text) {
      if (listener.current !== revision) return false;
      texts.set(key, text);
      return true;
    },
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}

/** V8 takes two bytes for each character of a text that has one beyond Latin-1. */
const bytesOf = (text: string, key: string) => 2 * (text.length + key.length);
