// The socket of the embedded server, in its data folder.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from '../../../src/db/client.ts';
import { readPostmaster } from '../../../src/db/embedded/postmaster.ts';
import { dataFolderIn, startEmbedded } from '../../../src/db/embedded/server.ts';
import { embeddedUrl } from '../../../src/db/embedded/url.ts';
import { noProgress, overTcp } from '../../support/postgres.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'casebook-socket-'));
  chmodSync(root, 0o755);
});
afterEach(() => rmSync(root, { recursive: true }));

/** Bytes of the longest folder whose server has a socket. */
const longest = (process.platform === 'darwin' ? 103 : 107) - '/postgres-18/.s.PGSQL.65535'.length;

function folderOf(length: number, name = ''): string {
  const folder = `${root}/${name}`.padEnd(length, 'x');
  mkdirSync(folder);
  return folder;
}

const start = (folder: string) => startEmbedded(folder, { progress: noProgress, settings: ['fsync=off'] });
const sockets = (folder: string) => readdirSync(dataFolderIn(folder)).filter((name) => name.startsWith('.s.PGSQL'));

/** @returns where the server sees a client of `url` come from: null for a socket */
const addressOf = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ address: string | null }>('select host(inet_client_addr()) as address');
    return rows[0]?.address;
  });

const onlyUnix = process.platform === 'win32' ? test.skip : test;

onlyUnix('is used by the programs, is the owner’s alone, and leaves TCP with a password to others', async () => {
  const folder = folderOf(0, 'a "folder", of ours');
  await using server = await start(folder);
  const data = dataFolderIn(folder);
  expect(await addressOf(server.url)).toBeNull();
  expect(await addressOf(overTcp(server.url))).toBe('127.0.0.1');
  expect(statSync(data).mode & 0o777).toBe(0o700);
  const socket = statSync(join(data, `.s.PGSQL.${server.port}`));
  expect(socket.mode & 0o777).toBe(0o700);
  expect(socket.uid).toBe(statSync(data).uid);
  const url = new URL(server.url);
  url.password = 'wrong';
  await expect(withClient(url.href, async () => {})).rejects.toThrow('password authentication failed');
});

onlyUnix('is there as long as its path has room, and else it is TCP', async () => {
  const fits = folderOf(longest);
  await using server = await start(fits);
  expect(await addressOf(server.url)).toBeNull();
  const tooLong = folderOf(longest + 1);
  await using other = await start(tooLong);
  expect(await addressOf(other.url)).toBe('127.0.0.1');
  expect(sockets(tooLong)).toEqual([]);
});

onlyUnix('that a killed server left does not hinder the next start, and is removed', async () => {
  const folder = folderOf(0, 'killed');
  const data = dataFolderIn(folder);
  {
    await using server = await start(folder);
    const { pid = 0 } = (await readPostmaster(data)) ?? {};
    process.kill(pid, 'SIGKILL');
    await server.exited;
    expect(sockets(folder)).toEqual([`.s.PGSQL.${server.port}`, `.s.PGSQL.${server.port}.lock`]);
  }
  // As if its number were now that of another program.
  writeFileSync(join(data, '.s.PGSQL.1.lock'), `${process.pid}\n`);
  await using again = await start(folder);
  expect(sockets(folder)).toEqual([`.s.PGSQL.${again.port}`, `.s.PGSQL.${again.port}.lock`]);
  expect(await addressOf(await embeddedUrl(data, again.port))).toBeNull();
});
