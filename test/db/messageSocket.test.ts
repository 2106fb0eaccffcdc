// What PostgreSQL sends comes in pieces that end anywhere.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MessageSocket } from '../../src/db/messageSocket.ts';

/** @returns the message of a type with a body of so many bytes */
function message(length: number): Buffer {
  const bytes = Buffer.alloc(5 + length, length % 256);
  bytes.write('D');
  bytes.writeUInt32BE(4 + length, 1);
  return bytes;
}

/** @returns what a socket hands on that is given these pieces, and nothing more */
async function handedOn(pieces: Buffer[]): Promise<Buffer[]> {
  const socket = new MessageSocket();
  const got: Buffer[] = [];
  socket.on('data', (piece: Buffer) => got.push(piece));
  const end = new Promise((resolve) => socket.once('end', resolve));
  for (const piece of pieces) {
    socket.push(piece);
    // Each is read before the next one comes: a stream that nobody reads puts together what waits.
    await new Promise(setImmediate);
  }
  socket.push(null);
  await end;
  return got;
}

/** @returns `bytes`, cut at these places */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const sorted = [...new Set(places.map((place) => place % bytes.length))]
    .filter((place) => place > 1)
    .sort((a, b) => a - b);
  return [0, ...sorted].map((place, index) => bytes.subarray(place, sorted[index]));
}

describe('messages that come in pieces', () => {
  test('are handed on whole, each as soon as it is there', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1 }),
        fc.array(fc.nat(2000), { maxLength: 20 }),
        async (lengths, places) => {
          const all = Buffer.concat(lengths.map(message));
          const pieces = cut(all, places);
          const got = await handedOn(pieces);
          expect(Buffer.concat(got)).toEqual(all);
          const ends = lengths.map((_, index) =>
            lengths.slice(0, index + 1).reduce((sum, length) => sum + 5 + length, 0),
          );
          let at = 0;
          const gotEnds = got.map((piece) => (at += piece.length));
          expect(ends).toEqual(expect.arrayContaining(gotEnds));
          // As many as have ended with a piece, no later.
          at = 0;
          const due = new Set(
            pieces.map((piece) => {
              at += piece.length;
              return Math.max(0, ...ends.filter((end) => end <= at));
            }),
          );
          expect(gotEnds).toEqual([...due].filter((end) => end > 0));
        },
      ),
      { seed: 1 },
    ));

  test('are copied once, however many pieces a long one has', async () => {
    const long = message(1_000_000);
    const pieces = cut(
      long,
      Array.from({ length: 100 }, (_, index) => index * 10_000),
    );
    expect((await handedOn(pieces)).map(({ length }) => length)).toEqual([long.length]);
  });
});

test('the answer to a request for TLS, one byte, is handed on at once', async () => {
  expect(await handedOn([Buffer.from('S')])).toEqual([Buffer.from('S')]);
});

test('what is cut off is handed on when the connection ends', async () => {
  const bytes = message(100).subarray(0, 50);
  expect(await handedOn([bytes])).toEqual([bytes]);
});
