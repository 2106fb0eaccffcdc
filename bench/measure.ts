/** The rounds: all servers take turns, so that whatever else the machine does meets all of them. */
import { type Database } from './database.ts';
import { type Generator } from './load/load.ts';
import { type OperationName } from './operations.ts';
import { cpuSeconds } from './processes.ts';
import { type Round } from './results.ts';
import { type Server } from './servers.ts';
import { type Variables } from './variables.ts';

export interface Pace {
  rounds: number;
  /** Of one round. */
  seconds: number;
  /** For which each server answers unmeasured first, in seconds: code is compiled, statements are prepared. */
  warmUp: number;
}

interface Task {
  generator: Generator;
  database: Database;
  servers: readonly Server[];
  operation: OperationName;
  sets: readonly Variables[];
  connections: number;
}

/** @returns the rounds of each server. */
export async function measure(task: Task, { rounds, seconds, warmUp }: Pace): Promise<Record<string, Round[]>> {
  const { servers } = task;
  const results: Record<string, Round[]> = {};
  for (const server of servers) {
    await runRound(task, server, warmUp);
    results[server.name] = [];
  }
  for (let round = 0; round < rounds; round++) {
    // Another one goes first each time.
    const order = servers.map((_, index) => servers[(index + round) % servers.length] as Server);
    for (const server of order) results[server.name]?.push(await runRound(task, server, seconds));
  }
  return results;
}

async function runRound(task: Task, server: Server, seconds: number): Promise<Round> {
  const { generator, database, operation, sets, connections } = task;
  const questions = sets.map((variables) => server.ask(operation, variables));
  const bodies = questions.map(({ body }) => body);
  const before = { server: cpuSeconds(server.pid), postgres: cpuSeconds(database.pid) };
  const load = await generator.run({ url: questions[0]?.url ?? '', bodies, connections, seconds });
  return {
    ...load,
    serverCpu: cpuSeconds(server.pid) - before.server,
    postgresCpu: cpuSeconds(database.pid) - before.postgres,
  };
}
