import { Socket, type SocketConstructorOpts } from 'node:net';

/** The type of a message and its length, which counts itself but not the type: "Message Formats" in PostgreSQL's manual. */
const HEADER = 5;

/** Bytes that are read at a time. */
const READ = 64 * 1024;

/**
 * A socket to PostgreSQL that hands on each message in one piece. pg's parser would collect the pieces of a long one in a
 * buffer that doubles again and again: several times the memory of a long answer, and a copy each time.
 */
export class MessageSocket extends Socket {
  /** The pieces of a message of which more is to come, and how many bytes that is at least. */
  #held: Buffer[] = [];
  #missing = 0;
  #isFirst = true;

  constructor() {
    // One memory for what arrives, from which it is copied: or Node would take 64 kB anew each time, and give most of it back.
    const onread = {
      buffer: Buffer.allocUnsafeSlow(READ),
      callback: (length: number, bytes: Uint8Array) => {
        this.push(Buffer.from(bytes.subarray(0, length)));
        return true;
      },
    };
    super({ onread } as SocketConstructorOpts);
  }

  override push(chunk: Buffer | null): boolean {
    if (chunk === null) {
      if (this.#held.length > 0) super.push(this.#whole());
      return super.push(null);
    }
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    // The answer to a request for TLS is no message, and what follows comes through another socket.
    if (isFirst && chunk.length === 1) return super.push(chunk);
    this.#held.push(chunk);
    this.#missing -= chunk.length;
    return this.#missing > 0 || this.#handOn(this.#whole());
  }

  /** @returns all that is held, in one piece; nothing is any more */
  #whole(): Buffer {
    const held = this.#held;
    this.#held = [];
    return held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
  }

  /** Hands on the messages that are complete, and holds the rest. */
  #handOn(bytes: Buffer): boolean {
    let end: number;
    let next = 0;
    do {
      end = next;
      next += end + HEADER <= bytes.length ? 1 + bytes.readUInt32BE(end + 1) : HEADER;
    } while (next <= bytes.length);
    this.#missing = end === bytes.length ? 0 : next - bytes.length;
    if (end < bytes.length) this.#held.push(bytes.subarray(end));
    return end === 0 || super.push(bytes.subarray(0, end));
  }
}
