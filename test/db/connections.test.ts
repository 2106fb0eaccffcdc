// How many connections a pool opens, when, and for how long.
import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { withClient } from '../../src/db/client.ts';
import { createPool } from '../../src/db/connect.ts';
import { ReadingPool } from '../../src/db/readingPool.ts';
import { startProxy } from '../support/proxy.ts';
import { useDatabase } from '../support/database.ts';
import { asReader } from '../support/databases.ts';

const database = useDatabase('tables');
const open = (options: { size: number }) =>
  createPool(asReader(database.url), { ...options, statementTimeout: 30_000, onError: () => {} });
const opened = () =>
  withClient(database.url, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int from pg_stat_activity where datname = current_database() and usename <> current_user`,
    );
    return rows[0]?.count;
  });
/** What many clients ask at once. */
const ask = (pool: ReadingPool, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, n) =>
      pool.read((client) => client.query('select pg_sleep(0.05)'), { client: `${n % 7}`, bytes: 0 }),
    ),
  );

test('connections are as many as there may be at most, however many ask', async () => {
  const pool = open({ size: 3 });
  const most: number[] = [];
  let over = false;
  const watching = (async () => {
    while (!over) most.push((await opened()) ?? 0, pool.totalCount);
  })();
  for (let n = 0; n < 3; n += 1) await ask(pool, 20);
  over = true;
  await watching;
  expect(Math.max(...most)).toBe(3);
  await pool.end();
});

test('connections are opened several at once, and only as many as are needed', async () => {
  const pool = open({ size: 8 });
  const lent = await Promise.all([1, 2, 3].map(() => pool.lend()));
  expect([pool.totalCount, pool.idleCount]).toEqual([3, 0]);
  for (const { giveBack } of lent) giveBack(false);
  for (let n = 0; n < 20; n += 1) await pool.query('select');
  expect([pool.totalCount, pool.idleCount]).toEqual([3, 3]);
  await pool.end();
  expect(pool.totalCount).toBe(0);
  await expect(pool.query('select')).rejects.toThrow('Cannot use a pool after calling end');
});

test('connections are closed when nobody has used them for long, or they have been open for long', async () => {
  const options = { connectionString: asReader(database.url), max: 4 };
  for (const limits of [{ idleTimeout: 300 }, { lifetime: 300 }]) {
    const pool = new ReadingPool({ ...options, ...limits });
    const lent = await Promise.all([1, 2, 3].map(() => pool.lend()));
    for (const { giveBack } of lent) giveBack(false);
    expect(pool.idleCount).toBe(3);
    while (pool.totalCount > 0) await setTimeout(50);
    while ((await opened()) !== 0) await setTimeout(50);
    await pool.query('select');
    await pool.end();
  }
});

test('connections that break while they are opened fail nobody who came to wait for one later', async () => {
  const target = new URL(database.url);
  const clients: Socket[] = [];
  // Gives no answer on the second connection.
  const relay = createServer((client) => {
    if (clients.push(client) === 2) return;
    const upstream = connect(Number(target.port), target.hostname);
    client.pipe(upstream).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const through = Object.assign(new URL(database.url), { port: String((relay.address() as AddressInfo).port) });
  const pool = new ReadingPool({ connectionString: through.href, max: 2 });
  const first = await pool.lend();
  const second = pool.lend();
  while (clients.length < 2) await setTimeout(10);
  first.giveBack(false);
  expect((await second).client).toBe(first.client);
  const third = pool.query('select 3 as n');
  clients[1]?.destroy();
  expect((await third).rows).toEqual([{ n: 3 }]);
  (await second).giveBack(false);
  await pool.end();
  relay.close();
});

test('connections that cannot be opened in time fail whoever waits for them, and so do statements without an answer', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const hanging = new ReadingPool({ host: '127.0.0.1', port, max: 1, connectTimeout: 300 });
  await expect(hanging.query('select')).rejects.toThrow('Connection terminated: it was not open in time');
  expect(hanging.totalCount).toBe(0);
  silent.close();

  await using proxy = await startProxy(database.url);
  const pool = new ReadingPool({ connectionString: proxy.url, max: 1, answerTimeout: 1500 });
  await pool.query('select');
  proxy.mute();
  // It was silent for less than a connection is trusted, so that nobody asks whether it is there.
  await expect(pool.query('select')).rejects.toThrow('Connection terminated: the server did not answer in time');
  await pool.query('select');
  await pool.end();
});
