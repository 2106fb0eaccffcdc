/** Ids that are the same wherever and whenever a record is loaded. */
import { createHash } from 'node:crypto';

/** The namespace of Casebook's ids (a random uuid v4, fixed for ever: another would change every id). */
const namespace = Buffer.from('6f2d6e0a4f0b4c0c9f4a5f3a8a0d9c71', 'hex');

/** What tells a record from all others of its type: its slug, or its owner's type and key and what tells siblings apart. */
export type Key = readonly (string | number | null | Key)[];

/** Returns the uuid v5 (RFC 9562, section 5.5) of a type and key; JSON keeps the parts of the key apart. */
export function recordId(type: string, key: Key): string {
  const hash = createHash('sha1')
    .update(namespace)
    .update(JSON.stringify([type, ...key]))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
