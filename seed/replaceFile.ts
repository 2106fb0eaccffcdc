import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { Failure } from '../src/failure.ts';

/**
 * Writes a file in place of one that is there: whole or not at all.
 * @throws Failure when it can't be written; then nothing was changed.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}.new`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw new Failure(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)}): nothing was changed`,
    );
  }
}
