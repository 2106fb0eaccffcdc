/** Conditional requests (RFC 9110, 13): a client that already has the answer gets 304 instead of the answer. */
import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { AnswerSource, Outcome } from '../answer/outcome.ts';
import { codingFor } from './encoding.ts';
import type { Exchange } from './exchange.ts';

/** The tags of what one client asks by GET: 304 is for methods that fetch, and no cache keeps answers to POST. */
export interface Tags {
  /** Whether the client has the answer already. */
  hasAnswer(source: AnswerSource): boolean;
  /** Says what tag an answer has. @returns whether it was sent: without its text, where the client has that */
  send(exchange: Exchange, outcome: Outcome): boolean;
}

/** @param version of the program that answers */
export function tagsFor(headers: IncomingHttpHeaders, version: string): Tags {
  const { accept, 'if-none-match': known } = headers;
  const form = [version, accept, codingFor(headers)];
  const tagOf = (source: AnswerSource) => entityTag(source, form);
  return {
    hasAnswer: (source) => known !== undefined && known !== '*' && lists(known, tagOf(source)),
    send(exchange, { source, text }) {
      if (!source) return false;
      // Any cache may store it, and has to revalidate it before each use.
      exchange.setHeader('etag', tagOf(source));
      exchange.setHeader('cache-control', 'no-cache');
      exchange.varyBy('Accept');
      exchange.varyBy('Accept-Encoding');
      if (text !== '' && known !== '*') return false;
      exchange.send(304);
      return true;
    },
  };
}

/**
 * The strong validator of an answer: the data, the program and what was asked make its every byte. Answers to another
 * Accept or Accept-Encoding may have other bytes, and have another tag.
 */
function entityTag({ revision, key }: AnswerSource, form: readonly unknown[]): string {
  return `"${hash('sha256', `${JSON.stringify([revision.id, ...form])}\n${key}`, 'base64url')}"`;
}

/** Whether `ifNoneMatch` lists `tag`; weak comparison, as RFC 9110, 13.1.2 has it. */
const lists = (ifNoneMatch: string, tag: string): boolean => ifNoneMatch.match(/"[^"]*"/g)?.includes(tag) ?? false;
