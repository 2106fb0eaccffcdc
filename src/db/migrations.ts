/** The migrations of the project, and those that a database has: the table is Prisma's, so that its engine agrees. */
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { sha256 } from '../domain/text.ts';
import { Failure } from '../failure.ts';
import { oneLine } from './client.ts';

export interface Migration {
  name: string;
  sql: string;
  /** As Prisma computes it: SHA-256 of the file, in hexadecimal. */
  checksum: string;
  /** That of the same file with the line ends of Windows, from where Prisma or an older version may have applied it. */
  windowsChecksum: string;
}

/** The migrations below `folder`, in their order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      // What git or a zip program makes of line ends is no change of a migration.
      const sql = (await readFile(join(folder, name, 'migration.sql'), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: sha256(sql), windowsChecksum: sha256(sql.replaceAll('\n', '\r\n')) };
    }),
  );
}

/**
 * The first migration that the database lacks; undefined when it lacks none.
 * @throws Failure when the database has one that is not in `migrations`, or has another content, or is half done.
 */
export async function firstMissing(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<Migration | undefined> {
  const applied = await appliedMigrations(client);
  for (const { name, checksum, finished } of applied) {
    const ours = migrations.find((migration) => migration.name === name);
    if (ours === undefined)
      throw new Failure(
        `the database has migration ${name}, which this version does not know: update Casebook, or name another database`,
      );
    if (!finished)
      throw new Failure(
        `migration ${name} was left unfinished by prisma migrate: repair it (npx --prefix prisma/cli prisma migrate resolve), or name another database`,
      );
    if (ours.checksum !== checksum && ours.windowsChecksum !== checksum)
      throw new Failure(
        `prisma/migrations/${name}/migration.sql was changed after it was applied: restore the file (git checkout), or name another database`,
      );
  }
  return migrations.find(({ name }) => !applied.some((done) => done.name === name));
}

async function appliedMigrations(client: pg.Client) {
  const { rows: tables } = await client.query(`select from pg_class where oid = to_regclass('_prisma_migrations')`);
  if (tables.length === 0) return [];
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at`,
  );
  return rows;
}

/**
 * Applies one migration in the transaction that is open, and records it.
 * @throws Failure when its SQL fails.
 */
export async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(
      `create table if not exists _prisma_migrations (id varchar(36) primary key not null, checksum varchar(64) not null,
         finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
         started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`,
    );
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
  } catch (error) {
    throw explain(error, name);
  }
}

function explain(error: unknown, name: string): Failure {
  const { code, message } = error as Error & { code?: string };
  const advice: Record<string, string> = {
    '42501': 'let the owner of the database run it, or grant the rights',
    '53100': 'free some space on the disk of the server',
    '55P03': 'another session holds a lock: end it, and start again',
  };
  const what = advice[code ?? ''] ?? 'nothing of it was kept';
  return new Failure(`migration ${name} failed (${oneLine(message)}): ${what}`, { cause: error });
}
