/** Settings that say who reaches the server, under which names, and through which proxies. */
import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';
import { z } from 'zod';

const list = z.string().transform((text) => text.split(',').map((entry) => entry.trim()));

/** As browsers send it: of the web, or of a program or an extension. A pattern such as https://*.example.org matches nothing. */
const isOrigin = (text: string) =>
  /^https?:/.test(text)
    ? URL.canParse(text) && new URL(text).origin === text && !text.includes('*')
    : /^[a-z][a-z\d+.-]*:\/\/[\w.-]+$/.test(text);

/** Origins of pages, or `*`. */
export const origins = list.refine(
  (given) => given.every((origin) => origin === '*' || isOrigin(origin)),
  'must be origins such as https://example.org, separated by commas, without a path and each in full, or *',
);

/** As a Host header has them: no scheme, no port. With a dot before it, a name stands for all below it as well. */
const name = /^\.?[\w-]+(\.[\w-]+)*$/;

/** Names of hosts, in lower case. */
export const hosts = list
  .refine(
    (given) => given.every((host) => name.test(host) || isIP(host) > 0),
    'must be names such as casebook.example.org, or .example.org for it and all below it, separated by commas, without scheme and port',
  )
  .transform((given) => given.map((host) => host.toLowerCase()));

/** Names of ranges that @fastify/proxy-addr knows. */
const ranges = ['loopback', 'linklocal', 'uniquelocal'];

const isProxy = (text: string) => {
  const [address = '', ...prefix] = text.split('/');
  return ranges.includes(text) || (isIP(address) > 0 && (prefix.length === 0 || ipaddr.isValidCIDR(text)));
};

/** Bits that a range has to fix at least: no network of one owner is larger. */
const leastPrefix = { ipv4: 8, ipv6: 16 };
/** Networks that are nobody's on the Internet, as large as they are: RFC 4193, RFC 4291. */
const local = [ipaddr.parseCIDR('fc00::/7'), ipaddr.parseCIDR('fe80::/10')];
/** The addresses of IPv4, as IPv6 writes them (RFC 4291, 2.5.5.2). */
const mapped = ipaddr.parse('::ffff:0:0');

/** Whether a range holds so much of the Internet that clients are in it. */
function isTooWide(range: string): boolean {
  if (!range.includes('/')) return false;
  const [address, prefix] = ipaddr.parseCIDR(range);
  if (address.kind() === 'ipv4') return prefix < leastPrefix.ipv4;
  if (mapped.match(address, Math.min(prefix, 96))) return prefix < 96 + leastPrefix.ipv4;
  const isLocal = local.some(([network, bits]) => prefix >= bits && address.match(network, bits));
  return prefix < leastPrefix.ipv6 && !isLocal;
}

/** Addresses of proxies, and ranges of them. */
export const proxies = list
  .refine((given) => given.every(isProxy), {
    error: `must be addresses such as 10.0.0.1 or 10.0.0.0/8, or ${ranges.join(', ')}, separated by commas`,
    abort: true,
  })
  .refine((given) => !given.some(isTooWide), {
    error: ({ input }) =>
      `holds ${(input as string[]).filter(isTooWide).join(', ')}, where clients are too, who could then claim any address: name the address of the proxy, or a range of at most /8 (IPv6: /16)`,
  });
