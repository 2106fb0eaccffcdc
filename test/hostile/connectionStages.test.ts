// A connection at each of its stages, with a client that does not go on; and bytes that are no request.
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { createMetrics } from '../../src/server/metrics.ts';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { type Line, openLine, requestText } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello: String large: String }');
const large = schema.getQueryType()?.getFields()['large'];
if (large) large.resolve = () => 'x'.repeat(30_000_000);

const log: string[] = [];
const logger = pino({ level: 'warn' }, { write: (line) => void log.push(line) });
const metrics = createMetrics();
const timeouts = { headers: 400, request: 800, keepAlive: 300, silence: 1500, interval: 50 };
const server = useServer(() => ({ schema, timeouts, logger, metrics }));

const others = async () => expect((await server.ask('{ hello }')).data).toEqual({ hello: null });
const refusal = (status: number) =>
  new RegExp(
    `^HTTP/1.1 ${status} [\\s\\S]*\\r\\ncontent-type: application/json; charset=utf-8\\r\\n[\\s\\S]*\\r\\n\\r\\n\\{"errors":\\[\\{"message":"[^"]+","extensions":\\{"code":"BAD_REQUEST"\\}\\}\\]\\}$`,
  );

/** Writes a byte every 50 ms until the server has closed the connection. */
async function drip(line: Line, text: string): Promise<void> {
  for (const byte of text) {
    if (line.socket.destroyed) return;
    line.socket.write(byte);
    await setTimeout(50);
  }
  throw new Error('all of it was taken');
}

describe('a client that does not go on is cut off, and others are served meanwhile', () => {
  const stages: readonly (readonly [string, (line: Line) => unknown, RegExp])[] = [
    ['that says nothing', () => undefined, refusal(408)],
    ['that stops in its first line', ({ socket }) => socket.write('POST /gra'), refusal(408)],
    [
      'that stops in its headers',
      ({ socket }) => socket.write('POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-a'),
      refusal(408),
    ],
    [
      'that drips its headers',
      (line) => drip(line, `POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-a: ${'b'.repeat(300)}`),
      refusal(408),
    ],
    [
      'that stops before its body',
      ({ socket }) => socket.write(requestText('{ hello }').split('{')[0] ?? ''),
      refusal(408),
    ],
    ['that stops in its body', ({ socket }) => socket.write(requestText('{ hello }').slice(0, -3)), refusal(408)],
    [
      'that drips its body',
      (line) => {
        const [head, body = ''] = requestText(`{ hello } #${'x'.repeat(300)}`).split(/(?<=\r\n\r\n)/);
        line.socket.write(head ?? '');
        return drip(line, body);
      },
      refusal(408),
    ],
    [
      'that drips chunks',
      (line) => {
        line.socket.write(
          'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
        );
        return drip(line, '1\r\n \r\n'.repeat(60));
      },
      refusal(408),
    ],
    [
      'that asks nothing more',
      ({ socket }) => socket.write(requestText('{ hello }')),
      /^HTTP\/1.1 200 [\s\S]*\{"data":\{"hello":null\}\}\s$/,
    ],
  ];

  test.each(stages)('one %s', async (_what, act, end) => {
    const line = await openLine(server.url);
    const acted = act(line);
    await others();
    expect(await line.closed).toMatch(end);
    await acted;
  });

  test('one that does not read its answer', async () => {
    const line = await openLine(server.url);
    line.socket.pause();
    line.socket.write(requestText('{ large }'));
    const connections = async () =>
      Number(/^casebook_http_connections (\d+)$/m.exec(await metrics.registry.metrics())?.[1]);
    while ((await connections()) === 0) await setTimeout(10);
    await others();
    while ((await connections()) > 0) await setTimeout(50);
    line.socket.destroy();
    tried(
      'stages at which a client stops, or goes on byte by byte',
      stages.length + 1,
      'cut off after the timeout of the stage, others served meanwhile',
    );
  });
});

describe('what is no HTTP request is refused in the form of a GraphQL response', () => {
  const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
  const garbage: readonly (readonly [string, string | Buffer, number])[] = [
    ['a line of words', 'hello there\r\n\r\n', 400],
    ['zeros', Buffer.alloc(100), 400],
    ['a TLS handshake', Buffer.from('16030100c8010000c40303', 'hex'), 400],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['an unknown method', 'STEAL /graphql HTTP/1.1\r\nhost: localhost\r\n\r\n', 400],
    ['a version that is none', 'GET /graphql HTTP/9.9\r\nhost: localhost\r\n\r\n', 400],
    ['headers of 64 kB', `GET /graphql HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(65_536)}\r\n\r\n`, 431],
    ['an address of 64 kB', `GET /graphql?query=${'y'.repeat(65_536)} HTTP/1.1\r\nhost: localhost\r\n\r\n`, 431],
    ['a NUL in a header', 'GET /graphql HTTP/1.1\r\nhost: localhost\r\nx: \0\r\n\r\n', 400],
    ['a length that is none', `${head}content-length: x\r\n\r\n`, 400],
    ['a length below nothing', `${head}content-length: -1\r\n\r\n`, 400],
    ['two lengths', `${head}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`, 400],
    [
      'a length and chunks, to smuggle a request',
      `${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['a chunk whose length is none', `${head}transfer-encoding: chunked\r\n\r\nzz\r\n`, 400],
    ['chunk extensions without end', `${head}transfer-encoding: chunked\r\n\r\n1;${'a'.repeat(40_000)}\r\n`, 413],
  ];

  test.each(garbage)('%s', async (_what, bytes, status) => {
    const line = await openLine(server.url);
    line.socket.write(bytes);
    expect(await line.closed).toMatch(refusal(status));
    await others();
  });

  test('and is counted', async () => {
    const rejected = await metrics.registry.getSingleMetricAsString('casebook_graphql_rejected_total');
    expect(rejected).toContain('reason="BAD_REQUEST"');
    tried('byte sequences that are no HTTP request', garbage.length, 'a 4xx in JSON, and the connection is closed');
  });
});

test('requests in one breath are answered in their order', async () => {
  const line = await openLine(server.url);
  const count = 200;
  line.socket.write(Array.from({ length: count }, (_, n) => requestText(`{ r${n}: hello }`)).join(''));
  await line.hears(new RegExp(`"r${count - 1}":null`));
  const answers = [...line.heard().matchAll(/\{"data":\{"r(\d+)":null\}\}/g)].map(([, n]) => Number(n));
  expect(answers).toEqual(Array.from({ length: count }, (_, n) => n));
  line.socket.destroy();
  tried('pipelined requests on one connection', count, 'answered in their order');
});

test('what follows an answered request and is none is not taken for its answer', async () => {
  const line = await openLine(server.url);
  line.socket.write(`${requestText('{ hello }')}garbage\r\n\r\n`);
  expect(await line.closed).not.toMatch(/^HTTP\/1.1 400/);
  await others();
});

test('clients that go away in the middle of a request disturb nobody, and are no faults', async () => {
  const ends = [requestText('{ hello }').slice(0, 30), requestText('{ hello }').slice(0, -3), requestText('{ hello }')];
  for (let n = 0; n < 30; n += 1) {
    const line = await openLine(server.url);
    line.socket.write(ends[n % ends.length] ?? '');
    if (n % 2) line.socket.resetAndDestroy();
    else line.socket.end();
    await others();
  }
  expect(log).toEqual([]);
  tried('clients that close or reset in the middle of a request', 30, 'others served, no fault logged');
});
