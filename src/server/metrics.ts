/** What is counted for Prometheus: a registry of its own for each server, labels that no client can multiply. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { errorCode } from '../answer/errorCodes.ts';
import type { ApiRequest } from '../answer/request.ts';

/** The names of operations come from clients: beyond this many, a name is counted as `other`. */
const MAX_NAMES = 100;

export interface Metrics {
  registry: Registry;
  /**
   * To be called for each SQL statement that was run for an operation, `duration` in milliseconds.
   */
  observeStatement(statement: { duration: number }, request: ApiRequest): void;
  /** Counts an operation that was not compiled to SQL, by one of a few reasons. */
  countFallback(reason: string): void;
  /** Counts a request that was refused before it could become an operation, by one of a few reasons. */
  countRejection(reason: string): void;
  /** Shows the connections of `pool` whenever somebody asks. */
  watchPool(pool: { readonly totalCount: number; readonly idleCount: number; readonly waiting: number }): void;
  /** Shows the number of connections of clients whenever somebody asks. */
  watchConnections(connections: { readonly size: number }): void;
  /** Shows what `answers` hold whenever somebody asks. */
  watchAnswers(answers: { readonly bytes: number; readonly revision: object | undefined }): void;
  /** Counts a request that was answered with an HTTP status, or given up by the client. */
  observe(request: ApiRequest, status: number | 'aborted', seconds: number): void;
}

/** Metrics in a new registry, with those of Node.js. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'casebook_graphql_requests_total',
    help: 'GraphQL requests answered, by outcome: ok, partial (data with errors), refused, failed, aborted',
    labelNames: ['outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'casebook_graphql_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer, by operation name',
    labelNames: ['operation'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const cost = new Histogram({
    name: 'casebook_graphql_operation_cost',
    help: 'Records that an operation may return at most',
    buckets: [1, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000],
    registers,
  });
  const statements = new Counter({ name: 'casebook_sql_statements_total', help: 'SQL statements run', registers });
  const statementDuration = new Histogram({
    name: 'casebook_sql_duration_seconds',
    help: 'How long SQL statements took, on a connection: the wait for one is not counted',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const statementsPerOperation = new Histogram({
    name: 'casebook_graphql_operation_sql_statements',
    help: 'SQL statements run for one operation',
    buckets: [0, 1, 2, 5, 10, 20, 50, 100],
    registers,
  });
  const fallbacks = new Counter({
    name: 'casebook_graphql_not_compiled_total',
    help: 'Operations that the resolvers answered, by the reason why they were not compiled to SQL',
    labelNames: ['reason'],
    registers,
  });
  const rejected = new Counter({
    name: 'casebook_graphql_rejected_total',
    help: 'Requests answered without data, by error code',
    labelNames: ['reason'],
    registers,
  });
  const answered = new Counter({
    name: 'casebook_answers_total',
    help: 'Operations looked for among the kept answers, by result: hit, miss',
    labelNames: ['result'],
    registers,
  });
  const labelOf = boundedLabels(MAX_NAMES);
  const show = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });

  return {
    registry,
    countFallback(reason) {
      fallbacks.inc({ reason });
    },
    observeStatement({ duration }, request) {
      statements.inc();
      statementDuration.observe(duration / 1000);
      request.statements += 1;
    },
    countRejection(reason) {
      rejected.inc({ reason });
    },
    watchPool(pool) {
      show('casebook_pool_connections', 'Database connections that are open', () => pool.totalCount);
      show('casebook_pool_idle', 'Database connections that nobody uses', () => pool.idleCount);
      show('casebook_pool_waiting', 'Those who wait for a database connection', () => pool.waiting);
    },
    watchConnections(connections) {
      show('casebook_http_connections', 'Connections of clients that are open', () => connections.size);
    },
    watchAnswers(answers) {
      show('casebook_answers_bytes', 'Memory that the kept answers take', () => answers.bytes);
      const listening = '1 while changes of the database are heard and answers are kept, else 0';
      show('casebook_answers_listening', listening, () => (answers.revision ? 1 : 0));
    },
    observe(request, status, seconds) {
      const outcome = outcomeOf(request, status);
      requests.inc({ outcome });
      if (outcome === 'refused') for (const reason of request.codes) rejected.inc({ reason });
      duration.observe({ operation: request.isKnown ? labelOf(request.name) : 'none' }, seconds);
      if (request.answer) answered.inc({ result: request.answer });
      if (request.cost !== undefined) cost.observe(request.cost);
      if (request.isKnown && outcome !== 'refused') statementsPerOperation.observe(request.statements);
    },
  };
}

/** Lets the first `limit` names through. */
function boundedLabels(limit: number): (name: string | null) => string {
  const names = new Set<string>();
  return (name) => {
    if (name === null) return 'anonymous';
    if (names.size < limit) names.add(name);
    return names.has(name) ? name : 'other';
  };
}

type Outcome = 'ok' | 'partial' | 'refused' | 'failed' | 'aborted';

function outcomeOf({ codes, isRefused }: ApiRequest, status: number | 'aborted'): Outcome {
  if (status === 'aborted') return status;
  if (codes.some((code) => errorCode(code)?.fault === 'server')) return 'failed';
  // A status of 501 is the client's mistake, and has its code; without one nothing is known of it.
  if (status >= 500 && codes.length === 0) return 'failed';
  if (isRefused || status >= 400) return 'refused';
  return codes.length > 0 ? 'partial' : 'ok';
}
