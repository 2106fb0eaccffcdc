// Ready means: there is something to answer from, now.
import { expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';
import { startTestApi } from '../support/startedApi.ts';
import { useFigures } from './figures.ts';

const tried = useFigures(import.meta.url, 'A fault');
const databases = { nothing: useDatabase('nothing'), tables: useDatabase('tables'), cases: useDatabase('cases') };

async function health(url: string): Promise<[number, number]> {
  const server = await startTestApi(url);
  const [live, ready] = await Promise.all(['/livez', '/readyz'].map((path) => fetch(new URL(path, server.url))));
  await server[Symbol.asyncDispose]();
  return [live?.status ?? 0, ready?.status ?? 0];
}

test('a database without tables, or without a case, is not ready', async () => {
  expect(await health(databases.nothing.url)).toEqual([200, 503]);
  expect(await health(databases.tables.url)).toEqual([200, 503]);
  expect(await health(databases.cases.url)).toEqual([200, 200]);
  tried('a server on a database without tables, and on one without a case', 2, 'it lives, and is not ready');
});

test('a table that is taken away, or may not be read any more, makes the server not ready', async () => {
  // Without "Revision" answers are computed as ever, only not kept.
  const names = await withClient(databases.cases.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables
       where schemaname = current_schema() and tablename not in ('_prisma_migrations', 'Revision') order by 1`,
    );
    return rows.map(({ name }) => name);
  });
  expect(names.length).toBeGreaterThan(20);
  await using server = await startTestApi(databases.cases.url);
  const ready = async () => (await fetch(new URL('/readyz', server.url))).status;
  for (const name of names) {
    await withClient(databases.cases.url, (client) => client.query(`alter table ${name} rename to away`));
    expect([name, await ready()]).toEqual([name, 503]);
    await withClient(databases.cases.url, (client) => client.query(`alter table away rename to ${name}`));
    await withClient(databases.cases.url, (client) => client.query(`revoke select on ${name} from casebook_reader`));
    expect([name, await ready()]).toEqual([name, 503]);
    await withClient(databases.cases.url, (client) => client.query(`grant select on ${name} to casebook_reader`));
    expect([name, await ready()]).toEqual([name, 200]);
  }
  tried('a table renamed, or its SELECT revoked, under a server', 2 * names.length, 'not ready until it is back');
});
