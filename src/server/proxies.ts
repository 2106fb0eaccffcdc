/** What proxies say of the requests that they pass on, as far as they are trusted. */
import proxyAddress from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';

/** Where a request comes from, and what it asks for. */
export interface Source {
  /** Of the client; of the proxy where that says nothing. */
  address: string;
  /** Whether a trusted proxy has passed it on. */
  isPassedOn: boolean;
  /** Host and port as the client asked for them; '' where it did not. */
  host: string;
  protocol: string;
}

/** @param trusted addresses and ranges; undefined for none */
export function readSources(trusted: string[] | undefined): (request: IncomingMessage) => Source {
  const hostOf = ({ headers }: IncomingMessage) => headers.host ?? '';
  if (!trusted)
    return (request) => ({
      address: request.socket.remoteAddress ?? '',
      isPassedOn: false,
      host: hostOf(request),
      protocol: 'http',
    });
  const trusts = proxyAddress.compile(trusted);
  return (request) => {
    const { headers, socket } = request;
    // The proxies, and before them the client.
    const addresses = proxyAddress.all(request, trusts);
    const last = (name: 'x-forwarded-host' | 'x-forwarded-proto') =>
      trusts(socket.remoteAddress ?? '', 0) ? lastOf(headers[name]) : undefined;
    return {
      address: addresses.at(-1) ?? '',
      isPassedOn: addresses.length > 1,
      host: last('x-forwarded-host') ?? hostOf(request),
      protocol: last('x-forwarded-proto') ?? 'http',
    };
  };
}

/** Of a list that proxies add to, the entry of the last one. */
function lastOf(value: string | string[] | undefined): string | undefined {
  const text = Array.isArray(value) ? value.join() : value;
  return text ? text.slice(text.lastIndexOf(',') + 1).trim() : undefined;
}
