/**
 * Gives files to the account that PostgreSQL runs under. For root the folder they stand in is another user's, who may put
 * links in the way: none is followed, and nothing is given away but what was made here.
 */
import { constants } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { type Account } from './account.ts';

/** Writes `text` to the file `path`, which only the account may read; a file that is there already gives way. */
export async function writeSecret(path: string, text: string, { owner }: Account): Promise<void> {
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    if (owner) await file.chown(owner.uid, owner.gid);
  } finally {
    await file.close();
  }
}

/** Gives the folder `path` to the account. */
export async function giveFolder(path: string, { owner }: Account): Promise<void> {
  if (!owner) return;
  const folder = await open(path, constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    await folder.chown(owner.uid, owner.gid);
  } finally {
    await folder.close();
  }
}
