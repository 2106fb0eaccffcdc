// A request that goes wrong behind others on its connection: its refusal is never taken for the answer to one of them.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { createMetrics } from '../../src/server/metrics.ts';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { openLine, requestText } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello: String held: String }');
const held = schema.getQueryType()?.getFields()['held'];
/** Its answer never comes. */
if (held) held.resolve = () => new Promise(() => {});

const metrics = createMetrics();
const timeouts = { headers: 1500, request: 2000, interval: 50 };
const server = useServer(() => ({ schema, metrics, timeouts, drainTimeout: 100 }));

const head = (type = 'application/json') =>
  `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`;

const broken: readonly (readonly [string, string])[] = [
  ['a chunk whose length is none', `${head()}zz\r\n`],
  ['chunk extensions without end', `${head()}1;${'a'.repeat(40_000)}\r\n`],
  ['a body that does not come', head()],
  ['a request that stops in its headers', 'POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-a'],
  ['no request', 'garbage\r\n\r\n'],
];

test.each(broken)('%s, while the request before is answered', async (_what, bytes) => {
  const line = await openLine(server.url);
  line.socket.write(requestText('{ held }') + bytes);
  expect(await line.closed).toBe('');
});

test.each(broken)('%s, after the request before was answered', async (_what, bytes) => {
  const line = await openLine(server.url);
  line.socket.write(requestText('{ hello }'));
  await line.hears(/"hello":null/);
  line.socket.write(bytes);
  expect((await line.closed).match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', expect.stringMatching(/ 4\d\d$/)]);
});

test('a body that breaks after its request was refused has no second answer', async () => {
  const line = await openLine(server.url);
  line.socket.write(`${head('text/plain')}1\r\na\r\n`);
  await line.hears(/"code":"BAD_REQUEST"/);
  line.socket.write('zz\r\n');
  expect((await line.closed).match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 415']);
});

test('all of them', () => {
  tried(
    'requests that break behind one whose answer is still to come',
    broken.length,
    'the connection is closed with nothing that would be taken for that answer',
  );
});
