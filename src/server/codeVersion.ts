import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../config.ts';

/** @returns the paths of all files in a folder of the project */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(projectFolder, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/**
 * Identifies the program and the libraries that make answers, the same on every computer that has the same files: two
 * versions may answer one operation differently from the same data. Where the files cannot be read, no two are the same.
 */
export async function codeVersion(): Promise<string> {
  try {
    const files = (await Promise.all(['src', 'prisma/migrations'].map(filesIn))).flat();
    const hash = createHash('sha256');
    for (const file of [join(projectFolder, 'package-lock.json'), ...files.sort()]) hash.update(await readFile(file));
    return hash.digest('base64url');
  } catch {
    return randomUUID();
  }
}
