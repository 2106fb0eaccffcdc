/** How the work for filters over relations grows with the data: all paths that a filter can take, on data with hubs. */
import pg from 'pg';
import { withClient } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { type Progress } from '../src/progress.ts';
import { nameOf, type Path, pathsOf } from '../test/compiler/joins/filterPaths.ts';
import { listQuestions, type Question, rootQuestions } from '../test/compiler/joins/questions.ts';
import { fillSkewed } from '../test/compiler/joins/skewedRows.ts';
import { growthOf, Meter, modes, type Work } from '../test/compiler/joins/work.ts';
import { noProgress, startThrowAwayServer } from '../test/support/postgres.ts';
import { type Growth, type JoinsResult } from './results.ts';

/** Rows of each table, or of each subject of a table that has several: the data grow 4-fold. */
const sizes: [number, number] = [200, 800];

const kinds: { name: string; length: number; questions: (path: Path) => Question[] }[] = [
  { name: 'a filter over one relation', length: 1, questions: rootQuestions },
  { name: 'over two', length: 2, questions: rootQuestions },
  { name: 'over three', length: 3, questions: rootQuestions },
  { name: 'a list of a hub, filtered over one', length: 2, questions: listQuestions },
  { name: 'filtered over two', length: 3, questions: listQuestions },
];

/** Measures on a PostgreSQL of its own. */
export async function measureJoins(progress: Progress): Promise<JoinsResult> {
  await using server = await startThrowAwayServer(noProgress);
  const clients: pg.Client[] = [];
  try {
    for (const size of sizes) {
      progress.update(`Making ${size} rows of each kind …`);
      clients.push(await fill(server.url, size));
    }
    const meters = clients.map((client) => new Meter(client)) as [Meter, Meter];
    const growths: Growth[] = [];
    for (const kind of kinds)
      growths.push(await measure(kind, meters, (done) => progress.update(`${kind.name}: ${done} …`)));
    const { rows } = await (clients[0] as pg.Client).query(`select split_part(version(), ' ', 2) as version`);
    return { date: new Date().toISOString(), postgres: rows[0].version, sizes, growths };
  } finally {
    for (const client of clients) await client.end();
  }
}

async function fill(url: string, size: number): Promise<pg.Client> {
  const name = `joins_${size}`;
  await withClient(url, (client) => client.query(`create database ${name}`));
  const own = new URL(url);
  own.pathname = `/${name}`;
  await migrate(own.href, { progress: noProgress });
  await fillSkewed(own.href, size);
  const client = new pg.Client(own.href);
  await client.connect();
  return client;
}

async function measure(
  { name, length, questions }: (typeof kinds)[number],
  [small, large]: [Meter, Meter],
  tell: (done: string) => void,
): Promise<Growth> {
  const asked = pathsOf(length)
    .map((path) => ({ path, questions: questions(path) }))
    .filter((one) => one.questions.length > 0);
  const growth: Growth = { name, paths: asked.length, statements: 0, worst: 0, of: '' };
  for (const [index, one] of asked.entries()) {
    if (index % 20 === 0) tell(`${index} of ${asked.length} paths`);
    for (const { name: question, operation } of one.questions)
      for (const mode of modes) {
        const works: Work[] = [];
        for (const meter of [small, large]) works.push(await meter.ofOperation(operation, mode));
        const times = growthOf(works[0] as Work, works[1] as Work);
        growth.statements++;
        if (times > growth.worst) Object.assign(growth, { worst: times, of: `${nameOf(one.path)} (${question})` });
      }
  }
  return growth;
}
