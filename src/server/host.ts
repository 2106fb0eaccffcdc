/** Which names the server answers to. */
import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../loopback.ts';
import type { Metrics } from './metrics.ts';
import { refuse } from './refusal.ts';

/**
 * Makes `app` want a Host (RFC 9112, 3.2). With `loopbackOnly` it has to be a loopback name, on any port: a page of any
 * site can have its own name lead to this computer (DNS rebinding) and then read the answers as its own; the name is
 * all that tells such a request.
 */
export function checkHosts(app: FastifyInstance, loopbackOnly: boolean, metrics: Metrics): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { host } = request.headers;
    if (host === undefined && request.raw.httpVersion === '1.1') {
      metrics.countRejection('BAD_REQUEST');
      return refuse(request, reply, 400, 'The request has no Host header');
    }
    if (!loopbackOnly || isLoopback(host?.replace(/:\d{1,5}$/, '') ?? '')) return done();
    metrics.countRejection('MISDIRECTED_REQUEST');
    const advice = 'to serve other computers, set HOST to an address that they reach, and LOOPBACK_ONLY to false';
    return refuse(request, reply, 421, `Ask for localhost, 127.0.0.1 or [::1]: ${advice}`, 'MISDIRECTED_REQUEST');
  });
}
