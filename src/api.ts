/** The API over a database: connections, client, schema, HTTP. */
import { type Config } from './config.ts';
import { createPool, createPrisma } from './db/connect.ts';
import { type Database } from './db/open.ts';
import { isLoaded } from './db/ready.ts';
import { listenForRevisions } from './db/revisionListener.ts';
import { schema } from './graphql/schema.ts';
import { keepAnswers } from './server/answers/kept.ts';
import { MAX_CONNECTIONS } from './server/connections.ts';
import { connectionsWithin, openFileLimit } from './server/openFiles.ts';
import { createLogger } from './server/logger.ts';
import { createMetrics } from './server/metrics.ts';
import { type RunningServer, startServer } from './server/server.ts';

/** What Sandbox opens with: from an event to the sentences it rests on. */
const landingDocument = `query FromEventToSentence {
  events(first: 10) {
    totalCount
    nodes {
      slug
      title
      standing
      date { edtf verbatim }
      citations { relation standing passage { paragraph quote document { title } } }
    }
  }
}
`;

/**
 * Starts the API on `database`. Disposing of it lets the requests under way finish and closes its connections.
 * @throws Failure with one line that says what to do, when it cannot listen
 */
export async function startApi(config: Config, database: Pick<Database, 'url' | 'readerUrl'>): Promise<RunningServer> {
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();
  const url = database.readerUrl ?? database.url;
  const reader = { statementTimeout: config.statementTimeout, becomeReader: database.readerUrl === undefined };
  const pool = createPool(url, {
    ...reader,
    size: config.poolSize,
    onError: (error) => logger.warn({ err: error }, 'a database connection broke'),
  });
  const prisma = createPrisma(pool, (statement) => metrics.observeStatement(statement));
  const answers =
    config.answerCache === 0
      ? undefined
      : keepAnswers(config.answerCache, (onLost) =>
          listenForRevisions(url, {
            ...reader,
            onLost,
            onDeaf: (error) => logger.warn({ err: error }, 'no answers are kept: changes of the database go unheard'),
            onHearing: () => logger.info('answers are kept again'),
          }),
        );
  // For each that runs a statement there may be one that cancels it, and one more hears of changes.
  const maxConnections = connectionsWithin(openFileLimit(), 2 * config.poolSize + 1);
  if (maxConnections < MAX_CONNECTIONS)
    logger.warn(
      { maxConnections },
      'few files may be open: raise the limit (ulimit -n) for more connections of clients',
    );
  metrics.watchPool(pool);
  if (answers) metrics.watchAnswers(answers);
  const close = async () => {
    await answers?.[Symbol.asyncDispose]();
    await pool.breakOff();
    await prisma.$disconnect();
    // What is told after the end of the API comes after all that the log tells of it.
    await new Promise<void>((resolve) => logger.flush(() => resolve()));
  };
  try {
    const server = await startServer({
      host: config.host,
      port: config.port,
      schema,
      limits: config.limits,
      introspection: config.introspection,
      landingDocument,
      createContext: () => ({ prisma }),
      corsOrigins: config.corsOrigins,
      loopbackOnly: config.loopbackOnly,
      allowedHosts: config.allowedHosts,
      trustProxy: config.trustProxy,
      rateLimit: config.rateLimit,
      // An operation may be silent for as long as a statement takes.
      timeouts: { silence: 120_000 + config.statementTimeout },
      maxConnections,
      ready: () => isLoaded(pool),
      logger,
      metrics,
      answers,
      compiler: config.compiler
        ? {
            pool,
            onStatement: (statement, { operation }) => metrics.observeStatement(statement, operation),
            request: ({ operation }) => operation,
            onFallback: (reason, detail) => {
              metrics.countFallback(reason);
              if (reason === 'fault') logger.error({ detail }, 'the compiler failed, the resolvers answer');
              else logger.debug({ reason, detail }, 'not compiled');
            },
          }
        : undefined,
    });
    return {
      ...server,
      async [Symbol.asyncDispose]() {
        await server[Symbol.asyncDispose]();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
