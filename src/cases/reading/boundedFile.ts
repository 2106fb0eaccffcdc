/** Reading files that may be anything: a pipe that never ends, a device, a hundred megabytes. */
import { constants, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { Failure } from '../../failure.ts';

/** More than any case file or article needs; what is beyond is a mistake that would cost minutes. */
const mostBytes = 8 * 1024 * 1024;

/**
 * Looks what is at a path, without opening it: that alone can wait for ever, or move a tape.
 * @param hint what to do where it is no file, as the end of a sentence.
 * @throws Failure when it is no regular file, or can't be found.
 */
export async function checkIsFile(path: string, hint: string): Promise<Stats> {
  const stats = await stat(path).catch((error: unknown) => {
    throw unreadable(path, hint, error);
  });
  refuseOther(path, hint, stats);
  return stats;
}

/**
 * Reads a file of at most `mostBytes`.
 * @param hint what to do where it can't be read, as the end of a sentence.
 * @throws Failure when it is no regular file, can't be read, or is larger.
 */
export async function readBounded(path: string, hint: string): Promise<Uint8Array> {
  await checkIsFile(path, hint);
  try {
    // It may be another by now; without O_NONBLOCK, opening a named pipe waits until someone writes to it.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    refuseOther(path, hint, await file.stat());
    return await readAll(file, path);
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(path, hint, error);
  }
}

const unreadable = (path: string, hint: string, error: unknown) =>
  new Failure(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}): ${hint}`);

function refuseOther(path: string, hint: string, stats: Stats): void {
  if (!stats.isFile()) throw new Failure(`${path} is ${kindOf(stats)}, not a file: ${hint}`);
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a named pipe (FIFO)';
  if (stats.isSocket()) return 'a socket';
  return stats.isBlockDevice() ? 'a block device' : 'a character device';
}

/** By what is read, not by what `stat` says: a file can grow, and those of /proc have no size. */
async function readAll(file: FileHandle, path: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of file.createReadStream({ end: mostBytes, autoClose: false })) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  if (bytes > mostBytes) throw new Failure(`${path} has more than ${mostBytes} bytes: divide it`);
  return Buffer.concat(chunks);
}
