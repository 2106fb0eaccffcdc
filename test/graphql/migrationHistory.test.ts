// Whoever migrates with Prisma's own command finds what Casebook has done, and nothing left to do.
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { schemaEngine } from '../../prisma/schemaEngine.ts';
import { useDatabase } from '../support/database.ts';

const migrated = useDatabase('tables');
const empty = useDatabase('nothing');

const baseDir = join(projectFolder, 'prisma', 'migrations');
const names = readdirSync(baseDir, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const filters = { externalTables: [], externalEnums: [] };

/** The migrations of the project as Prisma's command reads them from disk. */
const migrationsList = (append = '') => ({
  baseDir,
  lockfile: { path: 'migration_lock.toml', content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8') },
  shadowDbInitScript: '',
  migrationDirectories: names.map((path) => ({
    path,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok' as const, value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') + append },
    },
  })),
});

const diagnose = async (url: string, append?: string) =>
  (await schemaEngine(url)).diagnoseMigrationHistory({
    migrationsList: migrationsList(append),
    optInToShadowDatabase: false,
    filters,
  });

test('nothing is left to apply, nothing was edited, nothing has failed', async () => {
  expect(await diagnose(migrated.url)).toMatchObject({
    hasMigrationsTable: true,
    editedMigrationNames: [],
    failedMigrationNames: [],
    history: null,
  });
  const engine = await schemaEngine(migrated.url);
  expect(await engine.applyMigrations({ migrationsList: migrationsList(), filters })).toEqual({ appliedMigrationNames: [] });
});

test('an edited migration is found, and one that is not applied', async () => {
  expect(await diagnose(migrated.url, '\n-- edited')).toMatchObject({ editedMigrationNames: names });
  expect(await diagnose(empty.url)).toMatchObject({
    hasMigrationsTable: false,
    history: { diagnostic: 'databaseIsBehind', unappliedMigrationNames: names },
  });
});

test('in an empty database it applies all of them, and Casebook finds nothing left to apply', async () => {
  const engine = await schemaEngine(empty.url);
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: migrationsList(), filters });
  expect(appliedMigrationNames).toEqual(names);
  const tables = (url: string) =>
    withClient(url, async (client) => {
      const { rows } = await client.query('select tablename from pg_tables where schemaname = current_schema() order by 1');
      return rows;
    });
  expect(await tables(empty.url)).toEqual(await tables(migrated.url));
});
