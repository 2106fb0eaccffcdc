// PostgreSQL is stopped, restarted or killed under a server that goes on.
import { describe, expect } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { withClient } from '../../src/db/client.ts';
import { lacking } from '../start/conditions.ts';
import { row } from '../start/conditions.ts';
import { useFigures } from './figures.ts';
import { type OwnPostgres, useOwnPostgres } from './ownPostgres.ts';
import { paths, type Serving, startServing, unasked } from './serving.ts';

const tried = useFigures(import.meta.url, 'A fault');
const postgres = useOwnPostgres();

const away = { status: 503, extensions: { code: 'SERVICE_UNAVAILABLE' } };
const whole = { status: 200, data: { cases: { totalCount: 1 } }, extensions: {} };

/** Sends requests that wait for a table until `hurt` has been called, and returns what becomes of them. */
async function underWay(server: Serving, hurt: () => Promise<void>, url: string) {
  const client = withClient(url, async (client) => {
    await client.query('begin; lock table "Case" in access exclusive mode');
    const answers = [1, 2, 3].flatMap(() => Object.values(paths).map((query) => server.ask(unasked(query))));
    const waiting = 'select from pg_locks where not granted';
    while (((await client.query(waiting)).rowCount ?? 0) < answers.length) await setTimeout(20);
    await hurt();
    return answers;
  });
  return Promise.all(await client);
}

const faults: Record<string, (one: OwnPostgres) => Promise<void>> = {
  stopped: (one) => one.stop(),
  'killed with SIGKILL': (one) => one.kill(),
};

describe.each(['0', '32'])('with %s MB for answers', (ANSWER_CACHE_MB) => {
  row('PostgreSQL is away, and comes back', lacking.linux, async () => {
    await using server = await startServing(postgres().url, { ANSWER_CACHE_MB });
    let requests = 0;
    for (const [name, hurt] of Object.entries(faults)) {
      for (const first of Object.values(paths)) {
        const failed = await underWay(server, () => hurt(postgres()), postgres().url);
        for (const answer of failed) expect(answer).toMatchObject(away);
        for (const query of Object.values(paths)) expect(await server.ask(query)).toMatchObject(away);
        expect([await server.status('/livez'), await server.status('/readyz')]).toEqual([200, 503]);
        await postgres().start();
        expect({ name, ...(await server.ask(first)) }).toMatchObject(whole);
        expect(await server.status('/readyz')).toBe(200);
        for (const query of Object.values(paths)) expect(await server.ask(query)).toMatchObject(whole);
        expect(server.isUp()).toBe(true);
        requests += failed.length;
      }
    }
    tried('x', requests, 'x');
  });
});
