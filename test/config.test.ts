import { describe, expect, test } from '@jest/globals';
import { postgresEnvironment, readConfig } from '../src/config.ts';

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
    [{ HOST: '0.0.0.0', LOOPBACK_ONLY: 'true' }, true],
    [{ LOOPBACK_ONLY: 'false' }, false],
  ])('with %j the server is for this computer only: %s', (env, loopbackOnly) => {
    expect(readConfig(env)).toMatchObject({ loopbackOnly });
  });

  test('READER_DATABASE_URL alone is a mistake', () => {
    expect(() => readConfig({ READER_DATABASE_URL: 'postgresql://host/db' })).toThrow(/without DATABASE_URL/);
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
