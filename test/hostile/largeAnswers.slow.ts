// The operations whose answers take most memory while they are made, ten of them at once.
import { afterAll, beforeAll, expect } from '@jest/globals';
import { loadCorpus } from '../../seed/corpus/load.ts';
import { measureExtents } from '../../src/cases/storing/extents.ts';
import { projectFolder } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { ask } from '../server/testServer.ts';
import { lacking, row } from '../start/conditions.ts';
import { type Program, start } from '../start/program.ts';
import { useDatabase } from '../support/database.ts';
import { noProgress } from '../support/postgres.ts';
import { useFigures } from './figures.ts';
import { memoryOf, peakOf, resetPeak, watchSessions } from './memory.ts';
import { times } from './oversizedOperations.ts';

const tried = useFigures(import.meta.url, 'A client');
const atOnce = 10;
/** MiB, more than before. */
const [mostInPostgres, mostInServer] = [512, 128];

const database = useDatabase('cases');
let program: Program;
let url: string;
beforeAll(async () => {
  await loadCorpus(database.url, { events: 200, seed: 1, progress: noProgress });
  // Almost the longest text that a case file may hold.
  await withClient(database.url, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `update "Case" set summary = repeat('summary of a case. ', 526) returning id`,
    );
    await measureExtents(
      client,
      rows.map(({ id }) => id),
    );
  });
  program = start(projectFolder, { env: { DATABASE_URL: database.url, ANSWER_CACHE_MB: '0' } });
  url = await program.listening;
});
afterAll(async () => {
  program.child.kill('SIGTERM');
  await program.ended;
});

const summaries = (count: number) => times(count, (n) => `a${n}:summary`);
const nested = (count: number, first: number) =>
  `statements(first:100){nodes{case{statements(first:${first}){nodes{case{${summaries(count)}}}}}}}`;
const longKeys = times(95, (n) => `${`k${n}`.padEnd(400, 'x')}:slug`);

/** Each just below the limit, or far beyond it. */
const operations: [what: string, body: string, status: 'answered' | 'refused'][] = [
  ['a text of 10,000 characters under 95 names, on 500 records', nested(95, 5), 'refused'],
  ['the same on 100 records', `statements(first:100){nodes{case{${summaries(95)}}}}`, 'refused'],
  ['the same on one record', `statements(first:1){nodes{case{${summaries(95)}}}}`, 'answered'],
  ['texts of 4 MB', `statements(first:100){nodes{case{${summaries(4)}}}}`, 'answered'],
  ['texts of 4 MB, nested', nested(1, 4), 'answered'],
  ['names of 400 characters', `statements(first:100){nodes{${longKeys}}}`, 'answered'],
  [
    'texts of 4 MB and the schema',
    `__schema{types{name description}} statements(first:100){nodes{case{${summaries(3)}}}}`,
    'answered',
  ],
];

let asked = 0;

row(
  'take bounded memory, in PostgreSQL and in the server',
  lacking.linux,
  async () => {
    const pid = program.child.pid ?? 0;
    const send = (body: string) => ask(url, `query Q${(asked += 1)} {${body}}`);
    for (let n = 0; n < 300; n += 1) await send(`events(first:${1 + (n % 20)}){nodes{title}}`);
    await using sessions = await watchSessions(database.url);
    const before = { postgres: await sessions.now(), server: memoryOf(pid) };
    resetPeak(pid);
    for (const [what, body, outcome] of operations) {
      const answers = await Promise.all(Array.from({ length: atOnce }, () => send(body)));
      for (const { extensions, errors } of answers)
        expect([what, errors && extensions['code']]).toEqual([
          what,
          outcome === 'refused' ? 'OPERATION_TOO_COMPLEX' : undefined,
        ]);
    }
    const postgres = sessions.peak() - before.postgres;
    const server = peakOf(pid) - before.server;
    expect(postgres).toBeLessThan(mostInPostgres);
    expect(server).toBeLessThan(mostInServer);
    tried(
      `the largest answers that are made, and larger ones, ${atOnce} at once`,
      operations.length * atOnce,
      `${Math.round(postgres)} MiB more in PostgreSQL at most (below ${mostInPostgres}), ${Math.round(server)} in the server (below ${mostInServer})`,
    );
  },
  300_000,
);
