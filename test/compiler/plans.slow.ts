// Every ready operation, and those of the benchmark, at 50,000 statements: no plan reads or sorts a large table.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { loadCorpus } from '../../seed/corpus/load.ts';
import { drawVariables } from '../../bench/variables.ts';
import { withClient } from '../../src/db/client.ts';
import { compileOperation } from '../../src/compiler/operation.ts';
import { useDatabase } from '../support/database.ts';
import { noProgress } from '../support/postgres.ts';
import { faultsOf, type PlanNode } from './plans.ts';
import { readDocument } from './readDocument.ts';

const database = useDatabase('cases');
const rows = new Map<string, number>();
const minutes = 60_000;

beforeAll(async () => {
  await loadCorpus(database.url, { events: 10_000, seed: 1, progress: noProgress });
  const sql = `select relname as name, reltuples::int as rows from pg_class where relkind = 'r'`;
  const tables = await withClient(database.url, (client) => client.query<{ name: string; rows: number }>(sql));
  for (const table of tables.rows) rows.set(table.name, table.rows);
}, 30 * minutes);

/** The faults of the plan that a server comes to: PostgreSQL decides after five executions whether one fits all values. */
async function faults(source: string, variables: Record<string, unknown> = {}): Promise<string[]> {
  const read = readDocument(parse(source), variables);
  const { sql, parameters } = compileOperation(read);
  const values = parameters.map((place) => read.leaves[place]);
  return withClient(database.url, async (client) => {
    const plans: PlanNode[] = [];
    for (let execution = 1; execution <= 7; execution++) {
      await client.query({ name: 'operation', text: sql, values });
      if (execution === 1 || execution === 7) plans.push(await explain(client, values));
    }
    return plans.flatMap((plan) => faultsOf(plan, rows));
  });
}

async function explain(client: pg.ClientBase, values: readonly unknown[]): Promise<PlanNode> {
  const list = values.map((value) => pg.escapeLiteral(Array.isArray(value) ? arrayOf(value) : String(value)));
  const given = list.length > 0 ? `(${list.join(', ')})` : '';
  const { rows: answer } = await client.query(`explain (format json) execute operation${given}`);
  return (answer[0]['QUERY PLAN'] as [{ Plan: PlanNode }])[0].Plan;
}

/** As PostgreSQL writes an array. */
const arrayOf = (values: readonly unknown[]) => `{${values.map((value) => JSON.stringify(value)).join()}}`;

const textOf = (folder: string, file: string) =>
  readFileSync(new URL(`../../${folder}/${file}`, import.meta.url), 'utf8');
const filesOf = (folder: string) => readdirSync(new URL(`../../${folder}/`, import.meta.url)).sort();

test('the corpus has 50,000 statements, each record cited', () => {
  expect(rows.get('Statement')).toBeGreaterThan(49_000);
  expect(rows.get('Citation')).toBeGreaterThan(450_000);
});

describe('a ready operation', () => {
  test.each(filesOf('operations'))('%s, as it is', async (file) => {
    expect(await faults(textOf('operations', file))).toEqual([]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['life-of-an-actor.graphql', { slug: 'synthetic-actor-0' }],
    ['life-of-an-actor.graphql', { slug: 'synthetic-actor-9000' }],
    ['who-is-held-responsible.graphql', { actors: ['synthetic-actor-0', 'synthetic-actor-1'] }],
    ['what-rests-on-a-passage.graphql', { document: 'synthetic-document-500' }],
    ['what-the-law-did.graphql', { from: '2001-01-01', to: '2001-12-31' }],
  ])('%s with %j', async (file, variables) => {
    expect(await faults(textOf('operations', file), variables)).toEqual([]);
  });
});

describe('an operation of the benchmark', () => {
  test.each(filesOf('bench/operations'))('%s', async (file) => {
    const drawn = await withClient(database.url, drawVariables);
    const sets = drawn[file.replace('.graphql', '') as keyof typeof drawn];
    for (const variables of sets.slice(0, 5))
      expect(await faults(textOf('bench/operations', file), variables)).toEqual([]);
  });
});
