/** The text of a document, from a file of the user. */
import { Failure } from '../../failure.ts';
import { readBounded } from './boundedFile.ts';

/**
 * Reads a text unchanged, a byte order mark included: the offsets of passages count it.
 * @param hint what to do where it can't be read, as the end of a sentence.
 * @throws Failure when the file can't be read or is no text that PostgreSQL can store.
 */
export async function readText(file: string, hint: string): Promise<{ bytes: Uint8Array; text: string }> {
  const bytes = await readBounded(file, hint);
  const text = decode(file, bytes);
  if (text.includes('\0')) throw new Failure(`${file} contains a NUL character, so it is not UTF-8 text: ${hint}`);
  return { bytes, text };
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Failure(`${file} is not UTF-8: save it as UTF-8, unchanged otherwise`);
  }
}
