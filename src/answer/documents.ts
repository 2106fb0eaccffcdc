/** Remembers the texts that were sent: the documents of valid ones, and what is wrong with the others. */
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { type DocumentNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Outcome } from './outcome.ts';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Bytes. */
const MAX_BYTES = 8 * 2 ** 20;
/**
 * Bytes for each character of the text, which the nodes take, and what is learnt of an operation when it is read
 * (src/operation/read.ts): measured on operations of 400 characters.
 */
const BYTES_PER_CHARACTER = 80;
const OVERHEAD = 2000;

/** Bytes of the refusals: in a memory of their own, so that no client pushes documents out by sending nonsense. */
const MAX_REFUSED_BYTES = 2 ** 20;

export interface Documents {
  /** @returns the valid document of a text, if it is known */
  find(text: string): DocumentNode | undefined;
  /** @returns why a text is not a valid document, if that is known */
  refusal(text: string): Outcome | undefined;
  /** Remembers why a text is not a valid document. */
  refuse(text: string, outcome: Outcome): void;
  /** Apollo Server's way to the documents: it remembers those that it has validated, under keys of its own. */
  store: DocumentStore;
}

/** Memories bounded by what they really take: clients invent operations without end. */
export function rememberDocuments(): Documents {
  const texts = new Map<string, string>();
  const kept = new LRUCache<string, { key: string; document: DocumentNode }>({
    maxSize: MAX_BYTES,
    sizeCalculation: (_entry, text) => OVERHEAD + BYTES_PER_CHARACTER * text.length,
    dispose: ({ key }) => texts.delete(key),
  });
  const refusals = new LRUCache<string, Outcome>({
    maxSize: MAX_REFUSED_BYTES,
    sizeCalculation: (outcome, text) => 500 + 2 * (text.length + outcome.text.length),
  });
  return {
    find: (text) => kept.get(text)?.document,
    refusal: (text) => refusals.get(text),
    refuse: (text, outcome) => void refusals.set(text, outcome),
    store: {
      get: async (key) => kept.get(texts.get(key) ?? '')?.document,
      async set(key, document) {
        const text = document.loc?.source.body ?? '';
        kept.set(text, { key, document: withoutTokens(document) });
        if (kept.has(text)) texts.set(key, text);
      },
      delete: async (key) => kept.delete(texts.get(key) ?? ''),
    },
  };
}

/** The place of a node in the text is for messages; through it hang all tokens of the text, a third of the memory. */
function withoutTokens(document: DocumentNode): DocumentNode {
  visit(document, {
    enter(node) {
      if (!node.loc) return;
      const { start, end, source } = node.loc;
      Object.assign(node, { loc: { start, end, source } });
    },
  });
  return document;
}
