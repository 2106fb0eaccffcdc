// Conditions over relations on data with hubs: the work for them grows no faster than the data.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import pg from 'pg';
import { modelOf } from '../../src/model/datamodel.ts';
import { jsonForm } from '../../src/compiler/jsonForm.ts';
import { Statement } from '../../src/compiler/statement.ts';
import { whereSql } from '../../src/compiler/where.ts';
import { Leaf } from '../../src/operation/structure.ts';
import { readerSession } from '../../src/db/connect.ts';
import { useDatabase } from '../support/database.ts';
import { nameOf, type Path, pathsOf } from './joins/filterPaths.ts';
import { listQuestions, type Question, rootQuestions } from './joins/questions.ts';
import { fillSkewed } from './joins/skewedRows.ts';
import { growthOf, Meter, modes, type Work } from './joins/work.ts';
import { readDocument } from './readDocument.ts';

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
    await client.query(readerSession({ statementTimeout: 60_000 }));
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

/** How much the work of a statement grows with the data. */
async function growth(measure: (meter: Meter) => Promise<Work>): Promise<number> {
  const [small, large] = await Promise.all(meters.map(measure));
  return growthOf(small as Work, large as Work);
}

/** @returns the questions for which the work grows faster than the data */
async function faults(questions: readonly Question[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, operation } of questions)
    for (const mode of modes) {
      const times = await growth((meter) => meter.ofOperation(operation, mode));
      if (times > limit) found.push(`${name}, ${mode}: ${times.toFixed(1)}`);
    }
  return found;
}

describe.each([1, 2, 3])('a filter over %i relations', (length) => {
  test.each(shapes(length, rootQuestions))('%s', async (_name, questions) => {
    expect(await faults(questions)).toEqual([]);
  });
});

describe.each([2, 3])('a list of a hub, filtered: %i relations', (length) => {
  test.each(shapes(length, listQuestions))('%s', async (_name, questions) => {
    expect(await faults(questions)).toEqual([]);
  });
});

describe('a condition that another may stand in for', () => {
  const standing = { in: new Leaf(0) };
  const values = [['ALLEGED'], ['REPORTED'], []];

  test.each([
    ['Event', { statements: { some: { standing } } }],
    ['Event', { statements: { some: { events: { some: { standing } } } } }],
    ['Event', { participations: { some: { citations: { some: { standing } } } } }],
    ['Citation', { event: { is: { statements: { some: { standing } } } } }],
    [
      'Statement',
      { speakers: { some: { citations: { some: { passage: { is: { citations: { some: { standing } } } } } } } } },
    ],
  ])('%s: %j', async (name, condition) => {
    const [model, alias] = [modelOf(name), 't'];
    // For all rows, and for those of one record.
    for (const whole of [true, false]) {
      const statement = new Statement(readDocument(parse('{ __typename }')), jsonForm);
      const where = { AND: [{ standing: { in: new Leaf(1) } }, { OR: [{ id: { in: new Leaf(2) } }, condition] }] };
      const sql = whereSql(statement, where, { model, alias, once: true, whole });
      const text = statement.whole(`select count(*) from "${name}" ${alias} where ${sql}`);
      const parameters = statement.parameters.map((place) => values[place]);
      for (const mode of modes)
        expect(await growth((meter) => meter.ofStatement(text, parameters, mode))).toBeLessThan(limit);
    }
  });
});
