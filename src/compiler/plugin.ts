// Answers a query with one SQL statement, and sends PostgreSQL's JSON on as it is. What cannot be compiled goes to the
// resolvers, which say what every field means. A statement that fails is one error of the whole operation: of its fields none
// has been answered, where resolvers may have answered some.
import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ReadingPool } from '../db/readingPool.ts';
import { readOperation } from '../operation/read.ts';
import { tooManyBytes } from '../operation/tooMuch.ts';
import { CompiledShapes } from './compiled.ts';
import type { NamedStatement } from './oneRow.ts';
import { type Cancellable, runPrepared } from './prepared.ts';
import { NotCompilable } from './statement.ts';

/** The data of an answer as the text that it is sent as. */
class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Data as their text, which `stringifyResult` sends as it is. */
export const asText = (text: string) => new JsonText(text) as unknown as Record<string, unknown>;

export const isText = (data: unknown): boolean => data instanceof JsonText;

/** Apollo Server's `stringifyResult`: data that is text already stays as it is. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  return data instanceof JsonText ? `{"data":${data.text}}\n` : `${JSON.stringify(result)}\n`;
}

export interface CompilerOptions<TContext extends object> {
  pool: ReadingPool;
  /** Told of every statement that was run, and for which request; `duration` in milliseconds. */
  onStatement(statement: { duration: number }, context: TContext): void;
  /** Told of every statement that failed. */
  onFailure(error: unknown, context: TContext): void;
  /** Who waits for the answer: when nobody does any more, its statement is cancelled. */
  request?(context: TContext): Cancellable;
  /** Told of every operation that is left to the resolvers, with one of a few reasons, and the detail. */
  onFallback(reason: string, detail: string): void;
}

/** An Apollo plugin that answers queries by compiled statements. It has to stand after those that refuse operations. */
export function compileOperations<TContext extends object>(
  options: CompilerOptions<TContext>,
  hideSuggestions: boolean,
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<TContext> {
  const shapes = new CompiledShapes();
  const refuse = (error: GraphQLError) => answer({ data: null, errors: [formatError(error.toJSON(), error)] });
  const compile = (context: Context<TContext>): NamedStatement | undefined => {
    // Without an operation of that name Apollo Server answers for itself.
    if (!(context.operation as typeof context.operation | undefined)) return undefined;
    try {
      const read = readOperation(context, hideSuggestions);
      if (!('shape' in read)) throw new NotCompilable('arguments', 'that no field can answer');
      return shapes.statement(read);
    } catch (error) {
      // A mistake of the compiler's is not the client's: the resolvers answer, and the metric tells.
      options.onFallback(error instanceof NotCompilable ? error.reason : 'fault', String(error));
      return undefined;
    }
  };
  return {
    async requestDidStart() {
      return {
        async responseForOperation(context) {
          const statement = compile(context);
          if (!statement) return null;
          const { contextValue } = context;
          const request = options.request?.(contextValue);
          try {
            const [data, bytes] = await runPrepared(options.pool, statement, {
              onStatement: (done) => options.onStatement(done, contextValue),
              request,
            });
            if (data) return answer({ data: asText(data) });
            return refuse(tooManyBytes(Number(bytes)));
          } catch (error) {
            if (request?.isAbandoned) return refuse(abandoned());
            const extensions = { code: 'INTERNAL_SERVER_ERROR' };
            const failed = new GraphQLError('the statement failed', { originalError: error as Error, extensions });
            options.onFailure(failed, contextValue);
            return refuse(failed);
          }
        },
      };
    },
  };
}

/** Nobody reads it; it keeps the answer from being taken for one. */
const abandoned = () => new GraphQLError('The client has gone', { extensions: { code: 'ABANDONED' } });

type Context<TContext extends object> = GraphQLRequestContextResponseForOperation<TContext>;

const answer = (singleResult: FormattedExecutionResult): GraphQLResponse => ({
  body: { kind: 'single', singleResult },
  http: { status: undefined, headers: new HeaderMap() },
});
