// Conditions over relations on data with hubs: the work for them grows no faster than the data.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { useDatabase } from '../support/database.ts';
import { nameOf, type Path, pathsOf } from './joins/filterPaths.ts';
import { listQuestions, type Question, rootQuestions } from './joins/questions.ts';
import { fillSkewed } from './joins/skewedRows.ts';
import { growthOf, Meter, modes } from './joins/work.ts';

const size = 100;
const factor = 4;
/** The data grow so many times; what PostgreSQL decides by estimates may change on the way. */
const limit = 1.6 * factor;

const clients: pg.Client[] = [];
let meters: Meter[] = [];
// Before the databases are dropped.
afterAll(async () => {
  for (const client of clients) await client.end();
});
const databases = [useDatabase('tables'), useDatabase('tables')];
beforeAll(async () => {
  for (const [index, { url }] of databases.entries()) {
    await fillSkewed(url, size * factor ** index);
    const client = new pg.Client(url);
    clients.push(client);
    await client.connect();
  }
  meters = clients.map((client) => new Meter(client));
});

/** Of the paths that `questions` can be asked of, one for each sequence of kinds of relation. */
function shapes(length: number, questions: (path: Path) => Question[]): [string, Question[]][] {
  const found = new Map<string, [string, Question[]]>();
  for (const path of pathsOf(length)) {
    const kinds = path.steps.map(({ kind }) => kind).join(', ');
    const asked = found.has(kinds) ? [] : questions(path);
    if (asked.length > 0) found.set(kinds, [`${kinds}: ${nameOf(path)}`, asked]);
  }
  return [...found.values()];
}

async function growths(questions: readonly Question[]) {
  const faults: string[] = [];
  for (const { name, operation } of questions)
    for (const mode of modes) {
      const [small, large] = [
        await meters[0]?.ofOperation(operation, mode),
        await meters[1]?.ofOperation(operation, mode),
      ];
      const growth = small && large ? growthOf(small, large) : Infinity;
      if (growth > limit) faults.push(`${name}, ${mode}: ${growth.toFixed(1)}`);
    }
  return faults;
}

describe.each([1, 2, 3])('a filter over %i relations', (length) => {
  test.each(shapes(length, rootQuestions))('%s', async (_name, questions) => {
    expect(await growths(questions)).toEqual([]);
  });
});

describe.each([2, 3])('a list of a hub, filtered: %i relations', (length) => {
  test.each(shapes(length, listQuestions))('%s', async (_name, questions) => {
    expect(await growths(questions)).toEqual([]);
  });
});
