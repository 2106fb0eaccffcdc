// DNS rebinding: a page's own name leads to this server, and its browser takes the answers for the page's own.
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { hostname } from 'node:os';
import { createMetrics } from '../../src/server/metrics.ts';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { json, openLine, send } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello: String }');
const metrics = createMetrics();
const local = useServer(() => ({ schema, metrics }));
const open = useServer(() => ({ schema, host: '127.0.0.1', loopbackOnly: false }));
const named = useServer(() => ({ schema, allowedHosts: ['casebook.example.org', '.example.net'] }));
const behindProxy = { schema, loopbackOnly: false, trustProxy: ['loopback'] };
const passing = useServer(() => behindProxy);
const naming = useServer(() => ({ ...behindProxy, allowedHosts: ['casebook.example.org'] }));

const paths = ['/graphql?query={hello}', '/metrics', '/readyz', '/livez', '/', '/elsewhere', '/graphql%zz'];
const foreign = [
  'example.org',
  'example.org:4000',
  'localhost.example.org',
  'example.localhost.org',
  'notlocalhost',
  '127.0.0.1.example.org',
  '127.1',
  '2130706433',
  'example.org.',
  `${hostname()}.example.org`,
];
const addresses = ['192.0.2.1', '192.0.2.1:80', '[2001:db8::1]:4000'];
const invalid = [
  '',
  ':4000',
  'localhost@example.org',
  'example.org@localhost',
  'localhost:4000:80',
  '[::1',
  '::1',
  'no name at all',
  '%zz',
  'http://localhost',
  'localhost, example.org',
  'localhost/',
];
const loopback = [
  'localhost',
  'LOCALHOST:4000',
  'localhost.',
  'a.b.localhost',
  '127.0.0.1',
  '127.0.0.1:1',
  '[::1]:65535',
];
const [computer] = hostname().split('.');
const ownNames = [hostname(), `${hostname().toUpperCase()}:4000`, `${computer}.local`];

const get = (url: string, path: string, host: string, more: Record<string, string> = {}) =>
  send(url, { method: 'GET', path, headers: { host, 'apollo-require-preflight': 'yes', ...more } });
const hello = '/graphql?query={hello}';

/** @returns the status of the answer to a request that is sent as it is given */
async function statusOf(url: string, lines: readonly string[]): Promise<number> {
  const line = await openLine(url);
  line.socket.write([...lines, 'apollo-require-preflight: yes', 'connection: close', '', ''].join('\r\n'));
  return Number(/^HTTP\/1.1 (\d+)/.exec(await line.closed)?.[1]);
}

describe('by default a name of another site is refused, on every address', () => {
  test.each([
    ['only this computer reaches', local, [...foreign, ...addresses, `${computer}.local`], /ALLOWED_HOSTS.* set HOST$/],
    ['others reach', open, foreign, /name it in ALLOWED_HOSTS$/],
  ] as const)('of a server that %s', async (who, server, names, advice) => {
    for (const path of paths)
      for (const host of names) {
        const { status, body } = await get(server.url, path, host);
        const expected = path === '/graphql%zz' ? 400 : 421;
        expect({ path, host, status }).toEqual({ path, host, status: expected });
        if (expected === 421)
          expect(JSON.parse(body).errors).toEqual([
            { message: expect.stringMatching(advice), extensions: { code: 'MISDIRECTED_REQUEST' } },
          ]);
      }
    const asked = await send(server.url, { headers: { ...json, host: 'example.org' }, body: '{"query":"{ hello }"}' });
    expect(asked.status).toBe(421);
    const preflight = { host: 'example.org', origin: 'http://localhost:1', 'access-control-request-method': 'POST' };
    expect((await send(server.url, { method: 'OPTIONS', headers: preflight })).status).toBe(421);
    const all = paths.length * names.length + 2;
    tried(
      `names of other sites that lead here (DNS rebinding), to a server that ${who}`,
      all,
      'refused, on every address',
    );
  });

  test('and is counted', async () => {
    const rejected = await metrics.registry.getSingleMetricAsString('casebook_graphql_rejected_total');
    expect(rejected).toMatch(/\{reason="MISDIRECTED_REQUEST"\} \d\d/);
  });
});

test('loopback names are answered, on any port', async () => {
  for (const server of [local, open, named])
    for (const host of loopback) expect([host, (await get(server.url, hello, host)).status]).toEqual([host, 200]);
  tried('loopback names with any port', 3 * loopback.length, 'answered');
});

test('a server that others reach answers to any address, and to the names of its computer', async () => {
  const own = [...addresses, ...ownNames];
  for (const host of own) expect([host, (await get(open.url, hello, host)).status]).toEqual([host, 200]);
  tried('addresses, and the names of the computer, to a server that others reach', own.length, 'answered');
});

