// PostgreSQL is stopped, killed or restarted under a server that goes on.
import { describe, expect } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { withClient } from '../../src/db/client.ts';
import { lacking, row } from '../start/conditions.ts';
import { useFigures } from './figures.ts';
import { type OwnPostgres, useOwnPostgres } from './ownPostgres.ts';
import { away, paths, type Serving, startServing, unasked, whole } from './serving.ts';

const tried = useFigures(import.meta.url, 'A fault');
const postgres = useOwnPostgres();
const everyPath = Object.values(paths);

/** Sends requests that wait for a table until `hurt` has been called. @returns what became of them. */
async function underWay(server: Serving, hurt: () => Promise<void>) {
  const answers = await withClient(postgres().url, async (client) => {
    await client.query('begin; lock table "Case" in access exclusive mode');
    const asked = [1, 2, 3].flatMap(() => everyPath.map((query) => server.ask(unasked(query))));
    const waiting = `select from pg_locks where not granted`;
    while (((await client.query(waiting)).rowCount ?? 0) < asked.length) await setTimeout(20);
    await hurt();
    return asked;
  });
  return Promise.all(answers);
}

/** Kills the process of one of the sessions that serve requests: PostgreSQL ends all others, and recovers. */
async function killSession(one: OwnPostgres): Promise<void> {
  const pids = await withClient(one.url, async (client) => {
    const sessions = `select pid from pg_stat_activity where application_name = 'casebook' and wait_event_type = 'Lock'`;
    return (await client.query<{ pid: number }>(sessions)).rows;
  });
  process.kill(pids[0]?.pid ?? 0, 'SIGKILL');
}

async function untilBack(one: OwnPostgres): Promise<void> {
  while (!(await withClient(one.url, async () => true).catch(() => false))) await setTimeout(50);
}

const faults: Record<string, (one: OwnPostgres) => Promise<void>> = {
  stopped: (one) => one.stop(),
  'killed with SIGKILL': (one) => one.kill(),
};

describe.each(['0', '32'])('with %s MB for answers', (ANSWER_CACHE_MB) => {
  const kept = `answers kept: ${ANSWER_CACHE_MB} MB`;

  row('PostgreSQL is away, and comes back', lacking.linux, async () => {
    await using server = await startServing(postgres().url, { ANSWER_CACHE_MB });
    for (const [name, hurt] of Object.entries(faults)) {
      let requests = 0;
      for (const first of everyPath) {
        const failed = await underWay(server, () => hurt(postgres()));
        // The session that holds the lock may be ended before those that wait for it: they still answer whole.
        for (const answer of failed) expect([away, whole]).toContainEqual(expectedOf(answer));
        for (const query of everyPath) expect(await server.ask(query)).toMatchObject(away);
        expect([await server.status('/livez'), await server.status('/readyz')]).toEqual([200, 503]);
        await postgres().start();
        expect(await server.ask(first)).toMatchObject(whole);
        expect(await server.status('/readyz')).toBe(200);
        for (const query of everyPath) expect(await server.ask(query)).toMatchObject(whole);
        expect(server.isUp()).toBe(true);
        requests += failed.length + 2 * everyPath.length + 1;
      }
      tried(
        `PostgreSQL ${name} under requests, and started again (${kept})`,
        requests,
        'SERVICE_UNAVAILABLE with status 503 while it is away, not ready; the first request after that is answered',
      );
    }
  });

  row('PostgreSQL is restarted, or restarts itself because a session was killed', lacking.linux, async () => {
    await using server = await startServing(postgres().url, { ANSWER_CACHE_MB });
    let requests = 0;
    for (const first of everyPath) {
      for (const hurt of [
        async (one: OwnPostgres) => (await one.stop(), one.start()),
        async (one: OwnPostgres) => (await killSession(one), untilBack(one)),
      ]) {
        const answers = await underWay(server, () => hurt(postgres()));
        for (const answer of answers) expect([away, whole]).toContainEqual(expectedOf(answer));
        expect(await server.ask(first)).toMatchObject(whole);
        expect(server.isUp()).toBe(true);
        requests += answers.length + 1;
      }
    }
    tried(
      `PostgreSQL restarted, or one of its sessions killed, under requests (${kept})`,
      requests,
      'SERVICE_UNAVAILABLE or the whole answer; the first request after that is answered',
    );
  });
});

/** The one of the two ends that `answer` has, to be compared. */
function expectedOf({ status, data, extensions }: Awaited<ReturnType<Serving['ask']>>) {
  return status === 503 ? { status, extensions } : { status, data: { cases: data?.['cases'] } };
}
