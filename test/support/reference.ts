import { pino } from 'pino';
import type { Config } from '../../src/config.ts';
import { createPool, createPrisma } from '../../src/db/connect.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { type RunningServer, startServer } from '../../src/server/server.ts';

/** Starts the API without its compiler: the resolvers answer everything, which says what every operation means. */
export async function startReference(config: Config, database: { url: string }): Promise<RunningServer> {
  const pool = createPool(database.url, {
    size: config.poolSize,
    statementTimeout: config.statementTimeout,
    becomeReader: true,
    onError: () => {},
  });
  const metrics = createMetrics();
  const prisma = createPrisma(pool, () => metrics.countStatement());
  const server = await startServer({
    host: config.host,
    port: config.port,
    schema,
    limits: config.limits,
    introspection: config.introspection,
    landingDocument: '{ __typename }',
    createContext: () => ({ prisma }),
    corsOrigins: config.corsOrigins,
    ready: async () => true,
    logger: pino({ level: config.logLevel }),
    metrics,
  });
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
