/** Pages of other origins: which may ask, and read what is answered. */
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback } from '../loopback.ts';
import { authorityOf } from './host.ts';
import { refuse } from './refusal.ts';

/** Whether pages of an origin may read answers. */
export type AdmitOrigin = (origin: string) => boolean;

/** The message for pages of origins that are not allowed. */
export const NOT_ADMITTED =
  'Requests from pages of this origin are not allowed: add the origin to CORS_ORIGINS to allow them';

const studio = 'https://studio.apollographql.com';
const origin = /^https?:\/\/([^/]+?)(:\d{1,5})?$/;

/**
 * Admits the origins in `origins`, or every one where it holds `*`; when it is undefined, Apollo Studio and pages
 * served from this computer, on any port.
 */
export function admitOrigins(origins: readonly string[] | undefined): AdmitOrigin {
  if (origins === undefined) return (from) => from === studio || isLoopback(origin.exec(from)?.[1] ?? '');
  const admitted = new Set(origins);
  return (from) => admitted.has('*') || admitted.has(from);
}

/** Lets pages of the origins that `admits` names read what `app` answers, whatever it is. */
export async function addCorsHeaders(app: FastifyInstance, admits: AdmitOrigin): Promise<void> {
  await app.register(cors, {
    origin: (from, decide) => decide(null, from !== undefined && admits(from) ? from : false),
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'operation-cost', 'ratelimit', 'ratelimit-policy', 'retry-after'],
    maxAge: 86_400,
    strictPreflight: false,
    // Or preflights would be answered before they are paid for.
    preflightContinue: true,
  });
}

/**
 * Refuses what pages of other origins ask, before anything is done for it: their browsers would keep the answer from them,
 * but it would have been made and sent. Answers preflights of those that may ask; to others they are a method like any.
 */
export function checkOrigins(app: FastifyInstance, admits: AdmitOrigin): void {
  app.addHook('onRequest', (request, reply, done) => {
    const from = request.headers.origin;
    if (from === undefined) return done();
    if (request.method === 'OPTIONS')
      return reply.hasHeader('access-control-allow-methods') ? reply.code(204).send() : done();
    if (admits(from) || isOwnPage(from, request)) return done();
    return refuse(request, reply, 403, NOT_ADMITTED, 'FORBIDDEN');
  });
}

/**
 * Whether the server itself has served the page, such as Sandbox: by host and port, for a proxy before it may have ended
 * TLS without a word of it.
 */
function isOwnPage(from: string, request: FastifyRequest): boolean {
  if (!origin.test(from) || !URL.canParse(from)) return false;
  const { host, protocol } = new URL(from);
  const asked = `${protocol}//${authorityOf(request)}`;
  return URL.canParse(asked) && new URL(asked).host === host;
}
