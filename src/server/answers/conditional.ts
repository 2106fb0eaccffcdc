/** Conditional requests (RFC 9110, 13): a client that has an answer already is told so instead of sent it again. */
import { hash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { Revision } from '../../db/revisionListener.ts';

/**
 * The strong validator of an answer: the data, the program and what was asked make its every byte. Answers to another
 * Accept may be of another type, and have another tag.
 */
export function entityTag(revision: Revision, version: string, accept: string | undefined, key: string): string {
  return `"${hash('sha256', `${JSON.stringify([revision.id, version, accept])}\n${key}`, 'base64url')}"`;
}

/** Whether `ifNoneMatch` lists `tag`; weak comparison, as RFC 9110, 13.1.2 has it. `*` is another matter. */
export function lists(ifNoneMatch: string | undefined, tag: string): boolean {
  return ifNoneMatch?.match(/"[^"]*"/g)?.includes(tag) ?? false;
}

/** What is sent with an answer that has a tag, and with 304 in its place. */
export const validatorHeaders = (tag: string): [string, string][] => [
  ['etag', tag],
  // To be kept by whoever wants, and asked about before each use.
  ['cache-control', 'no-cache'],
];

/** Makes the reply to an answer that has a tag whole: what it varies by, and no content where the client has it. */
export function sendConditional(reply: FastifyReply, body: unknown): unknown {
  if (reply.getHeader('etag') === undefined) return body;
  const vary = reply.getHeader('vary');
  reply.header('vary', vary === undefined ? 'Accept' : `${String(vary)}, Accept`);
  if (reply.statusCode !== 304) return body;
  return reply.removeHeader('content-type').send();
}
