/** Reading files that may be anything: a pipe that never ends, a device, a hundred megabytes. */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Failure } from '../src/failure.ts';

/** More than any case file or article needs; what is beyond is a mistake that would cost minutes. */
const mostBytes = 8 * 1024 * 1024;

/**
 * Reads a file of at most `mostBytes`.
 * @param hint what to do where it can't be read, as the end of a sentence.
 * @throws Failure when it is no regular file, can't be read, or is larger.
 */
export async function readBounded(path: string, hint: string): Promise<Uint8Array> {
  try {
    // Without O_NONBLOCK, opening a named pipe waits until someone writes to it.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if (!(await file.stat()).isFile()) throw new Failure(`${path} is no file but a folder, pipe or device: ${hint}`);
    return await readAll(file, path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}): ${hint}`);
  }
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
