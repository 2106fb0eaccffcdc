/** Documents that were parsed and found valid, kept for when they are sent again. */
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { type DocumentNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Bytes. */
const MAX_BYTES = 8 * 2 ** 20;
/**
 * Bytes for each character of the text, which the nodes take, and what is learnt of an operation when it is read
 * (src/operation/read.ts): measured on operations of 400 characters.
 */
const BYTES_PER_CHARACTER = 80;
const OVERHEAD = 2000;

/** Apollo Server's memory of documents, bounded by what they really take: clients invent operations without end. */
export function createDocumentStore(): DocumentStore {
  const kept = new LRUCache<string, DocumentNode>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ loc }) => OVERHEAD + BYTES_PER_CHARACTER * (loc?.source.body.length ?? 0),
  });
  return {
    get: async (key) => kept.get(key),
    set: async (key, document) => void kept.set(key, withoutTokens(document)),
    delete: async (key) => kept.delete(key),
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
