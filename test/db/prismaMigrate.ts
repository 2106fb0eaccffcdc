// What Prisma's own engine says of a database, as `prisma migrate status` and `deploy` would: printed as JSON. A program of its own,
// since the engine, which is WebAssembly, does not stand the globals that jest puts in place of Node's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaEngine } from '../../prisma/schemaEngine.ts';
import { projectFolder } from '../../src/config.ts';

const [url = '', command, append = ''] = process.argv.slice(2);
const baseDir = join(projectFolder, 'prisma', 'migrations');
const names = readdirSync(baseDir, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const input = {
  migrationsList: {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => {
      const value = readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') + append;
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  },
  filters: { externalTables: [], externalEnums: [] },
};
const engine = await schemaEngine(url);
const answer =
  command === 'deploy'
    ? await engine.applyMigrations(input)
    : await engine.diagnoseMigrationHistory({ ...input, optInToShadowDatabase: false });
console.log(JSON.stringify(answer));
// The engine keeps its connections open.
process.exit(0);
