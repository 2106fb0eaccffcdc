/** Ids that are the same wherever and whenever a record is loaded. */
import { hash } from 'node:crypto';

/** The namespace of Casebook's ids (a random uuid v4, fixed for ever: another would change every id). */
const namespace = Buffer.from('6f2d6e0a4f0b4c0c9f4a5f3a8a0d9c71', 'hex');

/** What tells a record from all others of its type: its slug, or its owner's type and key and what tells siblings apart. */
export type Key = readonly (string | number | null | Key)[];

/** Returns the uuid v5 (RFC 9562, section 5.5) of a type and key; JSON keeps the parts of the key apart. */
export function recordId(type: string, key: Key): string {
  const digits = hash('sha1', Buffer.concat([namespace, Buffer.from(JSON.stringify([type, ...key]))]));
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `5${digits.slice(13, 16)}`, variant + digits.slice(17, 20)];
  return `${parts.join('-')}-${digits.slice(20, 32)}`;
}
