import { delimiter, join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { postgresEnvironment, projectFolder, readConfig } from '../src/config.ts';

describe('the environment', () => {
  test('may be empty: everything has a default', () => {
    expect(readConfig({})).toMatchObject({ port: 4000, host: 'localhost', databaseUrl: undefined, logLevel: 'info' });
  });

  test('an empty variable counts as unset', () => {
    expect(readConfig({ PORT: '', HOST: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  test('names every wrong variable in one line that says what would be right', () => {
    const read = () => readConfig({ PORT: 'x', LOG_LEVEL: 'loud' });
    expect(read).toThrow(
      'PORT must be a whole number from 0 to 65535; LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
    );
  });

  test.each(['-1', '65536', '4e3', '0x10', ' 1', '1.5', '99999999999'])('%j is no port', (port) => {
    expect(() => readConfig({ PORT: port })).toThrow(/^PORT must be/);
  });

  test.each([
    ['PORT', 0, 65_535],
    ['POOL_SIZE', 1, 1000],
    ['STATEMENT_TIMEOUT', 1, 600_000],
    ['MAX_DEPTH', 1, 100],
    // With one more PostgreSQL's protocol would have no number for a parameter.
    ['MAX_COST', 1, 32_766],
    ['ANSWER_CACHE_MB', 0, 65_536],
    ['RATE_LIMIT_POINTS', 0, 999_999_999],
    ['RATE_LIMIT_SECONDS', 1, 86_400],
  ])('%s may be from %d to %d', (name, least, most) => {
    for (const value of [least, most]) readConfig({ [name]: String(value) });
    for (const value of [least - 1, most + 1])
      expect(() => readConfig({ [name]: String(value) })).toThrow(
        `${name} must be a whole number from ${least} to ${most}`,
      );
  });

  test('a wrong DATABASE_URL is not repeated: it may hold a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret@host/db' })).toThrow(
      expect.objectContaining({ name: 'Failure', message: expect.not.stringContaining('secret') }),
    );
  });

  test.each([
    [{}, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ TRUST_PROXY: 'loopback' }, false],
  ])('with %j the server is for this computer only: %s', (env, loopbackOnly) => {
    expect(readConfig(env)).toMatchObject({ loopbackOnly });
  });

  test('READER_DATABASE_URL alone is a mistake', () => {
    expect(() => readConfig({ READER_DATABASE_URL: 'postgresql://host/db' })).toThrow(/without DATABASE_URL/);
  });
});

describe('a list', () => {
  test('of folders is separated as in PATH, relative to the project, and begins with no ~', () => {
    const given = ['/home/me/my cases, old', 'own', ''].join(delimiter);
    expect(readConfig({ CASES_FOLDER: given }).casesFolders).toEqual([
      resolve('/home/me/my cases, old'),
      join(projectFolder, 'own'),
    ]);
    expect(() => readConfig({ CASES_FOLDER: ['/a', '~/cases'].join(delimiter) })).toThrow(
      /^CASES_FOLDER begins with ~: write the whole path in its place$/,
    );
  });

  test.each([
    'example.org',
    'https://example.org/',
    'https://example.org/path',
    'https://example.org:443',
    'https://me@example.org',
    'https://example.org,',
    'https://example.org *',
    'HTTPS://example.org',
    'file:///',
    'null',
    'https://*.example.org',
  ])('%j are no CORS_ORIGINS', (origins) => {
    expect(() => readConfig({ CORS_ORIGINS: origins })).toThrow(/^CORS_ORIGINS must be origins such as/);
    expect(() => readConfig({ CORS_ORIGINS: `https://example.net,${origins}` })).toThrow(/^CORS_ORIGINS must be/);
  });

  test.each([
    ['*', ['*']],
    ['https://example.org', ['https://example.org']],
    ['https://example.org, http://[::1]:8080', ['https://example.org', 'http://[::1]:8080']],
  ])('%j are CORS_ORIGINS', (origins, corsOrigins) => {
    expect(readConfig({ CORS_ORIGINS: origins })).toMatchObject({ corsOrigins });
  });

  test.each([
    'example.org',
    'true',
    '*',
    '1',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '::/129',
    'all',
    ',',
  ])('%j is no TRUST_PROXY', (proxies) => {
    expect(() => readConfig({ TRUST_PROXY: proxies })).toThrow(/^TRUST_PROXY must be addresses such as/);
    expect(() => readConfig({ TRUST_PROXY: `10.0.0.1, ${proxies}` })).toThrow(/^TRUST_PROXY must be addresses such as/);
  });

  test.each([
    '0.0.0.0/1, 128.0.0.0/1',
    '10.0.0.0/7',
    '::/1',
    '2001:db8::/15',
    'fc00::/6',
    'fe80::/9',
    '::ffff:0:0/96',
    '::ffff:10.0.0.0/103',
    '::/80',
    '0.0.0.0/0',
    '::/0',
    '::ffff:0:0/1',
  ])('%j is no TRUST_PROXY: clients are in it', (proxies) => {
    expect(() => readConfig({ TRUST_PROXY: `10.0.0.1, ${proxies}` })).toThrow(
      `TRUST_PROXY holds ${proxies}, where clients are too, who could then claim any address: name the address of the proxy`,
    );
  });

  test.each([
    '',
    '*',
    'https://example.org',
    'example.org:443',
    '*.example.org',
    'example.org,',
    'example..org',
    '.',
    '[::1]',
    'a b',
    'münchen.example',
  ])('%j are no ALLOWED_HOSTS', (hosts) => {
    expect(() => readConfig({ ALLOWED_HOSTS: `example.net,${hosts}` })).toThrow(
      /^ALLOWED_HOSTS must be names such as casebook\.example\.org, /,
    );
  });

  test.each([
    ['casebook', ['casebook']],
    ['Casebook.Example.org, .example.net,my_server', ['casebook.example.org', '.example.net', 'my_server']],
    ['192.0.2.1,2001:DB8::1', ['192.0.2.1', '2001:db8::1']],
  ])('%j are ALLOWED_HOSTS', (hosts, allowedHosts) => {
    expect(readConfig({ ALLOWED_HOSTS: hosts })).toMatchObject({ allowedHosts });
  });

  test.each([
    [
      '10.0.0.0/8,fc00::/7,fe80::/10,2001::/16,::1/128',
      ['10.0.0.0/8', 'fc00::/7', 'fe80::/10', '2001::/16', '::1/128'],
    ],
    ['::ffff:10.0.0.0/104', ['::ffff:10.0.0.0/104']],
    ['loopback', ['loopback']],
    ['10.0.0.1,10.1.0.0/16, fd00::/8', ['10.0.0.1', '10.1.0.0/16', 'fd00::/8']],
    ['linklocal, uniquelocal', ['linklocal', 'uniquelocal']],
  ])('%j is a TRUST_PROXY', (proxies, trustProxy) => {
    expect(readConfig({ TRUST_PROXY: proxies })).toMatchObject({ trustProxy });
  });
});

describe('who reaches the server', () => {
  const none = { loopbackOnly: true, rateLimit: undefined };
  const bounded = { loopbackOnly: false, rateLimit: { points: 100_000, seconds: 10 } };

  test.each([{}, { HOST: 'localhost' }, { HOST: '127.0.0.1' }, { HOST: '127.1.2.3' }, { HOST: '::1' }])(
    'with %j only this computer, without a budget',
    (env) => {
      expect(readConfig(env)).toMatchObject(none);
    },
  );

  test.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.0.2.1' },
    { HOST: 'localhost.example.org' },
    { TRUST_PROXY: 'loopback' },
    { HOST: '127.0.0.1', TRUST_PROXY: '10.0.0.1' },
  ])('with %j others, each with a budget', (env) => {
    expect(readConfig(env)).toMatchObject(bounded);
  });

  test('ALLOWED_HOSTS gives nobody a budget', () => {
    expect(readConfig({ ALLOWED_HOSTS: 'example.org' })).toMatchObject({ ...none, allowedHosts: ['example.org'] });
  });

  test('RATE_LIMIT_POINTS has the last word on the budget', () => {
    expect(readConfig({ HOST: '0.0.0.0', RATE_LIMIT_POINTS: '0' }).rateLimit).toBeUndefined();
    const given = { RATE_LIMIT_POINTS: '50', RATE_LIMIT_SECONDS: '3' };
    expect(readConfig(given).rateLimit).toEqual({ points: 50, seconds: 3 });
  });
});

test("PostgreSQL's programs see neither libpq's variables nor the caller's locale", () => {
  const env = postgresEnvironment({
    PATH: '/bin',
    PGDATA: '/x',
    LANG: 'tr_TR',
    LC_TIME: 'de',
    TZ: 'Asia/Tehran',
    NODE_OPTIONS: '-r x',
  });
  expect(env).toEqual({ PATH: '/bin', LC_ALL: 'C', TZ: 'UTC' });
});