test('it answers to the names of ALLOWED_HOSTS, and of those with a dot to all below', async () => {
  const admitted = [
    'casebook.example.org',
    'CASEBOOK.example.org.:443',
    'example.net',
    'a.example.net',
    'a.b.example.net',
  ];
  for (const host of admitted) expect([host, (await get(named.url, hello, host)).status]).toEqual([host, 200]);
  const others = ['example.org', 'a.casebook.example.org', 'notexample.net', 'example.net.example.org'];
  for (const host of others) expect([host, (await get(named.url, hello, host)).status]).toEqual([host, 421]);
  tried('names like those of ALLOWED_HOSTS', others.length, '421');
});

test('what is not the name of a host is refused, whoever is asked', async () => {
  for (const server of [local, open, passing])
    for (const host of invalid) {
      const lines = ['GET /graphql?query={hello} HTTP/1.1', `host: ${host}`];
      expect([host, await statusOf(server.url, lines)]).toEqual([host, 400]);
    }
  tried('Host headers that hold no host', 3 * invalid.length, '400');
});

test('a request without a Host, or with two, is refused', async () => {
  const first = 'GET /graphql?query={hello} HTTP/1.1';
  expect(await statusOf(open.url, [first])).toBe(400);
  for (const second of ['localhost', 'example.org'])
    for (const hosts of [
      ['host: localhost', `Host: ${second}`],
      [`host: ${second}`, 'x: y', 'HOST: localhost'],
    ])
      expect(await statusOf(open.url, [first, ...hosts])).toBe(400);
  tried('requests with two Host headers', 4, '400');
});

test('HTTP/1.0 knows no Host, and no browser speaks it', async () => {
  expect(await statusOf(local.url, ['GET /graphql?query={hello} HTTP/1.0'])).toBe(200);
});

test('a host in the target counts, whatever Host says', async () => {
  const ask = (target: string, host: string) => statusOf(local.url, [`GET ${target} HTTP/1.1`, `host: ${host}`]);
  expect(await ask('http://localhost:1/graphql?query={hello}', 'localhost')).toBe(200);
  const foreignTargets = ['http://example.org', 'HTTPS://example.org:80', 'http://localhost.example.org'];
  for (const target of foreignTargets) expect(await ask(`${target}/graphql?query={hello}`, 'localhost')).toBe(421);
  expect(await ask('http://example.org?query={hello}', 'localhost')).toBe(421);
  expect(await ask('http://localhost/graphql?query={hello}', 'example.org')).toBe(421);
  const invalidTargets = ['http://me@localhost', 'http://', 'ftp://localhost', 'http://[::1'];
  for (const target of invalidTargets) expect(await ask(`${target}/graphql?query={hello}`, 'localhost')).toBe(400);
  tried('other hosts in the target of a request', foreignTargets.length + 2 + invalidTargets.length, '421, or 400');
});

describe('behind a proxy that is trusted', () => {
  const client = { 'x-forwarded-for': '203.0.113.1' };

  test('any name is answered that it passes on, and what reaches the server past it is checked', async () => {
    const passed = { ...client, 'x-forwarded-host': 'www.example.org' };
    expect((await get(passing.url, hello, 'casebook.example.org', client)).status).toBe(200);
    expect((await get(passing.url, hello, 'upstream', passed)).status).toBe(200);
    expect((await get(passing.url, hello, 'example.org')).status).toBe(421);
    expect((await get(passing.url, hello, '127.0.0.1')).status).toBe(200);
    tried('names of other sites, sent past the proxy that is trusted', 1, '421');
  });

  test('where ALLOWED_HOSTS has names, they hold for what it passes on as well', async () => {
    const passed = (host: string) => ({ ...client, 'x-forwarded-host': host });
    expect((await get(naming.url, hello, 'casebook.example.org', client)).status).toBe(200);
    expect((await get(naming.url, hello, 'upstream', passed('casebook.example.org'))).status).toBe(200);
    expect((await get(naming.url, hello, 'example.org', client)).status).toBe(421);
    expect((await get(naming.url, hello, 'casebook.example.org', passed('example.org'))).status).toBe(421);
    tried('names that a proxy passes on and ALLOWED_HOSTS does not have', 2, '421');
  });

  test('nobody else says that a name was passed on', async () => {
    const forged = { ...client, 'x-forwarded-host': 'localhost' };
    expect((await get(open.url, hello, 'example.org', forged)).status).toBe(421);
    tried('forged X-Forwarded-Host headers', 1, '421');
  });
});
