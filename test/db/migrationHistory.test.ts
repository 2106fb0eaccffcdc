// Whoever migrates with Prisma's own command finds what Casebook has done, and nothing left to do.
import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../src/config.ts';
import { useDatabase } from '../support/database.ts';

const migrated = useDatabase('tables');
const empty = useDatabase('nothing');

const folder = join(projectFolder, 'prisma', 'migrations');
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** What Prisma's engine says of a database (`status`) or does to it (`deploy`), with `append` at the end of each migration. */
async function prisma(url: string, command: 'status' | 'deploy', append = ''): Promise<unknown> {
  const program = join(projectFolder, 'test', 'db', 'prismaMigrate.ts');
  const args = ['--import', './src/typescript.mjs', program, url, command, append];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: projectFolder });
  return JSON.parse(stdout);
}

test('nothing is left to apply, nothing was edited, nothing has failed', async () => {
  expect(await prisma(migrated.url, 'status')).toEqual({
    hasMigrationsTable: true,
    editedMigrationNames: [],
    failedMigrationNames: [],
    history: null,
  });
  expect(await prisma(migrated.url, 'deploy')).toEqual({ appliedMigrationNames: [] });
});

test('an edited migration is found, and those that a database lacks', async () => {
  expect(await prisma(migrated.url, 'status', '\n-- edited')).toMatchObject({ editedMigrationNames: names });
  expect(await prisma(empty.url, 'status')).toMatchObject({
    hasMigrationsTable: false,
    history: { diagnostic: 'databaseIsBehind', unappliedMigrationNames: names },
  });
});
