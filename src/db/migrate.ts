/** Applies prisma/migrations over pg: what `prisma migrate deploy` does, without its download. Either may do the next. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { projectFolder } from '../config.ts';
import { Failure } from '../failure.ts';
import { type Progress } from '../progress.ts';
import { holderOf } from './advisory.ts';
import { checkDatabase } from './checkDatabase.ts';
import { withClient } from './client.ts';
import { apply, firstMissing, type Migration, readMigrations } from './migrations.ts';
import { checkMayCreateReader } from './reader.ts';
import { revisionChannel } from './revision.ts';

/** The key of the advisory lock that Prisma's own engine takes. */
const lockKey = 72_707_369;

/** The SQLSTATE of RAISE WARNING in a migration; PostgreSQL's own warnings have others. */
const raisedWarning = '01000';

/** Milliseconds between two tries to get the lock. */
const pause = 500;

/** What was answered may be answered otherwise now, by a changed function or column: no server keeps it (docs/answers.md). */
const forgetAnswers = `do $$ begin
  if to_regclass('"Revision"') is null then return; end if;
  update "Revision" set number = number + 1, id = gen_random_uuid();
  notify ${revisionChannel};
end $$`;

export interface MigrateOptions {
  progress: Progress;
  /** Where the migrations are; a test may have its own. */
  folder?: string;
  /** How long to wait for another process that is migrating the same database, in milliseconds. */
  patience?: number;
  /** Is told what a migration had to take away from the data. */
  warn?: (message: string) => void;
}

/**
 * Brings the database at `url` up to date, one transaction per migration.
 * @returns the names of the migrations that it applied.
 * @throws Failure when the database will not do, rights are missing, it has other migrations, or one fails.
 */
export async function migrate(
  url: string,
  { progress, folder, patience = 60_000, warn = () => {} }: MigrateOptions,
): Promise<string[]> {
  const migrations = await readMigrations(folder ?? join(projectFolder, 'prisma', 'migrations'));
  return withClient(url, async (client) => {
    await checkDatabase(client);
    client.on('notice', ({ code, message = '' }) => {
      if (code === raisedWarning) warn(message);
    });
    const applied: string[] = [];
    for (let waited = 0; ;) {
      const step = await applyNext(client, migrations, progress);
      if (step === 'up to date') return applied;
      if (step === 'locked') {
        if (waited >= patience) throw await stillLocked(client, patience);
        progress.update('Waiting for another process that is migrating this database …');
        await sleep(pause);
        waited += pause;
      } else applied.push(step.applied);
    }
  });
}

/**
 * Applies the first missing migration. The lock is the transaction's: a lock of the session would survive behind a
 * connection pooler. So the state is read anew under the lock each time.
 */
async function applyNext(
  client: pg.Client,
  migrations: readonly Migration[],
  progress: Progress,
): Promise<{ applied: string } | 'locked' | 'up to date'> {
  await client.query(`begin; set local statement_timeout = 0; set local lock_timeout = '30s'`);
  try {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock($1) as taken', [lockKey]);
    if (!rows[0]?.taken) return 'locked';
    const next = await firstMissing(client, migrations);
    if (next === undefined) return 'up to date';
    progress.update('Migrating the database …', next.name);
    await checkMayCreateReader(client);
    await apply(client, next);
    await client.query(forgetAnswers);
    await client.query('commit');
    return { applied: next.name };
  } catch (error) {
    // Those who read the tables have locks as well, in another order: none of this was kept, and it is tried again.
    if (isDeadlock(error)) return 'locked';
    throw error;
  } finally {
    // Ends the transaction where it was not committed; without one it is only a warning.
    await client.query('rollback').catch(() => {});
  }
}

const isDeadlock = (error: unknown) => ((error as Error).cause as { code?: string } | undefined)?.code === '40P01';

async function stillLocked(client: pg.Client, patience: number): Promise<Failure> {
  const holder = await holderOf(client, lockKey);
  return new Failure(
    `another process (PostgreSQL backend ${holder ?? 'unknown'}) has been migrating this database for ${patience / 1000} s: wait for it or end it, and start again`,
  );
}
