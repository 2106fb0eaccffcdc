// Which connections a pool takes to be dead when one of them is.
import { expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { withClient } from '../../src/db/client.ts';
import { createPool } from '../../src/db/connect.ts';
import type { ReadingPool } from '../../src/db/readingPool.ts';
import { startProxy } from '../support/proxy.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('tables');
const size = 8;

/** A pool whose connections have all just answered. */
async function openPool(url = database.url) {
  const pool = createPool(url, { size, statementTimeout: 30_000, onError: () => {} });
  const known = await processes(pool);
  return { pool, known, [Symbol.asyncDispose]: () => pool.end() };
}

/** The processes that serve as many statements at once as there may be connections. */
async function processes(pool: ReadingPool): Promise<Set<number>> {
  const lent = await Promise.all(Array.from({ length: size }, () => pool.lend()));
  const pids = new Set<number>();
  for (const { client, giveBack } of lent) {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    pids.add(rows[0]?.pid ?? 0);
    giveBack(false);
  }
  return pids;
}

/** How many of the connections that a pool had it has still. */
const kept = async ({ pool, known }: { pool: ReadingPool; known: Set<number> }) =>
  [...(await processes(pool))].filter((pid) => known.has(pid)).length;

const cut = (pid: number | undefined) =>
  withClient(database.url, (client) => client.query('select pg_terminate_backend($1)', [pid]));

test('a statement that the database refuses costs no connection', async () => {
  await using open = await openPool();
  expect(open.known.size).toBe(size);
  await expect(open.pool.read((client) => client.query('select 1 / 0'))).rejects.toThrow('division by zero');
  expect(await kept(open)).toBe(size);
});

test('a connection that breaks in the middle of its work fails the statement, and takes no other along', async () => {
  await using open = await openPool();
  let started = 0;
  const long = open.pool.read(async (client) => {
    started += 1;
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    // Longer than what is taken for a connection that was dead before.
    void setTimeout(1100).then(() => cut(rows[0]?.pid));
    return client.query('select pg_sleep(20)');
  });
  await expect(long).rejects.toThrow('terminating connection');
  expect(started).toBe(1);
  expect(await kept(open)).toBe(size - 1);
});

test('one that is found dead when it is used takes along all that have not answered since', async () => {
  await using proxy = await startProxy(database.url);
  await using open = await openPool(proxy.url);
  proxy.forget();
  const { rows } = await open.pool.read((client) => client.query<{ pid: number }>('select pg_backend_pid() as pid'));
  expect(open.known).not.toContain(rows[0]?.pid);
  expect(open.pool.totalCount).toBe(1);
  expect(await kept(open)).toBe(0);
  expect(await processes(open.pool)).toContain(rows[0]?.pid);
});

test('one that is discarded because it has not answered since takes along none that has', async () => {
  await using proxy = await startProxy(database.url);
  await using open = await openPool(proxy.url);
  // Lent out while another one is found dead, and given back after a new one has answered.
  const lent = await open.pool.lend();
  proxy.forget();
  const { rows } = await open.pool.read((client) => client.query<{ pid: number }>('select pg_backend_pid() as pid'));
  lent.giveBack(false);
  expect(open.pool.idleCount).toBe(2);
  expect(await processes(open.pool)).toContain(rows[0]?.pid);
  expect(await kept(open)).toBe(0);
});

test('of connections that are all cut in silence one is asked, and who asks for a record waits once', async () => {
  await using proxy = await startProxy(database.url);
  await using open = await openPool(proxy.url);
  // Longer than a connection is trusted after its last answer.
  await setTimeout(1100);
  proxy.mute();
  const start = performance.now();
  await open.pool.read((client) => client.query('select'));
  // One second for each that is asked.
  expect(performance.now() - start).toBeLessThan((size * 1000) / 2);
  expect(open.pool.totalCount).toBe(1);
});

test('a statement meets as many dead connections as were open before it, one of which answered last', async () => {
  await using open = await openPool();
  const last = await open.pool.lend();
  await last.client.query('select 1');
  const used: pg.Client[] = [];
  const answer = await open.pool.read(async (client) => {
    used.push(client);
    if (used.length <= 2) client.connection.stream.destroy();
    try {
      return (await client.query<{ one: number }>('select 1 as one')).rows;
    } finally {
      // Once a new connection is being opened for it.
      if (used.length === 1) setImmediate(() => last.giveBack(false));
    }
  });
  expect(answer).toEqual([{ one: 1 }]);
  expect(used).toHaveLength(3);
  expect(used[1]).toBe(last.client);
});
