// PostgreSQL has as many connections as it allows.
import { expect } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { projectFolder } from '../../src/config.ts';
import { lacking, row } from '../start/conditions.ts';
import { runToEnd } from '../start/program.ts';
import { useFigures } from './figures.ts';
import { useOwnPostgres } from './ownPostgres.ts';
import { away, paths, startServing, unasked, whole } from './serving.ts';

/** Connections that PostgreSQL takes. */
const most = 12;
const tried = useFigures(import.meta.url, 'A fault');
const postgres = useOwnPostgres([
  `max_connections=${most}`,
  'superuser_reserved_connections=0',
  'reserved_connections=0',
]);
const everyPath = Object.values(paths);

/** Takes all connections, those of the server too, which asks for new ones all the while. */
async function takeAll(): Promise<pg.Client[]> {
  const taken: pg.Client[] = [];
  while (taken.length < most) {
    await taken[0]?.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'casebook'`);
    const client = new pg.Client(postgres().url);
    client.on('error', () => {});
    try {
      await client.connect();
      taken.push(client);
    } catch (error) {
      expect((error as { code?: string }).code).toBe('53300');
      await sleep(5);
    }
  }
  return taken;
}

row('requests fail at once, and the first one that a connection is free for is answered', lacking.linux, async () => {
  await using server = await startServing(postgres().url, { POOL_SIZE: '4', ANSWER_CACHE_MB: '0' });
  const rounds = 3;
  for (let round = 0; round < rounds; round += 1) {
    for (const query of everyPath) expect(await server.ask(query)).toMatchObject(whole);
    const taken = await takeAll();
    const answers = [1, 2, 3, 4, 5].flatMap(() => everyPath.map((query) => server.ask(unasked(query))));
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject(away);
    expect([await server.status('/livez'), await server.status('/readyz')]).toEqual([200, 503]);
    const { code, lines } = await runToEnd(projectFolder, { env: { DATABASE_URL: postgres().url } });
    expect(lines).toEqual([
      expect.stringMatching(
        /^npm start: PostgreSQL at .* has no connection left .*too many clients.*: end other sessions/,
      ),
    ]);
    expect(code).toBe(1);
    await Promise.all(taken.map((client) => client.end()));
    for (const query of everyPath) expect(await server.ask(query)).toMatchObject(whole);
    expect(await server.status('/readyz')).toBe(200);
  }
  expect(server.isUp()).toBe(true);
  tried(
    'Requests while PostgreSQL has no connection left',
    5 * everyPath.length * rounds,
    'SERVICE_UNAVAILABLE; the first one that there is a connection for is answered; a start says so in one line',
  );
});
