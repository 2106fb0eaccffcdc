// Answers a query with one SQL statement, and sends PostgreSQL's JSON on as it is. What cannot be compiled goes to the
// resolvers, which say what every field means.
import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type pg from 'pg';
import { tooMuch } from '../operation/measure.ts';
import { readOperation } from '../operation/read.ts';
import { CompiledShapes, MAX_ANSWER_BYTES } from './compiled.ts';
import { type NamedStatement, runPrepared } from './prepared.ts';
import { NotCompilable } from './statement.ts';

/** The data of an answer as the text that it is sent as. */
class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Apollo Server's `stringifyResult`: data that is text already stays as it is. */
export function stringifyResult(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  return data instanceof JsonText ? `{"data":${data.text}}\n` : `${JSON.stringify(result)}\n`;
}

export interface CompilerOptions {
  pool: pg.Pool;
  /** Told of every statement that is run. */
  onStatement(): void;
  /** Told of every operation that is left to the resolvers, with one of a few reasons, and the detail. */
  onFallback(reason: string, detail: string): void;
}

/** An Apollo plugin that answers queries by compiled statements. It has to stand after those that refuse operations. */
export function compileOperations(
  options: CompilerOptions,
  hideSuggestions: boolean,
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin {
  const shapes = new CompiledShapes();
  const refuse = (error: GraphQLError) => answer({ data: null, errors: [formatError(error.toJSON(), error)] });
  const compile = (context: Context): NamedStatement | undefined => {
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
          try {
            options.onStatement();
            const [row] = await runPrepared<{ data: string | null; bytes: number }>(options.pool, statement);
            if (row?.data) return answer({ data: new JsonText(row.data) as unknown as Record<string, unknown> });
            return refuse(tooMuch('OPERATION_TOO_COMPLEX', 'bytes', row?.bytes ?? 0, MAX_ANSWER_BYTES));
          } catch (error) {
            const extensions = { code: 'INTERNAL_SERVER_ERROR' };
            return refuse(new GraphQLError('the statement failed', { originalError: error as Error, extensions }));
          }
        },
      };
    },
  };
}

type Context = GraphQLRequestContextResponseForOperation<object>;

const answer = (singleResult: FormattedExecutionResult): GraphQLResponse => ({
  body: { kind: 'single', singleResult },
  http: { status: undefined, headers: new HeaderMap() },
});
