// Thousands of operations, most of them different: what stays of them in memory has an end.
import { afterAll, beforeAll, expect } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { loadCorpus } from '../../seed/corpus/load.ts';
import { projectFolder } from '../../src/config.ts';
import { ask } from '../server/testServer.ts';
import { lacking, row } from '../start/conditions.ts';
import { type Program, start } from '../start/program.ts';
import { useDatabase } from '../support/database.ts';
import { noProgress } from '../support/postgres.ts';
import { useFigures } from './figures.ts';
import { memoryOf, watchSessions } from './memory.ts';

const tried = useFigures(import.meta.url, 'A client');
const count = 9000;
const clients = 12;
/** MiB, at rest. */
const [mostInPostgres, mostInServer] = [512, 300];

const database = useDatabase('cases');
let program: Program;
let url: string;
beforeAll(async () => {
  await loadCorpus(database.url, { events: 200, seed: 1, progress: noProgress });
  program = start(projectFolder, { env: { DATABASE_URL: database.url } });
  url = await program.listening;
});
afterAll(async () => {
  program.child.kill('SIGTERM');
  await program.ended;
});

const fields = [
  'slug title summary',
  'kind outcome standing date{edtf earliest latest verbatim}',
  'place{name country kind}',
  'citations{relation fidelity standing field note passage{paragraph quote document{slug title}}}',
  'participations(first:5){totalCount nodes{role standing actor{slug name}}}',
  'links{kind to{slug title}}',
  'legalActions(first:3){nodes{kind title parties{role actor{slug name}} statuses{status date{edtf}}}}',
  'statements(first:3){nodes{slug summary medium speakers{slug name} positions{stance claim{slug text}}}}',
  'items{name quantity unit} names{value kind}',
];

/** An operation that no other number has, each field of it under another name; some are sent twice. */
function operationOf(number: number): string {
  const n = number - (number % 3 === 0 ? 1 : 0);
  const chosen = fields.filter((_, index) => ((n * 2_654_435_761) >>> (index + 8)) & 1);
  const selection = chosen.map((field) => field.replace(/^(\w+)/, `f${n}_$1:$1`)).join(' ');
  const events = (args: string) => `e${n}:events(${args}){totalCount nodes{id ${selection}}}`;
  switch (n % 20) {
    case 0:
      return `query I${n}{__schema{queryType{name} types{name}} ${events('first:2')}}`;
    case 1:
      return `query W${n}{wrong${n} events{none}}`;
    case 2:
      return `query L${n}{statements(first:100){nodes{case{c${n}:summary} summary citations{note}}}}`;
    case 3:
      return `query S${n}{${events(`first:20 filter:{title:{contains:"${n}"}}`)}}`;
    default:
      return `query Q${n}{${events(`first:${1 + (n % 9)}`)}}`;
  }
}

row(
  'leave bounded memory behind, in the server and in the sessions of PostgreSQL',
  lacking.linux,
  async () => {
    let number = 0;
    const work = async () => {
      while (number < count) expect((await ask(url, operationOf((number += 1)))).status).toBeLessThan(500);
    };
    await Promise.all(Array.from({ length: clients }, work));
    await setTimeout(2000);
    await using sessions = await watchSessions(database.url);
    const [postgres, server] = [await sessions.now(), memoryOf(program.child.pid ?? 0)];
    expect(server).toBeLessThan(mostInServer);
    expect(postgres).toBeLessThan(mostInPostgres);
    tried(
      'operations, two thirds of them different, introspection, mistakes and large answers among them',
      count,
      `afterwards ${Math.round(server)} MiB in the server (below ${mostInServer}), ${Math.round(postgres)} in PostgreSQL's sessions (below ${mostInPostgres})`,
    );
  },
  600_000,
);
