/** What identifies the state of a case's files. */
import { createHash } from 'node:crypto';
import { sha256 } from '../../domain/text.ts';

/** Raised whenever the loader makes other rows of the same files, so that every case is loaded again. */
const loaderFormat = 3;

/**
 * Returns the sha256 over the names and contents of the files, whatever their order, and the loader's format. The line ends of
 * Windows count as those of others: git and zip programs exchange them, and YAML does not tell them apart.
 */
export function revisionOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256').update(JSON.stringify(['format', loaderFormat]));
  for (const name of [...files.keys()].sort())
    hash.update(JSON.stringify([name, sha256(withLineFeeds(files.get(name) ?? new Uint8Array()))]));
  return hash.digest('hex');
}

function withLineFeeds(content: Uint8Array): Uint8Array | string {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  return bytes.includes('\r\n') ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : content;
}
