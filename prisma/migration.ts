/** `npm run migration -- <name>`: writes the migration that brings the tables to what schema.prisma says. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { parseCommandLine, runProgram } from '../seed/program.ts';
import { projectFolder } from '../src/config.ts';
import { migrate } from '../src/db/migrate.ts';
import { createDatabase, dropDatabase, newRunName } from '../test/support/databases.ts';
import { noProgress, openTestServer } from '../test/support/postgres.ts';
import { migrationSql } from './migrationSql.ts';

const folder = join(projectFolder, 'prisma', 'migrations');

const program = new Command('npm run migration --')
  .description(
    'Writes prisma/migrations/<time>_<name>/migration.sql: what schema.prisma has and the migrations do not make, with the grants, DEFERRABLE\n' +
      'keys and CHECKs that every table needs. It uses a throw-away PostgreSQL (or a new database on the server of DATABASE_URL).\n' +
      'Read what it writes, add what only you know (a CHECK on values, an UPDATE of existing rows), then run npm run generate.',
  )
  .argument('<name>', 'what it does, as in add_award', (name) => {
    if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name))
      throw new InvalidArgumentError('Expected lower-case words joined by underscores, as in add_award.');
    return name;
  });

/** Calls `work` with the URL of a database that all migrations have been applied to. */
async function withMigrated<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  await using server = await openTestServer(noProgress);
  const run = { ...server, name: newRunName(), reader: { user: '', password: '' } };
  const url = await createDatabase(run, 'nothing');
  try {
    await migrate(url, { progress: noProgress });
    return await work(url);
  } finally {
    await dropDatabase(run, url);
  }
}

/** The time as migrations are named by it, after that of the last migration: they are applied in the order of their names. */
async function timestamp(): Promise<string> {
  const times = (await readdir(folder)).map((name) => Number(/^\d{14}(?=_)/.exec(name)?.[0] ?? 0));
  const now = Number(new Date().toISOString().replace(/\D/g, '').slice(0, 14));
  return String(Math.max(now, Math.max(...times) + 1));
}

await runProgram(async () => {
  parseCommandLine(program);
  const { sql, remarks } = await withMigrated(migrationSql);
  if (sql === '') {
    console.log('Nothing to do: the migrations already make what schema.prisma says.');
    return;
  }
  const migration = `${await timestamp()}_${program.args[0] ?? ''}`;
  await mkdir(join(folder, migration));
  await writeFile(join(folder, migration, 'migration.sql'), sql);
  console.log(`Wrote prisma/migrations/${migration}/migration.sql: read it, and add to it what only you know.`);
  for (const remark of remarks) console.log(`  ${remark}`);
});
