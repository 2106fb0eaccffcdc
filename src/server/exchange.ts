/** A request and its answer, from the first byte of the one to the last of the other, on every route. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ApiRequest } from '../answer/request.ts';
import { clientOf } from './clientAddress.ts';
import { Headers } from './headers.ts';
import type { Source } from './proxies.ts';
import { pathOf } from './target.ts';

/** Who is told of each answer. */
export interface Watch {
  /** Before it goes. */
  onSend(exchange: Exchange): void;
  /** Once it was given to the connection; `length` in bytes, or characters. */
  onSent(exchange: Exchange, length: number): void;
}

export class Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
  /** Where it comes from, and what it asks for, by the word of trusted proxies. */
  readonly source: Source;
  /** Without what is searched for; undefined where the target cannot be read. */
  readonly path: string | undefined;
  /** What is known of the operation. */
  readonly api: ApiRequest;
  /** Of the steady clock. */
  readonly began = performance.now();
  /** The body, in bytes: as it is announced, and once it was read as it is. */
  bodyLength: number;
  isSent = false;
  readonly #headers: Headers;
  readonly #watch: Watch;

  constructor(request: IncomingMessage, response: ServerResponse, source: Source, watch: Watch) {
    this.request = request;
    this.response = response;
    this.socket = request.socket;
    this.source = source;
    this.path = pathOf(request.url ?? '');
    const id = randomUUID();
    this.api = new ApiRequest(id, clientOf(source.address, this.socket));
    this.bodyLength = Number(request.headers['content-length'] ?? 0);
    this.#headers = new Headers(id);
    this.#watch = watch;
  }

  get method(): string {
    return this.request.method ?? '';
  }

  get url(): string {
    return this.request.url ?? '';
  }

  get headers(): IncomingMessage['headers'] {
    return this.request.headers;
  }

  /** Sets a header of the answer, by its name in lower case. */
  setHeader(name: string, value: string | number): void {
    this.#headers.set(name, String(value));
  }

  /** Says that the answer depends on one more header of the request. */
  varyBy(name: string): void {
    const names = this.#headers.get('vary');
    if (!names?.split(', ').includes(name)) this.#headers.set('vary', names === undefined ? name : `${names}, ${name}`);
  }

  /** Sends the answer: the first one, where several are tried. */
  send(status: number, body: string | Buffer = ''): void {
    if (this.isSent) return;
    this.isSent = true;
    this.#watch.onSend(this);
    // RFC 9110, 8.6: neither has a body.
    if (status !== 204 && status !== 304) this.setHeader('content-length', Buffer.byteLength(body));
    this.response.writeHead(status, this.#headers.inTurns());
    this.response.end(body);
    this.#watch.onSent(this, body.length);
  }
}
