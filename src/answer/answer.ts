/**
 * Answers an operation that is within the limits: by one SQL statement, or by the resolvers, whose statements all see the
 * database of one moment. The resolvers say what every field means; what can be compiled is answered as they would.
 */
import { type DocumentNode, execute, type ExecutionResult, GraphQLError } from 'graphql';
import type pg from 'pg';
import { compiledAnswers, compiledSizes } from '../compiler/compiled.ts';
import type { NamedStatement, Row } from '../compiler/oneRow.ts';
import { type Requester, runPrepared } from '../compiler/prepared.ts';
import { NotCompilable } from '../compiler/statement.ts';
import { lendPrisma } from '../db/prisma.ts';
import type { ReadingPool } from '../db/readingPool.ts';
import { inSnapshot } from '../db/snapshot.ts';
import type { ReadOperation } from '../operation/read.ts';
import { MAX_ANSWER_BYTES, tooManyBytes } from '../operation/tooMuch.ts';
import { withIntrospection } from './introspection.ts';
import { resolverStatements } from './resolverStatements.ts';
import { asText } from './text.ts';

/** An operation with its variables, and who asks. */
interface Asked<R extends Requester> {
  document: DocumentNode;
  /** As it was sent. */
  request: { variables?: Record<string, unknown> | undefined; operationName?: string | null | undefined };
  read: ReadOperation;
  requester: R;
}

export interface AnswerOptions<R extends Requester> {
  pool: ReadingPool;
  /** Milliseconds that one statement may take; the resolvers run many of them. */
  statementTimeout: number;
  /** Whether operations are compiled; without, the resolvers answer all of them. */
  compiler: boolean;
  /** Told of every statement that was run, and for whom; `duration` in milliseconds. */
  onStatement(statement: { duration: number }, requester: R): void;
  /** Told of every operation that is left to the resolvers, with one of a few reasons, and the detail. */
  onFallback(reason: string, detail: string): void;
}

/** Disposing of it ends no connection. */
export interface Answering<R extends Requester> extends AsyncDisposable {
  /**
   * @returns the data, as text where PostgreSQL wrote them, or what is wrong; undefined when nobody waits for it any more
   * @throws Error when the database fails
   */
  answer(asked: Asked<R>): Promise<ExecutionResult | undefined>;
}

/** As long as so many statements all that the resolvers run for an operation may take. */
const MANY = 10;

export function createAnswering<R extends Requester>(options: AnswerOptions<R>): Answering<R> {
  const { pool, statementTimeout, compiler, onStatement, onFallback } = options;
  const [answers, sizes] = [compiledAnswers(), compiledSizes()];
  const prisma = lendPrisma();

  /** The statement that answers an operation; undefined where the resolvers have to. */
  function compiled(read: ReadOperation): NamedStatement | undefined {
    if (!compiler) return undefined;
    try {
      return answers.statement(read);
    } catch (error) {
      // A mistake of the compiler's is not the client's: the resolvers answer, and the metric tells.
      onFallback(error instanceof NotCompilable ? error.reason : 'fault', String(error));
      return undefined;
    }
  }

  /** The statement that tells how long an answer would be, where that may be too long; undefined where there is none. */
  function sizeOf(read: ReadOperation): NamedStatement | undefined {
    if (read.shape.size.bytes <= MAX_ANSWER_BYTES) return undefined;
    try {
      return sizes.statement(read);
    } catch (error) {
      onFallback(error instanceof NotCompilable ? error.reason : 'fault', String(error));
      return undefined;
    }
  }

  async function resolved(asked: Asked<R>, client: pg.ClientBase, onDone: OnDone): Promise<ExecutionResult> {
    const statements = resolverStatements(client, asked.requester, onDone);
    const result = await prisma
      .on(statements.run, MANY * statementTimeout, async (context) => executed(asked, context))
      .catch((error: Error) => ({ data: null, errors: [new GraphQLError('Prisma failed', { originalError: error })] }));
    await statements.settled();
    return result;
  }

  async function answer(asked: Asked<R>): Promise<ExecutionResult | undefined> {
    const { read, requester } = asked;
    const statement = compiled(read);
    const { bytes, cost } = read.shape.size;
    // Answered also while PostgreSQL is away.
    if (!statement && cost === 0) return executed(asked, undefined);
    // One long text must not refuse all that could have it: PostgreSQL tells how long the texts are that are asked for.
    const size = sizeOf(read);
    const onDone: OnDone = (done) => onStatement(done, requester);
    const answered = await pool.read<Row | ExecutionResult | undefined>(
      async (client) => {
        const refusal = requester.refusal?.();
        if (refusal) return { data: null, errors: [refusal] };
        const run = (one: NamedStatement) => runPrepared(pool, client, one, { requester, onStatement: onDone });
        if (statement && !size) return run(statement);
        return inSnapshot(client, async () => {
          if (size) {
            const began = performance.now();
            const row = await run(size);
            const figure = Number(row?.[0]);
            if (!row || figure > MAX_ANSWER_BYTES) return row && tooLarge(figure);
            // Together they have the time of one.
            const left = Math.max(1, Math.floor(statementTimeout - (performance.now() - began)));
            await client.query(`set local statement_timeout = ${left}`);
          }
          return statement ? run(statement) : resolved(asked, client, onDone);
        });
      },
      { client: requester.client, bytes: Math.min(bytes, MAX_ANSWER_BYTES) },
    );
    return isRow(answered) ? textOf(answered, asked) : answered;
  }

  return { answer, [Symbol.asyncDispose]: () => prisma[Symbol.asyncDispose]() };
}

type OnDone = (statement: { duration: number }) => void;

const isRow = (answered: Row | ExecutionResult | undefined): answered is Row => Array.isArray(answered);

function executed<R extends Requester>({ document, request, read }: Asked<R>, prisma: unknown) {
  return execute({
    schema: read.schema,
    document,
    contextValue: { prisma },
    variableValues: request.variables,
    operationName: request.operationName,
  });
}

function textOf<R extends Requester>(row: Row, { read, request }: Asked<R>): ExecutionResult {
  const [data, bytes] = row;
  if (!data) return tooLarge(Number(bytes));
  const text = withIntrospection(data, read, request.variables ?? {});
  // Few answers come near it, and none of those without introspection is longer than PostgreSQL said.
  if (text !== data && Buffer.byteLength(text) > MAX_ANSWER_BYTES) return tooLarge(Buffer.byteLength(text));
  return { data: asText(text) };
}

const tooLarge = (bytes: number): ExecutionResult => ({ data: null, errors: [tooManyBytes(bytes)] });
