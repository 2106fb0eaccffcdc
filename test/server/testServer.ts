import { afterAll, beforeAll } from '@jest/globals';
import { execute, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { boundedResult } from '../../src/answer/bounded.ts';
import { rememberDocuments } from '../../src/answer/documents.ts';
import { persisted } from '../../src/answer/persisted.ts';
import type { Engine } from '../../src/answer/engine.ts';
import { createPool, type PoolOptions } from '../../src/db/connect.ts';
import { unknownExtents } from '../../src/db/extents.ts';
import { createPrisma } from '../../src/db/prisma.ts';
import type { ReadingPool } from '../../src/db/readingPool.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/server.ts';

export interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
  extensions: Record<string, unknown>;
  headers: Headers;
}

const silent = pino({ level: 'silent' });

type Given = Partial<ServerOptions> &
  Pick<ServerOptions, 'schema'> & {
    /** The context value of the resolvers, where no `engine` is given. */
    createContext?: () => unknown;
  };

/** Runs operations of any schema by its resolvers, in the place of those that need a database. */
export const executing = (schema: GraphQLSchema, createContext: () => unknown, bound = boundedResult): Engine => ({
  async run({ document, ask: { variables, operationName } }) {
    const contextValue = createContext();
    const result = await execute({ schema, document, contextValue, variableValues: variables, operationName });
    return bound(result);
  },
  async [Symbol.asyncDispose]() {},
});

/** Starts a server on a free port, with the settings that `npm start` has unless they are given. */
export function startTestServer({ createContext = () => ({}), ...given }: Given): Promise<RunningServer> {
  return startServer({
    engine: executing(given.schema, createContext),
    extents: { current: unknownExtents },
    host: 'localhost',
    port: 0,
    limits: { depth: 15, cost: 30_000 },
    introspection: true,
    corsOrigins: undefined,
    loopbackOnly: true,
    allowedHosts: [],
    trustProxy: undefined,
    rateLimit: undefined,
    landingDocument: '{ __typename }',
    version: '1',
    documents: rememberDocuments(),
    persisted: persisted('also', new Map()),
    logger: silent,
    metrics: createMetrics(),
    ready: async () => true,
    ...given,
  });
}

/** A pool and a Prisma client on `database`, as the API has them, for the tests of a file. */
export function usePrisma(
  database: { readonly url: string },
  { onStatement, ...given }: Partial<PoolOptions> & { onStatement?: Parameters<typeof createPrisma>[1] } = {},
) {
  let opened: { pool: ReadingPool; prisma: ReturnType<typeof createPrisma> } | undefined;
  const open = () => {
    if (!opened) throw new Error('the pool is made in beforeAll');
    return opened;
  };
  beforeAll(() => {
    const defaults = { size: 5, statementTimeout: 5000, onError: () => {} };
    const pool = createPool(database.url, { ...defaults, ...given });
    opened = { pool, prisma: createPrisma(pool, onStatement) };
  });
  afterAll(async () => {
    await opened?.prisma.$disconnect();
    await opened?.pool.end();
  });
  return {
    get pool() {
      return open().pool;
    },
    get prisma() {
      return open().prisma;
    },
  };
}

/** A server for the tests of a file; `options` are made once the hooks before have run. */
export function useServer(options: () => Given) {
  let server: RunningServer | undefined;
  const running = () => {
    if (!server) throw new Error('the server is started in beforeAll');
    return server;
  };
  beforeAll(async () => {
    server = await startTestServer(options());
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });
  return {
    get url() {
      return running().url;
    },
    /** Sends an operation and accepts application/graphql-response+json, whose status tells a refusal. */
    ask: (
      query: string,
      variables?: Record<string, unknown>,
      headers?: Record<string, string>,
      operationName?: string,
    ) => ask(running().url, query, variables, headers, operationName),
    /** Gets another address of the server. */
    get: (path: string, init?: RequestInit) => fetch(new URL(path, running().url), { redirect: 'manual', ...init }),
  };
}

export async function ask(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
  operationName?: string,
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const body = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
  return {
    ...body,
    extensions: body.errors?.[0]?.extensions ?? {},
    status: response.status,
    headers: response.headers,
  };
}
