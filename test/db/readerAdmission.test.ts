/** Whether PostgreSQL lets the user in that the API has of its own. */
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkReaderUrl } from '../../src/db/reader.ts';
import { createReaderLogin } from '../../src/db/readerLogin.ts';
import { failure, toldSql, useRoleServer } from './roleServer.ts';

const { sql, urlAs, createDatabaseOf } = useRoleServer();

/** What pg_hba.conf has at first. */
let admission: string;
beforeAll(async () => {
  admission = (await sql(`select pg_read_file(current_setting('hba_file')) as text`))[0]?.['text'] as string;
});
afterEach(() => admit(admission));

const loadedAt = async () => (await sql('select pg_conf_load_time()::text as at'))[0]?.['at'];

/** Puts `rules` into pg_hba.conf, and waits until they hold. */
async function admit(rules: string): Promise<void> {
  const before = await loadedAt();
  const lines = rules.split('\n').filter((line) => /^[a-z]/.test(line));
  const [copy] = await sql(
    `select format('copy (select unnest(%L::text[])) to %L', '{${lines.map((line) => `"${line}"`).join()}}', current_setting('hba_file')) as text`,
  );
  await sql(copy?.['text'] as string, 'select pg_reload_conf()');
  while ((await loadedAt()) === before) await sleep(10);
}

test('where PostgreSQL does not let it in, what to do is told, without a password', async () => {
  await admit(`host all /^casebook_api_ all reject\n${admission}`);
  const refused = (await createReaderLogin(urlAs('one', 'owner')).catch((error: unknown) => error)) as Error;
  expect(refused).toEqual(failure(`set READER_DATABASE_URL to another one; ${toldSql}`));
  expect(refused.message).toMatch(/^PostgreSQL does not let casebook_api_\d+ in, .*pg_hba\.conf rejects connection/);
  expect(refused.message).not.toContain('\n');
  expect(refused.message).not.toMatch(/SCRAM|password/);
});

test('an owner without a password gets one without, who needs the same admission', async () => {
  await sql('create role trusted login createrole', 'grant casebook_reader to trusted with admin option');
  await createDatabaseOf('trusted', 'trusting');
  const url = urlAs('trusting', 'trusted', '');
  await admit(`host all trusted all trust\n${admission}`);
  await expect(createReaderLogin(url)).rejects.toEqual(failure('set READER_DATABASE_URL'));
  await admit(`host trusting all all trust\n${admission}`);
  const reader = await createReaderLogin(url);
  await checkReaderUrl(reader);
  expect(await createReaderLogin(url)).toBe(reader);
});
