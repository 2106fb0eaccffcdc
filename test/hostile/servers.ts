// The API as `npm start` runs it, and the same with the resolvers alone, on one database: what is sent to one is sent to both.
import { afterAll, beforeAll } from '@jest/globals';
import { startApi } from '../../src/api.ts';
import { readConfig } from '../../src/config.ts';
import type { RunningServer } from '../../src/server/server.ts';
import { type Answer, ask } from '../server/testServer.ts';
import type { Data } from '../support/api.ts';
import { asReader } from '../support/databases.ts';

/** Who answers: one SQL statement, or the resolvers. */
export type Path = 'compiled' | 'resolvers';
export const paths: readonly Path[] = ['compiled', 'resolvers'];

/** An operation as a client sends it. */
export interface Request {
  query: string;
  variables?: Record<string, unknown> | undefined;
}

/** Starts both for the tests of a file, with the settings of `npm start` but for `env`; no answer is kept. */
export function useServers(database: { readonly url: string }, env: Record<string, string> = {}) {
  const running = new Map<Path, RunningServer>();
  const urlOf = (path: Path) => {
    const server = running.get(path);
    if (!server) throw new Error('the servers are started in beforeAll');
    return server.url;
  };
  beforeAll(async () => {
    const config = readConfig({
      PORT: '0',
      LOG_LEVEL: 'silent',
      STATEMENT_TIMEOUT: '30000',
      ANSWER_CACHE_MB: '0',
      ...env,
    });
    running.set('compiled', await startApi(config, asReader(database.url)));
    running.set('resolvers', await startApi({ ...config, compiler: false }, asReader(database.url)));
  });
  afterAll(async () => {
    for (const server of running.values()) await server[Symbol.asyncDispose]();
  });
  return {
    urlOf,
    post: (path: Path, { query, variables }: Request) => ask(urlOf(path), query, variables),
    /** @returns the data of an operation; throws its first error */
    async ask(path: Path, { query, variables }: Request): Promise<Data> {
      const { data, errors } = await ask(urlOf(path), query, variables);
      if (errors?.[0]) throw new Error(errors[0].message);
      return data;
    },
    get: (path: Path, request: Request) => get(urlOf(path), request),
    /** @returns how many SQL statements ran since the server started */
    statements: (path: Path) => sumOf(urlOf(path), 'casebook_sql_statements_total'),
    /** @returns the sum of the values of a metric */
    metric: (path: Path, name: string) => sumOf(urlOf(path), name),
  };
}

async function get(url: string, { query, variables = {} }: Request): Promise<Answer> {
  const address = new URL(url);
  address.search = new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString();
  const response = await fetch(address, {
    headers: { accept: 'application/graphql-response+json', 'apollo-require-preflight': 'yes' },
  });
  const body = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
  const extensions = body.errors?.[0]?.extensions ?? {};
  return { ...body, extensions, status: response.status, headers: response.headers };
}

async function sumOf(url: string, name: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  const samples = text.split('\n').filter((line) => line.startsWith(name));
  return samples.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
