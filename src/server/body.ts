/** The body of a request: JSON in UTF-8 (RFC 8259), in no other charset or coding. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { clientLimits } from '../clientLimits.ts';

/** Bytes of a body. */
export const MAX_BODY = clientLimits.body.most;

const json = 'application/json';
const otherCharset = /;\s*charset\s*=(?!\s*"?utf-?8"?\s*(?:;|$))/i;

/** Why a request cannot be read, with its HTTP status. */
export class Unreadable extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** Makes `app` take bodies of JSON, and no others. Of a body in chunks the size is known in the headers once it was read. */
export function readBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<Buffer>(json, { parseAs: 'buffer' }, (request, body, done) => {
    request.headers['content-length'] ??= String(body.length);
    // Decoding would replace what is not valid UTF-8 by other characters, without an error.
    if (!isUtf8(body)) return done(new Unreadable(400, 'The body is not valid UTF-8'));
    return parse(request, body.toString(), done);
  });
  app.addHook('onError', (request, _reply, { statusCode }, done) => {
    if (statusCode === 413) request.headers['content-length'] ??= String(MAX_BODY);
    done();
  });
}

/** @throws Unreadable for a body that is not sent as it is; to be called before it is read. */
export function checkEncoding({ headers }: FastifyRequest): void {
  const coding = headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity')
    throw new Unreadable(415, 'Send the body as it is: content-encoding is not supported');
  const type = headers['content-type'];
  if (type !== undefined && type !== json && otherCharset.test(type))
    throw new Unreadable(415, 'Send the body in UTF-8: other charsets are not supported');
}
