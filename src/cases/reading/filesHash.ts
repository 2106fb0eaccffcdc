/** What identifies the state of a case's files. */
import { createHash } from 'node:crypto';
import { sha256 } from '../../domain/text.ts';

/** Raised whenever the loader makes other rows of the same files, so that every case is loaded again. */
const loaderFormat = 1;

/** Returns the sha256 over the names and contents of the files, whatever their order, and the loader's format. */
export function revisionOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256').update(JSON.stringify(['format', loaderFormat]));
  for (const name of [...files.keys()].sort())
    hash.update(JSON.stringify([name, sha256(files.get(name) ?? new Uint8Array())]));
  return hash.digest('hex');
}
