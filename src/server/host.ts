/** Which names the server answers to. */
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { isLoopback } from '../loopback.ts';
import type { Exchange } from './exchange.ts';
import type { Refusal } from './refusal.ts';

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

/** @returns the host and port that a request asks for, by its target, by the word of a trusted proxy, or by Host */
export const authorityOf = ({ url, source }: Exchange): string => inTarget(url) ?? source.host;

/**
 * @returns what refuses requests for other names than the server's own, on any port: a page of any site can have its own name lead to this server (DNS
 * rebinding) and then read the answers as its own; the name is all that tells such a request. An address or a loopback
 * name is nothing that a site can have. What a trusted proxy passes on is its own choice, unless `allowedHosts` has names.
 */
export function hostCheck(options: HostOptions): (exchange: Exchange) => Refusal | undefined {
  const isOwn = ownNames(options);
  const advice = options.loopbackOnly
    ? 'ask for localhost, 127.0.0.1 or [::1], or name it in ALLOWED_HOSTS; to serve other computers, set HOST'
    : 'ask for localhost or an IP address, or name it in ALLOWED_HOSTS';
  const misdirected = {
    status: 421,
    message: `This server does not serve this host name: ${advice}`,
    code: 'MISDIRECTED_REQUEST',
  };
  /** What was asked for last, and is the server's own. */
  let known: string | undefined;
  return (exchange) => {
    const { host } = exchange.headers;
    const isPlain = exchange.source.host === host && exchange.url.startsWith('/') && !exchange.source.isPassedOn;
    if (isPlain && host !== undefined && host === known && hostsIn(exchange.request.rawHeaders) === 1) return undefined;
    const refusal = check(exchange);
    if (!refusal && isPlain) known = host;
    return refusal;
  };

  function check(exchange: Exchange): Refusal | undefined {
    const problem = problemOf(exchange);
    if (problem !== undefined) return { status: 400, message: problem };
    const { isPassedOn, host } = exchange.source;
    if (isPassedOn && options.allowedHosts.length === 0) return undefined;
    const asked = [inTarget(exchange.url), isPassedOn ? host : exchange.headers.host];
    return asked.every((one) => !one || isOwn(nameIn(one))) ? undefined : misdirected;
  }
}

function problemOf({ request, url, source: { host } }: Exchange): string | undefined {
  const hosts = hostsIn(request.rawHeaders);
  if (hosts > 1) return 'The request has more than one Host header';
  if (hosts === 0 && request.httpVersion === '1.1') return 'The request has no Host header';
  const given = [request.headers.host, inTarget(url), ...(host === '' ? [] : [host])];
  if (given.every((one) => one === undefined || syntax.test(one))) return undefined;
  return 'The host in the request is not a valid host name or address';
}

/** How many Host headers there are: Node keeps the first of several. */
function hostsIn(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const name = rawHeaders[place] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
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
