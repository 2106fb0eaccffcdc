import ipaddr from 'ipaddr.js';
import { isIP, type Socket } from 'node:net';

/** The address of a client; of IPv6 the network, for each has as many addresses there as it likes. */
export function clientOf(address: string, socket: Socket): string {
  // A proxy may pass on something that is not an address.
  const zoned = isIP(address) > 0 ? address : (socket.remoteAddress ?? '');
  // The zone names an interface, and with characters that ipaddr.js does not read.
  const [bare = ''] = zoned.split('%');
  if (!bare.includes(':')) return bare;
  const parsed = ipaddr.process(bare);
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.');
}
