/** Case folders with files that are none, or lead elsewhere. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readText } from '../../src/cases/reading/textFile.ts';
import { row } from '../start/conditions.ts';
import { useFigures } from './figures.ts';
import { useLoads } from './loads.ts';

const tried = useFigures(import.meta.url, 'A file');
const files = useLoads();

const good = 'case: { slug: strange, title: A, summary: B. }\n';
const isOther = (kind: string) => `is ${kind}, not a file: put a YAML file there, or remove it`;

let elsewhere: string;
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'casebook-elsewhere-'));
  writeFileSync(join(elsewhere, 'secret.yaml'), 'secret: the password of someone else\n');
});
afterAll(() => rmSync(elsewhere, { recursive: true }));

describe('in the place of a file', () => {
  const wrong: [what: string, put: (path: string) => void, message: string][] = [
    ['a folder', (path) => mkdirSync(path), isOther('a folder')],
    ['a pipe to which nobody writes', (path) => execFileSync('mkfifo', [path]), isOther('a named pipe (FIFO)')],
    [
      'a link to a pipe of the folder',
      (path) => {
        execFileSync('mkfifo', [join(path, '..', '.pipe')]);
        symlinkSync('.pipe', path);
      },
      isOther('a named pipe (FIFO)'),
    ],
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
      expect(await files.refusalOf({ 'a.yaml': good })).toEqual([`b.yaml ${isOther('a socket')}`]);
    } finally {
      server.close();
    }
  });
  const mayMakeDevices =
    spawnSync('sh', ['-c', 'd=$(mktemp -u) && mknod "$d" c 1 5 && rm "$d"'], { stdio: 'ignore' }).status === 0;
  row('a device is refused', mayMakeDevices ? '' : 'needs the right to make devices', async () => {
    for (const [type, kind] of [
      ['c', 'a character device'],
      ['b', 'a block device'],
    ] as const) {
      // Of no driver: to open it fails.
      execFileSync('mknod', [join(files.folder, 'b.yaml'), type, '240', '0']);
      expect(await files.refusalOf({ 'a.yaml': good })).toEqual([`b.yaml ${isOther(kind)}`]);
      rmSync(join(files.folder, 'b.yaml'));
    }
  });

  test('what is no file is told before any other is read', async () => {
    execFileSync('mkfifo', [join(files.folder, 'b.yaml')]);
    // Would be refused itself when it is read.
    expect(await files.refusalOf({ 'a.yaml': 'x'.repeat(9_000_000) })).toEqual([
      `b.yaml ${isOther('a named pipe (FIFO)')}`,
    ]);
  });

  test('so it is in the place of the text of a document', async () => {
    const pipe = join(files.folder, 'text.txt');
    execFileSync('mkfifo', [pipe]);
    await expect(readText(pipe, 'name a text')).rejects.toThrow(
      `${pipe} is a named pipe (FIFO), not a file: name a text`,
    );
    await expect(readText('/dev/zero', 'name a text')).rejects.toThrow('/dev/zero is a character device, not a file');
  });

  test('a file that has another name as well is loaded, and told', async () => {
    const names = ['b.yaml', 'c.yaml', 'd.yaml', 'e.yaml'];
    for (const name of names) {
      writeFileSync(join(elsewhere, name), `# ${name}\n`);
      linkSync(join(elsewhere, name), join(files.folder, name));
    }
    const [first = '', second = '', third = ''] = names.map((name) => join(files.folder, name));
    const told = [expect.stringContaining(`${first}, ${second}, ${third} and 1 more: hard links, `)];
    expect(await files.warningsOf({ 'a.yaml': good }, 'strange')).toEqual([told, told]);
    tried('Hard links in the place of case files', names.length, 'Loaded as they are, and told whenever they are read');
  });

  afterAll(
    () =>
      void tried(
        'Folders, pipes, sockets, devices and links in the place of a case file',
        wrong.length + 4,
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
