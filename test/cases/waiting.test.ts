import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { writeAlone } from '../../src/cases/storing/transaction.ts';
import { loadCases } from '../../src/cases/storing/load.ts';
import { withClient } from '../../src/db/client.ts';
import { createProgress } from '../../src/progress.ts';
import { useDatabase } from '../support/database.ts';
import { fixtureFolder, silent } from './caseFolders.ts';
import { query } from './rows.ts';

const database = useDatabase('tables');

describe('a load', () => {
  test('tells for whom it waits when another program writes cases for long', async () => {
    const told: string[] = [];
    const progress = createProgress({ write: (text: string | Uint8Array) => told.push(String(text)) > 0 });
    const holder = await withClient(database.url, async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        'select pg_backend_pid() as pid from pg_advisory_lock(72707370)',
      );
      const loading = loadCases(database.url, { folders: [fixtureFolder('harbour-fire')], progress });
      while (!told.some((line) => line.startsWith('Waiting'))) await setTimeout(20);
      await client.query('select pg_advisory_unlock(72707370)');
      expect((await loading).loaded).toMatchObject([{ slugs: ['harbour-fire'] }]);
      return rows[0]?.pid;
    });
    expect(told).toContain(`Waiting for another load (PostgreSQL backend ${holder}) …\n`);
    expect(told.at(-1)).toBe('Loading cases …\n');
  });

  test('is ended by PostgreSQL when its program hangs for long within its transaction', async () => {
    const limit = await withClient(database.url, (client) =>
      writeAlone({ url: database.url, client, what: 'hanging' }, async () => {
        const { rows } = await client.query<{ limit: number }>(
          `select setting::int as limit from pg_settings where name = 'idle_in_transaction_session_timeout'`,
        );
        return { result: rows[0]?.limit, changed: false };
      }),
    );
    expect(limit).toBeGreaterThan(0);
    expect(limit).toBeLessThanOrEqual(600_000);
  });

  test('may take as long as it does, whatever the user of the database may else', async () => {
    const limits = await withClient(database.url, async (client) => {
      await client.query('set statement_timeout = 5000');
      return writeAlone({ url: database.url, client, what: 'loading' }, async () => {
        const { rows } = await client.query(
          `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`,
        );
        return { result: rows, changed: false };
      });
    });
    expect(limits).toEqual([{ statement: '0', lock: '0' }]);
  });

  test('that PostgreSQL has ended says so in one line, and the next one need not wait', async () => {
    const isThere = async (pid: number | undefined) =>
      (await query(database.url, 'select from pg_stat_activity where pid = $1', [pid])).length > 0;
    const hanging = withClient(database.url, (client) =>
      writeAlone({ url: database.url, client, what: 'hanging' }, async () => {
        await client.query('set local idle_in_transaction_session_timeout = 1');
        const { rows } = await client
          .query<{ pid: number }>('select pg_backend_pid() as pid')
          .catch(() => ({ rows: [] }));
        while (await isThere(rows[0]?.pid)) await setTimeout(20);
        await client.query('select');
        return { result: undefined, changed: false };
      }),
    );
    await expect(hanging).rejects.toEqual(
      expect.objectContaining({
        name: 'Failure',
        message: expect.stringMatching(
          /^hanging failed, for the connection to the database is lost \(".+"\): start again$/,
        ),
      }),
    );
    await loadCases(database.url, { folders: [fixtureFolder('harbour-fire')], progress: silent, force: true });
  });
});
