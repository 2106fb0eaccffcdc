/** Content codings (RFC 9110, 8.4): long answers are compressed for clients that accept it. */
import Negotiator from 'negotiator';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { Exchange } from './exchange.ts';

export type Coding = 'br' | 'gzip' | 'identity';

/**
 * Characters. Shorter answers fit a few packets of a network, and are sent as they are: at 4 kB the lowest levels take some
 * 0.02 ms, a fifth of what a small answer takes in all. The data have no secret that could be guessed by the length.
 */
const MIN_LENGTH = 4096;
/** Characters; longer ones are compressed beside other requests, and not before them. */
const MAX_SYNC_LENGTH = 65_536;

/** Characters; of longer ones the memory could not take several, as text and compressed, at a time. */
const MAX_LENGTH = 2 ** 20;

const codings: Coding[] = ['br', 'gzip', 'identity'];
/** The lowest levels: the next ones save a tenth of the length for twice the time. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
const gzipOptions = { level: 1 };
const [brotliLater, gzipLater] = [promisify(brotliCompress), promisify(gzip)];

/** @returns the coding that a client prefers for long answers */
export function codingFor({ 'accept-encoding': accept }: IncomingHttpHeaders): Coding {
  if (accept === undefined || accept.length > 500) return 'identity';
  const [best = 'identity'] = new Negotiator({ headers: { 'accept-encoding': accept } }).encodings(codings);
  return best as Coding;
}

/** @returns the bytes of a text in a coding */
function encode(text: string, coding: 'br' | 'gzip'): Buffer | Promise<Buffer> {
  const isBrotli = coding === 'br';
  if (text.length > MAX_SYNC_LENGTH) return isBrotli ? brotliLater(text, brotliOptions) : gzipLater(text, gzipOptions);
  return isBrotli ? brotliCompressSync(text, brotliOptions) : gzipSync(text, gzipOptions);
}

/** Sends a text, compressed where it is long, but not too long, and the client accepts that. */
export function sendText(exchange: Exchange, status: number, text: string): void | Promise<void> {
  if (text.length < MIN_LENGTH) return exchange.send(status, text);
  if (text.length > MAX_LENGTH) return exchange.send(status, Buffer.from(text));
  exchange.varyBy('Accept-Encoding');
  const coding = codingFor(exchange.headers);
  if (coding === 'identity') return exchange.send(status, text);
  exchange.setHeader('content-encoding', coding);
  const encoded = encode(text, coding);
  if (Buffer.isBuffer(encoded)) return exchange.send(status, encoded);
  return encoded.then((bytes) => exchange.send(status, bytes));
}
