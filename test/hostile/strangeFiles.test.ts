/** Case folders with files that are none, or lead elsewhere. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { useFigures } from './figures.ts';
import { useLoads } from './loads.ts';

const tried = useFigures(import.meta.url, 'A file');
const files = useLoads();

const good = 'case: { slug: strange, title: A, summary: B. }\n';
const none = 'is no file but a folder, pipe or device: put a YAML file there, or remove it';

let elsewhere: string;
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'casebook-elsewhere-'));
  writeFileSync(join(elsewhere, 'secret.yaml'), 'secret: the password of someone else\n');
});
afterAll(() => rmSync(elsewhere, { recursive: true }));

describe('in the place of a file', () => {
  const wrong: [what: string, put: (path: string) => void, message: string][] = [
    ['a folder', (path) => mkdirSync(path), none],
    ['a pipe to which nobody writes', (path) => execFileSync('mkfifo', [path]), none],
    ['a link to a file outside', (path) => symlinkSync(join(elsewhere, 'secret.yaml'), path), outside()],
    [
      'a link to a file outside, by ..',
      (path) => symlinkSync(join('..', basename(elsewhere), 'secret.yaml'), path),
      outside(),
    ],
    ['a link to a device without end', (path) => symlinkSync('/dev/zero', path), outside()],
    ['a link to what the system tells', (path) => symlinkSync('/proc/self/environ', path), outside()],
    ['a link to a folder', (path) => symlinkSync(elsewhere, path), outside()],
    ['a link to nothing', (path) => symlinkSync('nothing', path), unreadable('ENOENT')],
    ['a link to itself', (path) => symlinkSync('b.yaml', path), unreadable('ELOOP')],
  ];
  test.each(wrong)('%s is refused', async (_, put, message) => {
    put(join(files.folder, 'b.yaml'));
    expect(await files.refusalOf({ 'a.yaml': good })).toEqual([`b.yaml ${message}`]);
  });

  test('a socket is refused', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(files.folder, 'b.yaml'), resolve));
    try {
      expect(await files.refusalOf({ 'a.yaml': good })).toEqual([
        `b.yaml ${unreadable('ENXIO').replace('correct or remove it', 'put a YAML file there, or remove it')}`,
      ]);
    } finally {
      server.close();
    }
  });
  afterAll(
    () =>
      void tried(
        'Folders, pipes, sockets, devices and links in the place of a case file',
        wrong.length + 1,
        'Refused with the path; nothing of what a link leads to is told, and no wait',
      ),
  );

  test('a file or folder that its user may not read is refused', async () => {
    writeFileSync(join(files.folder, 'b.yaml'), good, { mode: 0 });
    chmodSync(files.folder, 0o755);
    expect(await unprivileged(() => files.refusalOf({}))).toEqual([
      'b.yaml cannot be read (EACCES): put a YAML file there, or remove it',
    ]);
    chmodSync(files.folder, 0o311);
    expect(await unprivileged(() => files.refusalOf({}))).toEqual([' cannot be read as a case folder (EACCES)']);
    chmodSync(files.folder, 0o755);
  });

  test('a link to a file of the folder is read', async () => {
    writeFileSync(join(files.folder, '.case'), good);
    symlinkSync('.case', join(files.folder, 'a.yaml'));
    expect(await files.loadedRow({}, 'strange', 'select title from "Case"')).toEqual({ title: 'A' });
  });
});

/** Root may read everything. */
async function unprivileged<T>(run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run();
  process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

function outside(): string {
  return 'is a link that leads out of the folder: put the file itself there';
}

function unreadable(code: string): string {
  return `cannot be read (${code}): correct or remove it`;
}
