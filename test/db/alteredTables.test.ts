// The tables are altered under a running server: PostgreSQL refuses what was prepared before.
import { describe, expect, test } from '@jest/globals';
import { startApi } from '../../src/api.ts';
import { readConfig } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { NameKind } from '../../src/db/generated/enums.ts';
import { createPool } from '../../src/db/connect.ts';
import { ask } from '../server/testServer.ts';
import { useDatabase } from '../support/database.ts';
import { asReader } from '../support/databases.ts';

const database = useDatabase('cases');
const kinds = Object.values(NameKind)
  .map((kind) => `'${kind}'`)
  .join(', ');
const alter = (sql: string) => withClient(database.url, (client) => client.query(sql));

describe.each([true, false])('after a change of the tables (compiler: %s)', (compiler) => {
  const config = readConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    ANSWER_CACHE_MB: '0',
    POOL_SIZE: '4',
    COMPILER: String(compiler),
  });

  const swap = (values: string) => `
    create type "NewKind" as enum (${values});
    alter table "Name" alter kind type "NewKind" using kind::text::"NewKind";
    alter type "NameKind" rename to "OldKind";
    alter type "NewKind" rename to "NameKind";
    drop type "OldKind";`;

  test.each([
    [
      'the type of a column',
      'alter table "Event" alter title type varchar(2000)',
      'alter table "Event" alter title type text',
    ],
    ['a new column', 'alter table "Event" add extra text', 'alter table "Event" drop extra'],
    ['another enum of the same name', swap(`'EXTRA', ${kinds}`), swap(kinds)],
  ])('every request is answered as before: %s', async (_what, change, back) => {
    await using server = await startApi(config, asReader(database.url));
    const query =
      '{ events(first: 3) { totalCount nodes { slug title kind } } actors(first: 5, filter: { names: { kind: { in: [OFFICIAL] } } }) { nodes { names { value kind } } } }';
    const several = () => Promise.all(Array.from({ length: 8 }, () => ask(server.url, query)));
    const [first] = await several();
    expect(first).toMatchObject({ status: 200, data: { events: {}, actors: {} } });
    // Prepared on each connection.
    for (let n = 0; n < 5; n += 1) await several();
    for (const sql of [change, back]) {
      await alter(sql);
      for (const answer of [...(await several()), ...(await several())])
        expect(answer).toMatchObject({ status: 200, data: first?.data });
    }
  });
});

test('all connections are opened anew when PostgreSQL refuses on one what was prepared before', async () => {
  const pool = createPool(asReader(database.url), { size: 3, statementTimeout: 5000, onError: () => {} });
  const text = 'select * from "Revision"';
  /** Runs the statement on each connection. */
  const pids = async () => {
    const lent = await Promise.all([1, 2, 3].map(() => pool.lend()));
    await Promise.all(lent.map(({ client }) => client.query({ name: 'all', text })));
    for (const { giveBack } of lent) giveBack(false);
    return lent.map(({ client }) => (client as unknown as { processID: number }).processID);
  };
  try {
    const before = await pids();
    await alter('alter table "Revision" add extra int');
    expect((await pool.query({ name: 'all', text })).rows[0]).toHaveProperty('extra');
    expect(pool.totalCount).toBe(1);
    for (const pid of await pids()) expect(before).not.toContain(pid);
  } finally {
    await pool.end();
  }
});
