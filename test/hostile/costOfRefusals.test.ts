// What a request costs its client that is refused for its size, or for want of points: no more than the server did for it.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { json, openLine, type Received, requestText, send } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello: String }');
const points = 20_000;
const server = useServer(() => ({
  schema,
  loopbackOnly: false,
  trustProxy: ['loopback'],
  rateLimit: { points, seconds: 3600 },
}));

const leftOf = ({ headers }: Received) => Number(/;r=(\d+);/.exec(String(headers['ratelimit']))?.[1]);

/** Sends an operation of so many bytes. @returns the status, and the points that are left */
async function ask(client: string, bytes: number): Promise<[number, number]> {
  const body = JSON.stringify({ query: '{ hello }' }).padEnd(bytes);
  const answer = await send(server.url, { headers: { ...json, 'x-forwarded-for': client }, body });
  return [answer.status, leftOf(answer)];
}

test('a request for which too few points are left takes none of them', async () => {
  for (const left of [10_999, 1998]) expect(await ask('203.0.113.1', 90_000)).toEqual([200, left]);
  for (let n = 0; n < 5; n += 1) expect(await ask('203.0.113.1', 90_000)).toEqual([429, 1998]);
  expect(await ask('203.0.113.1', 100)).toEqual([200, 1987]);
  tried('requests larger than what is left of a budget', 5, '429, and what is left stays');
});

test('a body that is too long to be read costs what the longest does that is read', async () => {
  const line = await openLine(server.url);
  const length = { 'content-length': '9007199254740991', 'x-forwarded-for': '203.0.113.2' };
  line.socket.write(requestText('{ hello }', length));
  expect(await line.closed).toMatch(/^HTTP\/1.1 413 [\s\S]*"points";r=9999;/);
  tried('lengths of 8 petabytes that are announced', 1, '413, for the points of the longest body');
});

const inChunks: readonly (readonly [string, string | Buffer, number, number])[] = [
  ['without JSON', `{${' '.repeat(89_999)}`, 400, 9001],
  ['of no characters', Buffer.alloc(90_000, 0xff), 400, 9001],
  ['beyond the longest body', '{'.repeat(110_000), 413, 10_001],
];

test.each(inChunks)(
  'bytes in chunks %s cost as much as those that are understood',
  async (what, body, status, cost) => {
    const client = `203.0.113.1${what.length}`;
    const left = points - cost;
    const headers = { ...json, 'x-forwarded-for': client, 'transfer-encoding': 'chunked' };
    const refused = await send(server.url, { headers, body });
    expect([refused.status, leftOf(refused)]).toEqual([status, left]);
    expect(await ask(client, 100)).toEqual([200, left - 11]);
    // Too few are left for as much again.
    expect(await ask(client, 30_000)).toEqual([200, left - 3012]);
    const overdrawn = await send(server.url, { headers, body });
    expect([overdrawn.status, leftOf(overdrawn)]).toEqual([429, left - 3022]);
    tried(`bodies in chunks ${what}`, 1, `${status}, for the points of their bytes`);
  },
);

test('an Accept header that takes long to weigh is refused, of an operation and of a page', async () => {
  const ofLength = (length: number) => '*/*,'.repeat(length).slice(0, length - 9) + 'text/html';
  const sent = (accept: string, method: string): Promise<Received> =>
    method === 'POST'
      ? send(server.url, { headers: { ...json, accept }, body: '{"query":"{ hello }"}' })
      : send(server.url, {
          method,
          path: '/graphql?query={hello}',
          headers: { accept, 'apollo-require-preflight': 'y' },
        });
  for (const method of ['POST', 'GET']) {
    expect((await sent(ofLength(500), method)).status).toBe(200);
    for (const length of [501, 15_000]) {
      const { status, headers, body } = await sent(ofLength(length), method);
      expect([status, headers['content-type']]).toEqual([406, 'application/json; charset=utf-8']);
      expect(JSON.parse(body)).toEqual({
        errors: [{ message: expect.stringContaining('500 characters'), extensions: { code: 'BAD_REQUEST' } }],
      });
    }
  }
  // What is refused for another reason is not held up either.
  expect((await send(server.url, { path: '/nowhere', headers: { accept: ofLength(15_000) } })).status).toBe(404);
  tried('Accept headers of more than 500 characters', 5, 'refused before anything is executed');
});
