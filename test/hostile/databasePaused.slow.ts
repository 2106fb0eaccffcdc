// PostgreSQL stands still: connections stay open, new ones are taken, and nobody answers.
import { describe, expect } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { revisionTimes } from '../../src/db/revision.ts';
import { lacking, row } from '../start/conditions.ts';
import { useFigures } from './figures.ts';
import { useOwnPostgres } from './ownPostgres.ts';
import { openLine, requestText } from './sending.ts';
import { away, paths, startServing, unasked, whole } from './serving.ts';

const tried = useFigures(import.meta.url, 'A fault');
const postgres = useOwnPostgres();
const everyPath = Object.values(paths);
const STATEMENT_TIMEOUT = '2000';
/** Seconds: to connect, for a statement, and ten for a machine that is busy. */
const timeouts = 5 + 2 + 10;

async function seconds(what: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await what;
  return (performance.now() - start) / 1000;
}

describe.each(['0', '32'])('with %s MB for answers', (ANSWER_CACHE_MB) => {
  row('no request hangs, and the first one after it goes on is answered', lacking.linux, async () => {
    await using server = await startServing(postgres().url, { ANSWER_CACHE_MB, STATEMENT_TIMEOUT, POOL_SIZE: '4' });
    for (const first of everyPath) {
      for (const query of everyPath) expect(await server.ask(query)).toMatchObject(whole);
      await postgres().pause();
      const stuck = [1, 2, 3, 4, 5].flatMap(() => everyPath.map((query) => server.ask(unasked(query))));
      expect(await seconds(Promise.all(stuck))).toBeLessThan(timeouts);
      for (const answer of stuck) expect(await answer).toMatchObject(away);
      const unready = server.status('/readyz');
      expect(await seconds(unready)).toBeLessThan(2 + 10);
      expect([await server.status('/livez'), await unready]).toEqual([200, 503]);
      await postgres().resume();
      expect(await server.ask(first)).toMatchObject(whole);
      expect(await server.status('/readyz')).toBe(200);
      expect(server.isUp()).toBe(true);
    }
    tried(
      `requests while PostgreSQL is paused with SIGSTOP (answers kept: ${ANSWER_CACHE_MB} MB)`,
      10 * everyPath.length,
      'SERVICE_UNAVAILABLE within the time to connect and that of a statement; not ready; the first one after that is answered',
    );
  });
});

row('a client that leaves in the meantime leaves the server as it was', lacking.linux, async () => {
  await using server = await startServing(postgres().url, { STATEMENT_TIMEOUT: '6000', POOL_SIZE: '2' });
  expect(await server.ask(paths.compiled)).toMatchObject(whole);
  await postgres().pause();
  const line = await openLine(server.url);
  line.socket.write(requestText(unasked(paths.compiled)));
  await setTimeout(500);
  line.socket.destroy();
  // The request to cancel its statement is given up after two seconds, long before the statement is.
  await setTimeout(4000);
  await postgres().resume();
  expect(server.isUp()).toBe(true);
  expect(await server.ask(unasked(paths.compiled))).toMatchObject(whole);
  tried('a client that leaves while PostgreSQL is paused', 1, 'the statement is given up, the server stays up');
});

row('what is kept is not used for longer than is certain', lacking.linux, async () => {
  await using server = await startServing(postgres().url, { STATEMENT_TIMEOUT });
  for (let n = 0; n < 3; n += 1) {
    const hits = await server.metric('casebook_answers_total{result="hit"}');
    while ((await server.metric('casebook_answers_total{result="hit"}')) === hits) await server.ask(paths.compiled);
    await postgres().pause();
    await setTimeout(revisionTimes.lease);
    expect(await server.ask(paths.compiled)).toMatchObject(away);
    await postgres().resume();
    expect(await server.ask(paths.compiled)).toMatchObject(whole);
  }
  tried('a kept answer, asked for after PostgreSQL was silent for three seconds', 3, 'SERVICE_UNAVAILABLE');
});

row('SIGTERM is obeyed in the meantime', lacking.linux, async () => {
  await using server = await startServing(postgres().url, { STATEMENT_TIMEOUT: '120000' });
  await server.ask(unasked(paths.compiled));
  await postgres().pause();
  const answers = everyPath.map((query) =>
    server.ask(unasked(query)).then(
      ({ status }) => status,
      () => 'broken off',
    ),
  );
  await setTimeout(500);
  server.program.child.kill('SIGTERM');
  expect(await seconds(server.program.ended)).toBeLessThan(10 + 10);
  expect(await server.program.ended).toBe(0);
  for (const answer of answers) expect([503, 'broken off']).toContain(await answer);
  await postgres().resume();
  tried(
    'SIGTERM while PostgreSQL is paused, under requests',
    everyPath.length,
    'exit code 0 after ten seconds at most',
  );
});
