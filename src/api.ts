/** The API over a database: connections, client, schema, HTTP. */
import { type Config } from './config.ts';
import { rememberDocuments } from './answer/documents.ts';
import { createEngine } from './answer/engine.ts';
import { readPersisted } from './answer/persisted.ts';
import { createPool } from './db/connect.ts';
import { watchExtents } from './db/extents.ts';
import { isLoaded } from './db/ready.ts';
import { listenForRevisions } from './db/revisionListener.ts';
import { schema } from './graphql/schema.ts';
import { keepAnswers } from './answer/kept.ts';
import { MAX_CONNECTIONS } from './server/sockets.ts';
import { connectionsWithin, openFileLimit } from './server/openFiles.ts';
import { createLogger } from './server/logger.ts';
import { MAX_ANSWER_BYTES } from './operation/tooMuch.ts';
import { codeVersion } from './server/codeVersion.ts';
import { createMetrics } from './server/metrics.ts';
import { type RunningServer, startServer } from './server/server.ts';

/** Bytes of all answers that are made at a time, one of the largest: PostgreSQL and the server hold each several times over. */
const MAX_BYTES_AT_A_TIME = MAX_ANSWER_BYTES;

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
 * Starts the API on the database `url`, as a user who may only read (`checkReaderUrl`). Disposing of it lets the requests under way finish and closes its connections.
 * @throws Failure with one line that says what to do, when it cannot listen
 */
export async function startApi(config: Config, url: string): Promise<RunningServer> {
  const logger = createLogger(config.logLevel);
  const metrics = createMetrics();
  const reader = { statementTimeout: config.statementTimeout };
  const pool = createPool(url, {
    ...reader,
    size: config.poolSize,
    maxBytes: MAX_BYTES_AT_A_TIME,
    onError: (error) => logger.warn({ err: error }, 'a database connection was lost'),
  });
  const extents = await watchExtents(pool);
  const engine = createEngine({
    pool,
    statementTimeout: config.statementTimeout,
    compiler: config.compiler,
    onStatement: (statement, request) => {
      metrics.observeStatement(statement, request);
      request.account?.use(statement.duration);
    },
    onFallback: (reason, detail) => {
      metrics.countFallback(reason);
      if (reason === 'fault') logger.error({ detail }, 'the compiler failed, the resolvers answer');
      else logger.debug({ reason, detail }, 'not compiled');
    },
  });
  const kept =
    config.answerCache === 0
      ? undefined
      : keepAnswers(config.answerCache, (onLost) =>
          listenForRevisions(url, {
            ...reader,
            onLost,
            onDeaf: (error) =>
              logger.warn({ err: error }, 'answers are not kept: the server cannot listen for changes of the database'),
            onHearing: () => logger.info('answers are kept again'),
          }),
        );
  // For each that runs a statement there may be one that cancels it, and one more hears of changes.
  const maxConnections = connectionsWithin(openFileLimit(), 2 * config.poolSize + 1);
  if (maxConnections < MAX_CONNECTIONS)
    logger.warn({ maxConnections }, 'the limit of open files is low: raise it (ulimit -n) to accept more connections');
  metrics.watchPool(pool);
  if (kept) metrics.watchAnswers(kept);
  const close = async () => {
    await kept?.[Symbol.asyncDispose]();
    await pool.breakOff();
    await engine[Symbol.asyncDispose]();
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
      version: await codeVersion(),
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
      documents: rememberDocuments(),
      persisted: await readPersisted(config.persisted.mode, config.persisted.manifests),
      kept,
      engine,
      extents,
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
