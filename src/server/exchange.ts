/** A request and its answer, from the first byte of the one to the last of the other, on every route. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type ApiRequest, createRequest } from '../answer/request.ts';
import { clientOf } from './clientAddress.ts';
import { headersOf } from './headers.ts';
import type { Source } from './proxies.ts';
import { pathOf } from './target.ts';

/** Told of each answer before it goes; `length` in bytes, or characters. */
export type OnSend = (exchange: Exchange, length: number) => void;

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
  /** By name, in lower case. */
  readonly #headers: Map<string, string>;
  readonly #onSend: OnSend;

  constructor(request: IncomingMessage, response: ServerResponse, source: Source, onSend: OnSend) {
    this.request = request;
    this.response = response;
    this.socket = request.socket;
    this.source = source;
    this.path = pathOf(request.url ?? '');
    const id = randomUUID();
    this.api = createRequest(id, clientOf(source.address, this.socket));
    this.bodyLength = Number(request.headers['content-length'] ?? 0);
    this.#headers = new Map(headersOf(id));
    this.#onSend = onSend;
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
    const names = this.#headers.get('vary')?.split(', ') ?? [];
    if (!names.includes(name)) this.#headers.set('vary', [...names, name].join(', '));
  }

  /** Sends the answer: the first one, where several are tried. */
  send(status: number, body: string | Buffer = ''): void {
    if (this.isSent) return;
    this.isSent = true;
    this.#onSend(this, body.length);
    // RFC 9110, 8.6: neither has a body.
    if (status !== 204 && status !== 304) this.setHeader('content-length', Buffer.byteLength(body));
    this.response.writeHead(status, [...this.#headers].flat());
    this.response.end(body);
  }
}
