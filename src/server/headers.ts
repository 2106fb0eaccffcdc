/** Headers that every answer has. */
import type { FastifyInstance, FastifyReply } from 'fastify';

/** An answer is data: browsers must not interpret it as anything else, nor show it in a frame. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";
/** Sandbox brings scripts, styles and a frame from Apollo's site, and says so itself. */
export const pagePolicy = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The headers of an answer to the request of this id. */
export const headersOf = (requestId: string): Record<string, string> => ({
  'x-request-id': requestId,
  'x-content-type-options': 'nosniff',
  'content-security-policy': dataPolicy,
  'referrer-policy': 'no-referrer',
  // Of an answer that has no tag: a cache may keep it for a while of its own choosing, and give a page to a program.
  'cache-control': 'no-store',
});

/** Puts them on all answers of `app`; to be called before anything that answers in a hook. */
export function addHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headersOf(request.id));
    done();
  });
}

/** Says that an answer depends on one more header of the request. */
export function addVary(reply: FastifyReply, name: string): void {
  const vary = reply.getHeader('vary');
  const names = vary === undefined ? [] : String(vary).split(', ');
  if (!names.includes(name)) reply.header('vary', [...names, name].join(', '));
}
