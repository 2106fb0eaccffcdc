/** The server as `npm start` starts it, on a database that the test holds in its hands. */
import { setTimeout } from 'node:timers/promises';
import { projectFolder } from '../../src/config.ts';
import { type Answer, ask } from '../server/testServer.ts';
import { type Program, start } from '../start/program.ts';
import { metricOf } from '../support/startedApi.ts';

/** Two operations of the same records; the second asks of the schema as well. */
export const paths = {
  compiled: '{ cases { totalCount nodes { slug } } }',
  withIntrospection: '{ __schema { queryType { name } } cases { totalCount nodes { slug } } }',
};

/** The whole answer to any of them, and what is answered while the database is away. */
export const whole = { status: 200, data: { cases: { totalCount: 1, nodes: [{ slug: 'free-iran-rally-plot' }] } } };
export const away = { status: 503, extensions: { code: 'SERVICE_UNAVAILABLE' } };

export interface Serving extends AsyncDisposable {
  program: Program;
  url: string;
  ask(query: string): Promise<Answer>;
  /** The status of another address, such as /readyz. */
  status(path: string): Promise<number>;
  /** @returns the value of a metric, 0 where there is none. */
  metric(name: string): Promise<number>;
  /** Whether the process is still there. */
  isUp(): boolean;
}

/**
 * Starts it on the database `url`; disposing of it ends it in order, or at once when it does not end.
 * @param prefix comes before the command: other limits of the process
 */
export async function startServing(
  url: string,
  env: Record<string, string> = {},
  prefix: readonly string[] = [],
): Promise<Serving> {
  const program = start(projectFolder, { env: { DATABASE_URL: url, LOG_LEVEL: 'trace', ...env }, prefix });
  const api = await program.listening;
  const get = (path: string) => fetch(new URL(path, api));
  return {
    program,
    url: api,
    ask: (query) => ask(api, query),
    status: async (path) => (await get(path)).status,
    metric: (name) => metricOf(api, name),
    isUp: () => program.child.exitCode === null && program.child.signalCode === null,
    async [Symbol.asyncDispose]() {
      program.child.kill('SIGTERM');
      const killing = new AbortController();
      void setTimeout(30_000, undefined, { signal: killing.signal }).then(
        () => program.child.kill('SIGKILL'),
        () => {},
      );
      await program.ended;
      killing.abort();
    },
  };
}

let asked = 0;

/** The same operation under another text, so that no answer to it is kept. */
export const unasked = (query: string) => query.replace('{', `query Unasked${(asked += 1)} {`);
