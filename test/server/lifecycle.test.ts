import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { lookup } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';
import { Failure } from '../../src/failure.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { type Line, openLine, requestText } from '../hostile/sending.ts';
import { ask, startTestServer } from './testServer.ts';

/** A schema whose field waits for the milliseconds it is given. */
function createWaiting() {
  const schema = buildSchema('type Query { wait(ms: Int!): String }');
  const field = schema.getQueryType()?.getFields()['wait'];
  if (field)
    field.resolve = async (_source, { ms }) => {
      await setTimeout(ms, undefined, { ref: false });
      return 'done';
    };
  return schema;
}
const addresses = (await lookup('localhost', { all: true })).map(({ address }) => address);

describe('a server that closes', () => {
  test.each(addresses)('lets the operations under way on %s finish', async (address) => {
    const server = await startTestServer({ schema: createWaiting() });
    const host = address.includes(':') ? `[${address}]` : address;
    const answer = ask(`http://${host}:${server.port}/graphql`, '{ wait(ms: 600) }');
    await setTimeout(200);
    const start = performance.now();
    await server[Symbol.asyncDispose]();
    // The client keeps its connection for a next request, which is not waited for.
    expect(performance.now() - start).toBeLessThan(5000);
    expect((await answer).data).toEqual({ wait: 'done' });
    await expect(fetch(server.url)).rejects.toThrow();
  });

  test('breaks off what takes longer than it waits', async () => {
    const server = await startTestServer({ schema: createWaiting(), drainTimeout: 300 });
    const answer = ask(server.url, '{ wait(ms: 3000) }').catch(() => 'broken off');
    await setTimeout(100);
    const start = performance.now();
    await server[Symbol.asyncDispose]();
    expect(performance.now() - start).toBeLessThan(2000);
    expect(await answer).toBe('broken off');
  });

  test('answers what comes on an open connection, says that it closes, and is not ready', async () => {
    let finish = (_answer: string) => {};
    const finished = new Promise<string>((resolve) => (finish = resolve));
    const schema = buildSchema('type Query { hello: String last: String }');
    const field = schema.getQueryType()?.getFields()['last'];
    if (field) field.resolve = () => finished;
    const server = await startTestServer({ schema });
    const probe = 'GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n';
    const lines = await Promise.all([1, 2, 3].map(() => openLine(server.url)));
    const [last, operation, ready] = lines as [Line, Line, Line];
    operation.socket.write(requestText('{ hello }'));
    ready.socket.write(probe);
    await Promise.all([operation.hears(/"hello"/), ready.hears(/200 OK[^]*ok\n/)]);
    expect([operation.heard(), ready.heard()].join()).not.toMatch(/connection: close/i);
    last.socket.write(requestText('{ last }'));
    const closed = server[Symbol.asyncDispose]();
    operation.socket.write(requestText('{ hello }'));
    ready.socket.write(probe);
    for (const [line, status] of [
      [operation, 'HTTP/1.1 200 OK'],
      [ready, 'HTTP/1.1 503 Service Unavailable'],
    ] as const) {
      const [, second = ''] = (await line.closed).split(/(?=HTTP\/1\.1 )/);
      expect(second).toContain(status);
      expect(second).toMatch(/^connection: close\r$/im);
    }
    finish('done');
    expect(await last.closed).toContain('"last":"done"');
    await closed;
  });

  test('does not wait for requests that a client sent ahead before it left', async () => {
    const metrics = createMetrics();
    const server = await startTestServer({ schema: createWaiting(), drainTimeout: 300, metrics });
    const line = await openLine(server.url);
    line.socket.write(requestText('{ wait(ms: 0) }') + requestText('{ wait(ms: 60000) }').repeat(3));
    await line.hears(/"done"/);
    line.socket.resetAndDestroy();
    await line.closed;
    const closed = server[Symbol.asyncDispose]().then(() => 'closed');
    expect(await Promise.race([closed, setTimeout(5000, 'waits', { ref: false })])).toBe('closed');
    const requests = await metrics.registry.getSingleMetricAsString('casebook_graphql_requests_total');
    expect(requests).toMatch(/outcome="aborted"\} 3$/m);
  });
});

describe('a server that cannot listen says in one line what to do', () => {
  const schema = createWaiting();
  const failure = (host: string, port: number) =>
    startTestServer({ schema, host, port }).then(
      () => undefined,
      (error: unknown) => error,
    );

  test.each(['localhost', '127.0.0.1'])('a port of %s in use', async (host) => {
    await using other = await startTestServer({ schema });
    const error = await failure(host, other.port);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).message).toMatch(
      `port ${other.port} of ${host} is in use: stop the program that has it, or set PORT`,
    );
  });

  test('a port of only one of the addresses of localhost in use', async () => {
    for (const address of addresses) {
      const other = createServer().listen(0, address);
      await once(other, 'listening');
      const { port } = other.address() as { port: number };
      expect(await failure('localhost', port)).toBeInstanceOf(Failure);
      other.close();
    }
  });

  test('an address that is not of this computer', async () => {
    expect(await failure('192.0.2.1', 0)).toBeInstanceOf(Failure);
    expect(await failure('no-such-host.invalid', 0)).toBeInstanceOf(Failure);
  });
});
