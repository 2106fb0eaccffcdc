/** What SECURITY.md says to run on a PostgreSQL of one's own. */
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { checkReaderUrl } from '../../src/db/reader.ts';
import { warnOfSuperuser } from '../../src/db/superuser.ts';
import { urlOf } from '../support/databases.ts';
import { noProgress, startThrowAwayServer } from '../support/postgres.ts';

test('its SQL makes an owner and a user for the API', async () => {
  const text = readFileSync(join(projectFolder, 'SECURITY.md'), 'utf8');
  const [, sql = ''] = /^```sql\n(.*?)^```$/ms.exec(text) ?? [];
  await using server = await startThrowAwayServer(noProgress);
  await withClient(server.url, async (client) => {
    for (const line of sql.trim().split('\n')) await client.query(line.replace('…', 'p'));
  });
  const url = (name: string) =>
    Object.assign(new URL(urlOf(server.url, 'casebook')), { username: name, password: 'p' }).href;
  const applied = await migrate(url('casebook_owner'), { progress: noProgress });
  expect(applied.length).toBeGreaterThan(0);
  await checkReaderUrl(url('casebook_api'));
  expect(await warnOfSuperuser(url('casebook_owner'), true)).toEqual([]);
});
