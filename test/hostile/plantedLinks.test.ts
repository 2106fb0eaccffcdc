/** Links that another user of the data folder put in the way: where root starts the server, that user is not root. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '../../src/db/client.ts';
import { startEmbedded } from '../../src/db/embedded/server.ts';
import { noProgress } from '../support/postgres.ts';
import { useFigures } from './figures.ts';

const tried = useFigures(import.meta.url, 'Supply chain');

let folder: string;
let data: string;
let victim: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-links-'));
  data = join(folder, 'data');
  victim = join(folder, 'victim');
  mkdirSync(data, { mode: 0o777 });
  writeFileSync(victim, 'what the other user may not read\n', { mode: 0o600 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const isUntouched = () => {
  expect(readFileSync(victim, 'utf8')).toBe('what the other user may not read\n');
  expect(statSync(victim)).toMatchObject({ mode: 0o100600, uid: process.getuid?.() });
};

test('links in the place of the files that a start writes are not followed', async () => {
  const planted = [`pgpass.new-${process.pid}`, 'pgpass', `postgres-18.new-${process.pid}.password`];
  for (const name of planted) symlinkSync(victim, join(data, name));
  await using server = await startEmbedded(data, { progress: noProgress });
  const { rows } = await withClient(server.url, (client) => client.query('select 1 as one'));
  expect(rows).toEqual([{ one: 1 }]);
  isUntouched();
  expect(lstatSync(join(data, 'pgpass')).isFile()).toBe(true);
  tried('links planted where a start writes its passwords', planted.length, 'replaced, never followed');
});

test('a link in the place of the password is not read into pgpass', async () => {
  const password = join(data, 'postgres-18', 'password');
  const pgpass = readFileSync(join(data, 'pgpass'), 'utf8');
  rmSync(password);
  symlinkSync(victim, password);
  await expect(startEmbedded(data, { progress: noProgress })).rejects.toThrow(
    /password is not the password that was made: move .* away/,
  );
  expect(readFileSync(join(data, 'pgpass'), 'utf8')).toBe(pgpass);
  expect(existsSync(join(data, 'postgres-18', 'postmaster.pid'))).toBe(false);
  isUntouched();
  tried('links planted in the place of a password', 1, 'refused in one line; nothing is passed on');
});
