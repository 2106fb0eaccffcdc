// The same API twice on one database: as it is, and with the resolvers alone.
import { readMetrics, startTestApi } from '../support/startedApi.ts';
import type { Request } from './generate/document.ts';

/** An answer as a client has it; `body` is the JSON, its keys in order. */
export interface Answer {
  status: number;
  type: string | null;
  body: string;
}

/** What the compiled API counts of its operations. */
export interface Counts {
  /** Operations that were executed. */
  executed: number;
  /** Those of them that ran one SQL statement, or none. */
  oneStatement: number;
  /** Those that ask for records and were left to the resolvers. */
  notCompiled: number;
}

export interface Servers extends AsyncDisposable {
  compiled(request: Request): Promise<Answer>;
  reference(request: Request): Promise<Answer>;
  counts(): Promise<Counts>;
}

/** Starts both on the database at `url`. */
export async function openServers(url: string): Promise<Servers> {
  // Less costly operations than by default: the resolvers take their time.
  const env = {
    MAX_COST: '2000',
    STATEMENT_TIMEOUT: '60000',
    // Each answer is computed, also when the same is asked again.
    ANSWER_CACHE_MB: '0',
  };
  const api = await startTestApi(url, env);
  // What the resolvers answer is what an operation means.
  const reference = await startTestApi(url, { ...env, COMPILER: 'false' });
  return {
    compiled: (request) => post(api.url, request),
    reference: (request) => post(reference.url, request),
    counts: () => readCounts(api.url),
    async [Symbol.asyncDispose]() {
      await reference[Symbol.asyncDispose]();
      await api[Symbol.asyncDispose]();
    },
  };
}

/** Milliseconds: what is not answered by then never is, and would keep the run from its end. */
const patience = 120_000;

async function post(url: string, request: Request): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(patience),
  });
  const body = JSON.stringify(await response.json());
  return { status: response.status, type: response.headers.get('content-type'), body };
}

async function readCounts(url: string): Promise<Counts> {
  // At one moment: an operation that is counted meanwhile would be one in some of the figures only.
  const sum = await readMetrics(url);
  const statements = 'casebook_graphql_operation_sql_statements';
  const notCompiled = 'casebook_graphql_not_compiled_total';
  return {
    executed: sum(`${statements}_count`),
    oneStatement: sum(`${statements}_bucket{le="1"}`),
    notCompiled: sum(notCompiled) - sum(`${notCompiled}{reason="no record"}`),
  };
}
