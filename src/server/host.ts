/** Which names the server answers to. */
import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../loopback.ts';
import type { Metrics } from './metrics.ts';
import { refuse } from './refusal.ts';

/**
 * Lets `app` answer only requests to a loopback name, on any port. A page of any site can have its own name lead to
 * this computer (DNS rebinding) and then read the answers as its own; the name is all that tells such a request.
 */
export function admitLoopbackHosts(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { host = '' } = request.headers;
    if (isLoopback(host.replace(/:\d{1,5}$/, ''))) return done();
    metrics.countRejection('MISDIRECTED_REQUEST');
    const advice = 'to serve other computers, set HOST to an address that they reach';
    return refuse(request, reply, 421, `Ask for localhost, 127.0.0.1 or [::1]: ${advice}`, 'MISDIRECTED_REQUEST');
  });
}
