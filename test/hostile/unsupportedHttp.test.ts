// What HTTP/1.1 has and the server does not do: it is refused or left aside, and nobody waits for an answer in vain.
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { openLine, requestText } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello: String }');
const rateLimit = { points: 1000, seconds: 3600 };
const server = useServer(() => ({ schema, loopbackOnly: false, trustProxy: ['loopback'], rateLimit }));

let clients = 0;
/** Each request is of another client. */
const client = () => `x-forwarded-for: 198.51.100.${(clients += 1)}\r\n`;

/** Writes `parts`, one after the other is answered, and @returns all that comes until the connection is closed. */
async function exchange(...parts: string[]): Promise<string> {
  const line = await openLine(server.url);
  for (const [n, part] of parts.entries()) {
    line.socket.write(part);
    if (n < parts.length - 1) await line.hears(new RegExp(`(HTTP/1.1 \\d+[^]*){${n + 1}}`));
  }
  return line.closed;
}

const body = '{"query":"{ hello }"}';
const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
const chunks = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const last = 'GET /livez HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n';

describe('a body in another transfer coding than chunks', () => {
  const codings: readonly (readonly [string, RegExp])[] = [
    ['gzip, chunked', /501/],
    ['gzip\r\ntransfer-encoding: chunked', /501/],
    ['identity, chunked', /501/],
    [', chunked', /501/],
    ['gzip', /501|400/],
    ['identity', /501|400/],
    ['xchunked', /501|400/],
    ['chunked; a=b', /501|400/],
    ['chunked, chunked', /400/],
    ['chunked\r\ntransfer-encoding: chunked', /400/],
    ['chunked, gzip', /400/],
    ['\x0bchunked', /400/],
    ['chunked\r\ncontent-length: 5', /400/],
  ];

  test.each(codings)('%j is refused, and the connection closed', async (coding, status) => {
    const heard = await exchange(`${head}${client()}transfer-encoding: ${coding}\r\n\r\n${chunks}`);
    const [, told = ''] = /^HTTP\/1.1 (\d+) /.exec(heard) ?? [];
    expect(told).toMatch(status);
    if (told === '501') expect(heard).toContain('"extensions":{"code":"NOT_IMPLEMENTED"}');
    expect(heard).not.toContain('"data"');
  });

  test.each(['chunked', 'Chunked', '\tchunked '])('%j is read', async (coding) => {
    const heard = await exchange(`${head}${client()}transfer-encoding: ${coding}\r\n\r\n${chunks}`, last);
    expect(heard).toContain('{"data":{"hello":null}}');
  });

  test('whatever it is', () => {
    tried('transfer codings other than chunked', codings.length, '501 or 400, and the connection is closed');
  });
});

describe('a request to change the protocol', () => {
  const websocket = 'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
  const http2 = 'connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAARAAAAAAAIAAAAA\r\n';
  const post = (more: string) => `${head}${client()}${more}content-length: ${body.length}\r\n\r\n${body}`;
  const inChunks = (more: string) => `${head}${client()}${more}transfer-encoding: chunked\r\n\r\n${chunks}`;
  const get = (more: string) =>
    `GET /graphql?query={hello} HTTP/1.1\r\nhost: localhost\r\napollo-require-preflight: y\r\n${client()}${more}\r\n`;
  const asked = [websocket, http2].flatMap((more) => [post(more), inChunks(more), get(more)]);

  test('is answered as if it did not ask for that', async () => {
    for (const request of asked)
      expect(await exchange(request)).toMatch(/^HTTP\/1.1 200 [^]*\{"data":\{"hello":null\}\}/);
  });

  test('leaves nobody waiting who has sent more: the connection is closed, and the answer says so', async () => {
    const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';
    for (const request of asked)
      for (const more of [last, last.repeat(3), last.slice(0, 20), requestText('{ hello }'), preface, '\x82\x00'])
        expect(await exchange(request + more)).toMatch(/^HTTP\/1.1 200 [^]*\r\nconnection: close\r\n/i);
    tried(
      'requests to upgrade to WebSocket or HTTP/2, alone or with more behind them',
      asked.length * 7,
      'answered without upgrading, and the connection is closed',
    );
  });

  test('a tunnel is not made: the connection is closed', async () => {
    const connect = 'CONNECT example.org:80 HTTP/1.1\r\nhost: example.org:80\r\n\r\n';
    for (const more of ['', last]) expect(await exchange(connect + more)).not.toContain('200');
    tried('CONNECT', 2, 'the connection is closed');
  });
});

describe('headers beyond a number', () => {
  const short = (count: number) => Array.from({ length: count }, (_, n) => `x${n}:\r\n`).join('');

  test.each([
    ['a content coding', 'content-encoding: gzip\r\n'],
    ['a second Host', 'host: example.org\r\n'],
    ['the address of the client', 'x-forwarded-for: 203.0.113.1\r\n'],
    ['an origin', 'origin: https://example.org\r\n'],
    ['an upgrade', 'connection: upgrade\r\nupgrade: websocket\r\n'],
  ])('do not hide %s: the request is refused', async (_what, hidden) => {
    for (const count of [200, 250, 1000, 2050]) {
      const heard = await exchange(
        `${head}${short(count)}${hidden}content-length: ${body.length}\r\n\r\n${body}${last}`,
      );
      expect(heard).toMatch(/^HTTP\/1.1 431 /);
      expect(heard).not.toContain('"data"');
    }
  });

  test('up to it all are read', async () => {
    const request = (more: string) => `${head}${short(150)}${more}content-length: ${body.length}\r\n\r\n${body}`;
    expect(await exchange(request('content-encoding: gzip\r\n'), last)).toMatch(/^HTTP\/1.1 415 /);
    expect(await exchange(request(client()), last)).toMatch(/^HTTP\/1.1 200 [^]*;r=990;[^]*"data"/);
    tried('headers behind 200 to 2,050 others', 20, '431, the connection is closed');
  });
});
