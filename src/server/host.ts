/** Which names the server answers to. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { isLoopback } from '../loopback.ts';
import { refuse } from './refusal.ts';

export interface HostOptions {
  /** What the server listens on: an address, or a name that leads to one. */
  host: string;
  /** Whether all clients are on this computer, which call it by a loopback name. */
  loopbackOnly: boolean;
  /** Names in lower case that are answered beside those the server knows; with a dot before it, also all below it. */
  allowedHosts: readonly string[];
}

/** `host [":" port]`: RFC 3986, 3.2.2 and 3.2.3. */
const syntax = /^(\[[\da-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})+)(?::\d{0,5})?$/i;
const httpTarget = /^https?:\/\/([^/?#]*)/i;

/** @returns host and port in the target of a request, which then count instead of Host (RFC 9112, 3.2.2) */
function inTarget(url: string): string | undefined {
  if (url.startsWith('/') || url === '*') return undefined;
  return httpTarget.exec(url)?.[1] ?? '';
}

/** @returns the host and port that `request` asks for, by its target, by the word of a trusted proxy, or by Host */
export const authorityOf = (request: FastifyRequest): string => inTarget(request.url) ?? request.host;

/**
 * Makes `app` answer to its own names only, on any port: a page of any site can have its own name lead to this server (DNS
 * rebinding) and then read the answers as its own; the name is all that tells such a request. An address or a loopback
 * name is nothing that a site can have. What a trusted proxy passes on is its own choice, unless `allowedHosts` has names.
 */
export function checkHosts(app: FastifyInstance, options: HostOptions): void {
  const isOwn = ownNames(options);
  const advice = options.loopbackOnly
    ? 'ask for localhost, 127.0.0.1 or [::1], or name it in ALLOWED_HOSTS; to serve other computers, set HOST'
    : 'ask for localhost or an IP address, or name it in ALLOWED_HOSTS';
  app.addHook('onRequest', (request, reply, done) => {
    const problem = problemOf(request);
    if (problem !== undefined) return refuse(request, reply, 400, problem);
    // `ips` has the address of the proxy as well as that of the client.
    const isPassedOn = (request.ips?.length ?? 0) > 1;
    const asked = [inTarget(request.url), isPassedOn ? request.host : request.headers.host];
    if ((isPassedOn && options.allowedHosts.length === 0) || asked.every((one) => !one || isOwn(nameIn(one))))
      return done();
    return refuse(request, reply, 421, `This server does not serve this host name: ${advice}`, 'MISDIRECTED_REQUEST');
  });
}

function problemOf({ raw, url, host }: FastifyRequest): string | undefined {
  // Node keeps the first of several.
  const { length } = raw.rawHeaders.filter((name, n) => n % 2 === 0 && name.toLowerCase() === 'host');
  if (length > 1) return 'The request has more than one Host header';
  if (length === 0 && raw.httpVersion === '1.1') return 'The request has no Host header';
  const given = [raw.headers.host, inTarget(url), ...(host === '' ? [] : [host])];
  if (given.every((one) => one === undefined || syntax.test(one))) return undefined;
  return 'The host in the request is not a valid host name or address';
}

/** The name or address in `authority`, as names are compared: without port, brackets and the dot of the root. */
const nameIn = (authority: string) =>
  authority
    .replace(/:\d*$/, '')
    .replace(/^\[|\]$|\.$/g, '')
    .toLowerCase();

function ownNames({ host, loopbackOnly, allowedHosts }: HostOptions): (name: string) => boolean {
  const own = hostname().toLowerCase();
  const names = new Set([
    ...allowedHosts,
    ...(loopbackOnly ? [] : [own, `${own.split('.')[0]}.local`, host.toLowerCase()]),
  ]);
  const domains = allowedHosts.filter((name) => name.startsWith('.'));
  return (name) =>
    isLoopback(name) ||
    names.has(name) ||
    (!loopbackOnly && isIP(name) > 0) ||
    domains.some((domain) => `.${name}`.endsWith(domain));
}
