/**
 * Runs an operation that is within the limits: by one SQL statement, or by the resolvers, whose statements all see the
 * database of one moment. The resolvers say what every field means; what can be compiled is answered as they would.
 */
import { type DocumentNode, execute, GraphQLError } from 'graphql';
import type pg from 'pg';
import { compiledAnswers, type CompiledShapes, compiledSizes } from '../compiler/compiled.ts';
import type { NamedStatement, Row } from '../compiler/oneRow.ts';
import { runPrepared } from '../compiler/prepared.ts';
import { NotCompilable } from '../compiler/statement.ts';
import { cancellable } from '../db/cancel.ts';
import { lendPrisma } from '../db/prisma.ts';
import type { ReadingPool } from '../db/readingPool.ts';
import { inSnapshot } from '../db/snapshot.ts';
import type { ReadOperation } from '../operation/read.ts';
import { MAX_ANSWER_BYTES } from '../operation/tooMuch.ts';
import type { Ask } from './answer.ts';
import { boundedResult, type Result, tooLong } from './bounded.ts';
import { withIntrospection } from './introspection.ts';
import type { ApiRequest } from './request.ts';
import { resolverStatements } from './resolverStatements.ts';

/** An operation that is within the limits. */
interface Runnable {
  document: DocumentNode;
  ask: Ask;
  read: ReadOperation;
  request: ApiRequest;
}

/** What runs operations; disposing of it ends no connection. */
export interface Engine extends AsyncDisposable {
  /**
   * @returns the JSON of the data; what is wrong, with what was answered beside it; undefined when nobody waits for it
   * @throws Error when the database fails
   */
  run(operation: Runnable): Promise<Result | undefined>;
}

export interface EngineOptions {
  pool: ReadingPool;
  /** Milliseconds that one statement may take; the resolvers run many of them. */
  statementTimeout: number;
  /** Whether operations are compiled; without, the resolvers answer all of them. */
  compiler: boolean;
  /** Called for every statement that was run, with the request it was run for; `duration` in milliseconds. */
  onStatement(statement: { duration: number }, request: ApiRequest): void;
  /** Called for every operation that is left to the resolvers, with one of a few reasons, and the detail. */
  onFallback(reason: string, detail: string): void;
}

/** As long as so many statements all that the resolvers run for an operation may take. */
const MANY = 10;

export function createEngine(options: EngineOptions): Engine {
  const { pool, statementTimeout, compiler, onStatement, onFallback } = options;
  const [answers, sizes] = [compiledAnswers(), compiledSizes()];
  const prisma = lendPrisma();

  /** The statement that an operation is compiled to; undefined where there is none. */
  function compiled(statements: CompiledShapes, read: ReadOperation): NamedStatement | undefined {
    try {
      return statements.statement(read);
    } catch (error) {
      // A fault of the compiler must not fail the client: the resolvers answer, and the metric counts it.
      onFallback(error instanceof NotCompilable ? error.reason : 'fault', String(error));
      return undefined;
    }
  }

  async function resolved(asked: Runnable, client: pg.Client, onDone: OnDone): Promise<Result> {
    const run = resolverStatements(client, asked.request, onDone);
    const running = cancellable(client, asked.request);
    const result = await prisma
      .on(run, MANY * statementTimeout, async (prismaClient) => executed(asked, prismaClient))
      .catch((error: Error) => ({ data: null, errors: [new GraphQLError('Prisma failed', { originalError: error })] }));
    await running.end(asked.request);
    return boundedResult(result);
  }

  async function run(asked: Runnable): Promise<Result | undefined> {
    const { read, request } = asked;
    const { bytes, cost } = read.shape.size;
    const statement = compiler ? compiled(answers, read) : undefined;
    // Answered also while PostgreSQL is away.
    if (!statement && cost === 0) return withoutDatabase(asked);
    // The bound assumes the longest text everywhere. Before it refuses an operation, PostgreSQL tells how long its own texts are.
    const size = bytes > MAX_ANSWER_BYTES ? compiled(sizes, read) : undefined;
    const onDone: OnDone = (done) => onStatement(done, request);
    const answered = await pool.read<Row | Result | undefined>(
      (client) => {
        const refusal = request.refusal();
        if (refusal) return Promise.resolve({ data: null, errors: [refusal] });
        const rowOf = (one: NamedStatement) => runPrepared(client, one, { requester: request, onStatement: onDone });
        if (statement && !size) return rowOf(statement);
        return inSnapshot(client, async () => {
          if (size) {
            const began = performance.now();
            const row = await rowOf(size);
            const figure = Number(row?.[0]);
            if (!row || figure > MAX_ANSWER_BYTES) return row && tooLong(figure);
            // Both statements together may take as long as one.
            const left = Math.max(1, Math.floor(statementTimeout - (performance.now() - began)));
            await client.query(`set local statement_timeout = ${left}`);
          }
          return statement ? rowOf(statement) : resolved(asked, client, onDone);
        });
      },
      { client: request.client, bytes: Math.min(bytes, MAX_ANSWER_BYTES) },
    );
    return isRow(answered) ? textOf(answered, asked) : answered;
  }

  return { run, [Symbol.asyncDispose]: () => prisma[Symbol.asyncDispose]() };
}

type OnDone = (statement: { duration: number }) => void;

const isRow = (answered: Row | Result | undefined): answered is Row => Array.isArray(answered);

function executed({ document, ask, read }: Runnable, prisma: unknown) {
  return execute({
    schema: read.schema,
    document,
    contextValue: { prisma },
    variableValues: ask.variables,
    operationName: ask.operationName,
  });
}

const withoutDatabase = async (asked: Runnable): Promise<Result> => boundedResult(await executed(asked, undefined));

function textOf(row: Row, { read, ask }: Runnable): Result {
  const [data, bytes] = row;
  if (!data) return tooLong(Number(bytes));
  return withIntrospection(data, read, ask.variables ?? {});
}
