/** What each client may ask for in a stretch of time, in points: about one for each record. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import { isIP } from 'node:net';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { MAX_BODY } from './body.ts';

export interface RateLimit {
  /** Points that one client may spend in a window. */
  points: number;
  /** The length of a window. */
  seconds: number;
}

/** Told with RATE_LIMITED. */
export const OVERDRAWN = 'This client has asked for more than this server answers in a while: wait as Retry-After says';

/** What a request costs at least, of whatever kind it is: as much as the server has to do for the smallest. */
const REQUEST_POINTS = 10;
/** What is read, parsed and checked is paid for, whether or not it turns out to be an operation. */
const BYTES_PER_POINT = 10;
/** Beyond as many clients the one that was not seen for longest is forgotten, and begins anew. */
const MAX_CLIENTS = 10_000;

export interface Budget {
  /**
   * Takes off what a request costs by its size, and says what is left in the answer's headers.
   * @returns what its operation pays with; undefined when there are not enough points
   */
  open(request: FastifyRequest, reply: FastifyReply): Promise<Account | undefined>;
}

/** What one request pays with. */
export interface Account {
  /** Makes up what the request has paid to `points`. @returns whether there were as many; if not, none are taken. */
  pay(points: number): Promise<boolean>;
  /**
   * Takes off what the database has worked for the request, in milliseconds, when that is known; what is left may fall below
   * nothing. As many milliseconds as a window has cost a whole budget: nobody has more than one connection all the time.
   */
  use(milliseconds: number): void;
}

/** Budgets that are kept in memory, by client. */
export function createBudget({ points, seconds }: RateLimit): Budget {
  const limiter = new RateLimiterMemory({ points, duration: seconds, keyPrefix: '' });
  const clients = new LRUCache<string, true>({ max: MAX_CLIENTS, dispose: (_, client) => void limiter.delete(client) });
  const policy = `"points";q=${points};w=${seconds}`;

  async function take(client: string, amount: number): Promise<{ left: RateLimiterRes; isEnough: boolean }> {
    try {
      return { left: await limiter.consume(client, amount), isEnough: true };
    } catch (left) {
      if (left instanceof Error) throw left;
      return { left: left as RateLimiterRes, isEnough: false };
    }
  }

  return {
    async open(request, reply) {
      const client = clientOf(request);
      if (!clients.get(client)) clients.set(client, true);
      const tell = ({ remainingPoints, msBeforeNext }: RateLimiterRes, isEnough: boolean) => {
        const next = Math.max(1, Math.ceil(msBeforeNext / 1000));
        if (reply.sent) return;
        reply.header('ratelimit', `"points";r=${remainingPoints};t=${next}`);
        if (!isEnough) reply.header('retry-after', next);
      };
      reply.header('ratelimit-policy', policy);
      let paid = 0;
      const pay = async (wanted: number) => {
        // A full budget is enough for anything.
        const amount = Math.min(wanted, points) - paid;
        if (amount <= 0) return true;
        const { left, isEnough } = await take(client, amount);
        if (isEnough) paid += amount;
        tell(isEnough ? left : await limiter.reward(client, amount), isEnough);
        return isEnough;
      };
      const use = (milliseconds: number) => {
        const used = Math.round((milliseconds * points) / (seconds * 1000));
        if (used > 0) void limiter.penalty(client, used).then((left) => tell(left, true));
      };
      return (await pay(pointsOf(request))) ? { pay, use } : undefined;
    },
  };
}

/**
 * What a request costs by its size, as far as its headers tell: the length of a body in chunks is known when it is read,
 * and of one that is too long nothing is read, whatever length it claims.
 */
export function pointsOf({ headers, url }: FastifyRequest): number {
  const bytes = url.length + Math.min(Number(headers['content-length'] ?? 0), MAX_BODY);
  return Math.max(REQUEST_POINTS, Math.ceil(bytes / BYTES_PER_POINT));
}

/** The address of a client; of IPv6 the network, for each has as many addresses there as it likes. */
export function clientOf({ ip, socket }: FastifyRequest): string {
  // A proxy may pass on what is no address.
  const zoned = isIP(ip) > 0 ? ip : (socket.remoteAddress ?? '');
  // The zone names an interface, and with characters that ipaddr.js does not read.
  const [address = ''] = zoned.split('%');
  if (!address.includes(':')) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.');
}
