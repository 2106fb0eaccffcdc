import { afterAll, beforeAll } from '@jest/globals';
import { execute, type ExecutionResult, graphql, type GraphQLSchema, parse } from 'graphql';
import { createPool } from '../../src/db/connect.ts';
import { createPrisma } from '../../src/db/prisma.ts';
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
  /** @returns the SQL statements that an operation runs, which is taken to be valid. */
  statements(operation: string, on?: GraphQLSchema): Promise<string[]>;
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
    const pool = createPool(database.url, {
      size: 4,
      statementTimeout: 60_000,
      onError: () => {},
    });
    const opened = createPrisma(pool, ({ sql }) => log.push(sql));
    client = opened;
    close = async () => {
      await opened.$disconnect();
      await pool.end();
    };
  });
  afterAll(() => close());
  const dataOf = ({ data, errors }: ExecutionResult): Data => {
    if (errors?.[0]) throw errors[0];
    return data;
  };
  const contextValue = () => ({ prisma: prisma() });
  return {
    get url() {
      return database.url;
    },
    get prisma() {
      return prisma();
    },
    ask: async (source, variableValues) =>
      dataOf(await graphql({ schema, source, variableValues, contextValue: contextValue() })),
    async statements(operation, on = schema) {
      log.length = 0;
      dataOf(await execute({ schema: on, document: parse(operation), contextValue: contextValue() }));
      return [...log];
    },
  };
}
