import { afterAll, beforeAll } from '@jest/globals';
import { graphql, type GraphQLSchema } from 'graphql';
import { createPool, createPrisma } from '../../src/db/connect.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { schema } from '../../src/graphql/schema.ts';
import { useDatabase } from './database.ts';
import { type Amount, fillTables } from './rows.ts';

/** What an operation answers; the shape is the caller's to know. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = any;

/** The schema executed in this process on a PostgreSQL of its own: no HTTP, no limits. */
export interface Api {
  readonly url: string;
  readonly prisma: PrismaClient;
  /** @returns the data of an operation; throws its first error. */
  ask(operation: string, variables?: Record<string, unknown>): Promise<Data>;
  /** @returns the SQL statements that an operation runs. */
  statements(operation: string, variables?: Record<string, unknown>, on?: GraphQLSchema): Promise<string[]>;
}

/** Gives the test file a database with synthetic rows in every table, and the API on it. */
export function useApi(amount: Amount): Api {
  const database = useDatabase('tables');
  const log: string[] = [];
  let client: PrismaClient | undefined;
  let close = async () => {};
  const prisma = () => {
    if (!client) throw new Error('the API is opened in beforeAll');
    return client;
  };
  beforeAll(async () => {
    await fillTables(database.url, amount);
    const pool = createPool(database.url, { size: 4, statementTimeout: 60_000, becomeReader: false, onError: () => {} });
    const opened = createPrisma(pool, ({ sql }) => log.push(sql));
    client = opened;
    close = async () => {
      await opened.$disconnect();
      await pool.end();
    };
  });
  afterAll(() => close());
  const run = async (on: GraphQLSchema, source: string, variableValues: Record<string, unknown> = {}) => {
    const { data, errors } = await graphql({ schema: on, source, variableValues, contextValue: { prisma: prisma() } });
    if (errors?.[0]) throw errors[0];
    return data;
  };
  return {
    get url() {
      return database.url;
    },
    get prisma() {
      return prisma();
    },
    ask: (operation, variables) => run(schema, operation, variables),
    async statements(operation, variables, on = schema) {
      log.length = 0;
      await run(on, operation, variables);
      return [...log];
    },
  };
}
