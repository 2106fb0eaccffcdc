// The network between the server and PostgreSQL loses connections, with and without a word.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { type Proxy, startProxy } from '../support/proxy.ts';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import { away, paths, type Serving, startServing, unasked, whole } from './serving.ts';

const tried = useFigures(import.meta.url, 'A fault');
const database = useDatabase('cases');
const long = 'events(first: 100) { nodes { slug title summary } }';
const query = `{ ${long} }`;

let proxy: Proxy;
let server: Serving;
let byResolvers: Serving;
beforeAll(async () => {
  proxy = await startProxy(database.url);
  server = await startServing(proxy.url, { POOL_SIZE: '4' });
  byResolvers = await startServing(proxy.url, { POOL_SIZE: '4', COMPILER: 'false' });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await byResolvers[Symbol.asyncDispose]();
  await proxy[Symbol.asyncDispose]();
});

describe.each<[string, () => Serving]>([
  ['compiled', () => server],
  ['by the resolvers', () => byResolvers],
])('a result that is cut in the middle (%s)', (_path, asked) => {
  const ask = () => asked().ask(unasked(query));

  test('once is asked for again, on another connection', async () => {
    const { data } = await ask();
    for (let n = 0; n < 5; n += 1) {
      proxy.cuts = 1;
      expect(await ask()).toMatchObject({ status: 200, data });
      expect(proxy.cuts).toBe(0);
    }
    tried('a result cut in the middle, with its connection', 5, 'read again on another one, and answered in full');
  });

  test('each time fails its request, and no other', async () => {
    for (let n = 0; n < 5; n += 1) {
      proxy.cuts = Infinity;
      expect(await ask()).toMatchObject(away);
      proxy.cuts = 0;
      expect((await ask()).status).toBe(200);
    }
    expect(server.isUp()).toBe(true);
    tried('results cut in the middle again and again', 5, 'SERVICE_UNAVAILABLE with status 503; the next is answered');
  });
});

test('connections that the network forgot while all of them were in use a moment ago fail no request', async () => {
  const everyPath = Object.values(paths);
  const several = () => Promise.all([1, 2].flatMap(() => everyPath.map((query) => server.ask(unasked(query)))));
  for (let n = 0; n < 5; n += 1) {
    await several();
    proxy.forget();
    expect(await server.ask(unasked(paths.compiled))).toMatchObject(whole);
    for (const answer of await several()) expect(answer).toMatchObject(whole);
  }
  tried(
    'requests after all connections were forgotten, a reset being the answer to what is sent',
    25,
    'answered in full, over new connections',
  );
});

test('connections that were cut in silence while they were idle fail no request', async () => {
  const everyPath = Object.values(paths);
  const several = () => Promise.all([1, 2].flatMap(() => everyPath.map((query) => server.ask(unasked(query)))));
  for (let n = 0; n < 2; n += 1) {
    await several();
    // Longer than a connection is trusted after its last answer.
    await setTimeout(1500);
    proxy.mute();
    for (const answer of await several()) expect(answer).toMatchObject(whole);
    expect(await server.status('/readyz')).toBe(200);
  }
  tried('requests after all idle connections were cut in silence', 8, 'answered in full, over new connections');
});
