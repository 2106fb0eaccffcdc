// The API as `npm start` starts it is guarded by who reaches it.
import { expect, test } from '@jest/globals';
import { send } from '../hostile/sending.ts';
import { startAnswering, useHarbourFire } from '../answer/answering.ts';

const database = useHarbourFire();

/** What a request is told that asks for another name, and from where it is said to come. */
async function toldTo(env: Record<string, string>, headers: Record<string, string> = {}) {
  await using api = await startAnswering(database.url, env);
  const path = '/graphql?query={__typename}';
  const asked = { 'apollo-require-preflight': 'yes', ...headers };
  const own = await send(api.url, { method: 'GET', path, headers: asked });
  const other = await send(api.url, { method: 'GET', path, headers: { ...asked, host: 'example.org' } });
  return { own: own.status, other: other.status, policy: own.headers['ratelimit-policy'] };
}

const policy = '"points";q=100000;w=10';

test('by default it answers to no other name, and bounds nobody', async () => {
  expect(await toldTo({})).toEqual({ own: 200, other: 421, policy: undefined });
});

test('where other computers reach it, it answers to no name of another site, and bounds each client', async () => {
  expect(await toldTo({ HOST: '0.0.0.0' })).toEqual({ own: 200, other: 421, policy });
});

test('it answers to the names of ALLOWED_HOSTS', async () => {
  for (const HOST of ['localhost', '0.0.0.0'])
    expect(await toldTo({ HOST, ALLOWED_HOSTS: 'Example.org' })).toMatchObject({ own: 200, other: 200 });
});

test('where a proxy reaches it for others, it answers to any name, and bounds each client', async () => {
  const passed = { 'x-forwarded-for': '203.0.113.1' };
  expect(await toldTo({ TRUST_PROXY: 'loopback' }, passed)).toEqual({ own: 200, other: 200, policy });
});

test('a proxy that is trusted names the client, whose budget is another one than that of the next', async () => {
  await using api = await startAnswering(database.url, { TRUST_PROXY: 'loopback' });
  const left = async (client: string) =>
    (await send(api.url, { method: 'DELETE', headers: { 'x-forwarded-for': client } })).headers['ratelimit'];
  for (const client of ['203.0.113.1', '203.0.113.2']) expect(await left(client)).toMatch(/^"points";r=99990;/);
});

test('pages of CORS_ORIGINS may ask and read, and no others', async () => {
  await using api = await startAnswering(database.url, { CORS_ORIGINS: 'https://example.org' });
  const admitted = async (origin: string) =>
    (await send(api.url, { method: 'GET', path: '/livez', headers: { origin } })).headers[
      'access-control-allow-origin'
    ];
  expect(await admitted('https://example.org')).toBe('https://example.org');
  expect(await admitted('http://localhost:3000')).toBeUndefined();
});
