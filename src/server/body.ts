/** The body of a request: JSON in UTF-8 (RFC 8259), in no other charset or coding. */
import { isUtf8 } from 'node:buffer';
import secureJson from 'secure-json-parse';
import { clientLimits } from '../clientLimits.ts';
import type { Exchange } from './exchange.ts';

/** Bytes of a body. */
export const MAX_BODY = clientLimits.body.most;

const json = 'application/json';
/** Whether a content-type is that of JSON. */
export const isJson = (type: string): boolean => type === json || /^\s*application\/json\s*(;|$)/i.test(type);
const otherCharset = /;\s*charset\s*=(?!\s*"?utf-?8"?\s*(?:;|$))/i;

/** Why a request cannot be read, with its HTTP status. */
export class Unreadable extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** @throws Unreadable for a body that is not sent as it is; to be called before it is read. */
export function checkEncoding({ headers }: Exchange): void {
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity')
    throw new Unreadable(415, 'Send the body as it is: content-encoding is not supported');
  const type = headers['content-type'];
  if (type !== undefined && type !== json && otherCharset.test(type))
    throw new Unreadable(415, 'Send the body in UTF-8: other charsets are not supported');
}

/**
 * Reads the body of a POST request, whose size is known in `bodyLength` once it was read.
 * @param onBody given what its JSON says, undefined where there is no body, or why it cannot be read; not called where the
 *   client leaves in the middle of it
 */
export function readBody(exchange: Exchange, onBody: (body: unknown, error?: Unreadable) => void): void {
  const { request, headers } = exchange;
  const { 'content-type': type, 'transfer-encoding': coding } = headers;
  if (type === undefined && coding === undefined && exchange.bodyLength === 0) return onBody(undefined);
  const refuse = (status: number, message: string) => {
    // The client goes on sending what nobody reads.
    exchange.setHeader('connection', 'close');
    onBody(undefined, new Unreadable(status, message));
  };
  if (!isJson(type ?? '')) return refuse(415, 'Send the body as JSON, with a content-type of application/json');
  if (exchange.bodyLength > MAX_BODY) return refuse(413, 'Request body is too large');
  const announced = coding === undefined ? exchange.bodyLength : undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  const onData = (chunk: Buffer) => {
    length += chunk.length;
    chunks.push(chunk);
    // All has come that was announced: Node says so only later.
    if (length === announced) return onEnd();
    if (length <= MAX_BODY) return;
    request.off('data', onData).off('end', onEnd);
    exchange.bodyLength = MAX_BODY;
    refuse(413, 'Request body is too large');
  };
  const onEnd = () => {
    request.off('data', onData).off('end', onEnd);
    exchange.bodyLength = length;
    const body = parse(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    if (body instanceof Unreadable) refuse(body.statusCode, body.message);
    else onBody(body);
  };
  request.on('data', onData).on('end', onEnd);
}

/** @returns what the JSON says, or why it cannot be read */
function parse(body: Buffer): unknown {
  if (body.length === 0)
    return new Unreadable(400, "Body cannot be empty when content-type is set to 'application/json'");
  // Decoding would replace what is not valid UTF-8 by other characters, without an error.
  if (!isUtf8(body)) return new Unreadable(400, 'The body is not valid UTF-8');
  try {
    return secureJson.parse(body.toString());
  } catch {
    return new Unreadable(400, "Body is not valid JSON but content-type is set to 'application/json'");
  }
}
