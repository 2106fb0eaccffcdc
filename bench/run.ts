/** All that is measured on data of one size. */
import type pg from 'pg';
import { withClient } from '../src/db/client.ts';
import { type Progress } from '../src/progress.ts';
import { checkAnswers } from './check.ts';
import { folderOf, prepare } from './corpora.ts';
import { type Database, openDatabase } from './database.ts';
import { startGenerator } from './load/load.ts';
import { describeRun } from './machine.ts';
import { measure, type Pace } from './measure.ts';
import { measureNeighbours } from './neighbours.ts';
import { type OperationName } from './operations.ts';
import { startPostgraphile } from './postgraphile/postgraphile.ts';
import { memory } from './processes.ts';
import { profilePoint } from './profile.ts';
import { type Neighbours, type OperationResult, type Size, type SizeResult } from './results.ts';
import { type Server, type ServerName, startCasebook, startFloor } from './servers.ts';
import { measureStartup } from './startup.ts';
import { type DrawnVariables, drawVariables, type Variables } from './variables.ts';

export interface Choice extends Omit<Pace, 'warmUp'> {
  clients: number[];
  operations: OperationName[];
  only: ServerName[];
}

/** Seconds of warming up: at first, and before more clients ask what is warm already. */
const [cold, warm] = [1, 0.5];

/** Of the answer cache, where hits are measured. */
const cacheMegabytes = '64';

/** @param data a data folder to use instead of that of `size` */
export async function runSize(size: Size, choice: Choice, progress: Progress, data?: string): Promise<SizeResult> {
  const folder = data ?? folderOf(size);
  const { startupVariables, ...result } = await measureOn(folder, data === undefined ? size : 'case', choice, progress);
  if (!choice.only.includes('casebook')) return result;
  return { ...result, startup: await measureStartup(folder, startupVariables, progress) };
}

/** Measures only what one client meets beside another. */
export async function neighboursOn(size: Size, progress: Progress, data = folderOf(size)): Promise<Neighbours> {
  await using database = await openDatabase(data, progress);
  await prepare(database.url, size, progress);
  const { variables } = await withClient(database.url, readData);
  return await measureNeighbours(database.url, variables.point, progress);
}

async function measureOn(folder: string, size: Size, choice: Choice, progress: Progress) {
  await using database = await openDatabase(folder, progress);
  await prepare(database.url, size, progress);
  progress.update('Drawing variables …');
  const { variables, records, postgres } = await withClient(database.url, readData);
  const servers: Server[] = [];
  try {
    for (const name of choice.only) {
      progress.update(`Starting ${name} …`);
      servers.push(await starters[name](database.url, variables));
    }
    await using generator = startGenerator();
    const operations: SizeResult['operations'] = {};
    for (const operation of choice.operations) {
      progress.update(`Comparing the answers to ${operation} …`);
      const checked = await checkAnswers(database, servers, operation, variables[operation]);
      operations[operation] = { ...checked, clients: {} };
    }
    const cached = choice.only.includes('casebook') ? await startCached(database, variables) : undefined;
    if (cached) servers.push(cached);
    await database.stopCounting();
    for (const [operation, result] of Object.entries(operations) as [OperationName, OperationResult][]) {
      for (const connections of choice.clients) {
        progress.update(`Measuring ${operation}, clients: ${connections} …`);
        const task = { generator, database, operation, sets: variables[operation], connections };
        const pace = { ...choice, warmUp: connections === choice.clients[0] ? cold : warm };
        const compared = servers.filter((server) => server !== cached);
        result.clients[connections] = await measure({ ...task, servers: compared }, pace);
        if (cached)
          (result.hits ??= {})[connections] = (await measure({ ...task, servers: [cached] }, { ...pace, rounds: 3 }))[
            'casebook'
          ];
      }
    }
    progress.update('Profiling …');
    const profile = cached && (await profilePoint(database.url, variables.point, generator));
    const neighbours = choice.only.includes('casebook')
      ? await measureNeighbours(database.url, variables.point, progress)
      : undefined;
    const memories = servers.filter((server) => server !== cached).map(({ name, pid }) => [name, memory(pid)]);
    return {
      ...describeRun(postgres),
      records,
      operations,
      memory: Object.fromEntries(memories),
      ...(profile && { profile }),
      ...(neighbours && { neighbours }),
      startupVariables: variables.point[0] as Variables,
    };
  } finally {
    await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
  }
}

/** Casebook with its answer cache on; undefined where it has none: what was asked before makes statements again. */
async function startCached(database: Database, variables: DrawnVariables): Promise<Server | undefined> {
  const server = await startCasebook({ DATABASE_URL: database.url, ANSWER_CACHE_MB: cacheMegabytes });
  await checkAnswers(database, [server], 'point', variables.point);
  const { statements } = await checkAnswers(database, [server], 'point', variables.point);
  if ((statements['casebook'] ?? 1) < 0.5) return server;
  await server[Symbol.asyncDispose]();
  return undefined;
}

const starters: Record<ServerName, (url: string, variables: DrawnVariables) => Promise<Server>> = {
  casebook: (url) => startCasebook({ DATABASE_URL: url }),
  floor: (url) => startFloor(url, false),
  'floor-text': (url) => startFloor(url, true),
  postgraphile: startPostgraphile,
};

async function readData(client: pg.ClientBase) {
  await client.query('analyze');
  const { rows } = await client.query<{ version: string }>(`select split_part(version(), ' ', 2) as version`);
  const variables = await drawVariables(client);
  return { variables, records: await countRecords(client), postgres: rows[0]?.version ?? '' };
}

async function countRecords(client: pg.ClientBase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of ['Case', 'Event', 'Actor', 'Statement', 'Claim', 'LegalAction', 'Citation']) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from "${name}"`);
    counts[name] = Number(rows[0]?.count);
  }
  return counts;
}
