// Hands Apollo Server's operations over to `answer`.
import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server';
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Requester } from '../compiler/prepared.ts';
import type { KnownExtents } from '../db/extents.ts';
import { readOperation } from '../operation/read.ts';
import type { Answering } from './answer.ts';

export interface AnsweringPluginOptions<TContext extends object, R extends Requester> {
  answering: Answering<R>;
  extents: KnownExtents;
  /** Who asks, in the context of a request. */
  requester(context: TContext): R;
  /** Told of what failed in an answer. */
  onFailure(errors: readonly unknown[], requester: R): void;
  formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  hideSuggestions: boolean;
}

/** An Apollo plugin that answers queries. It has to stand after those that refuse operations. */
export function answerOperations<TContext extends object, R extends Requester>(
  options: AnsweringPluginOptions<TContext, R>,
): ApolloServerPlugin<TContext> {
  const { answering, extents, requester: requesterOf, onFailure, hideSuggestions } = options;
  const formatted = (error: GraphQLError): GraphQLFormattedError => {
    const { http: _http, ...given } = error.extensions;
    const extensions = { ...given, code: given['code'] ?? 'INTERNAL_SERVER_ERROR' };
    return options.formatError({ ...error.toJSON(), extensions }, error);
  };
  /** What is sent of a result, its errors in their public form. */
  function told(result: ExecutionResult, requester: R): FormattedExecutionResult {
    const { errors, data } = result;
    if (!errors) return { data: data ?? null };
    onFailure(errors, requester);
    return { errors: errors.map(formatted), data: data ?? null };
  }
  return {
    async requestDidStart() {
      return {
        async responseForOperation(context) {
          const { document, operation, request, contextValue } = context as Context<TContext>;
          // Without an operation of that name Apollo Server answers for itself.
          if (operation?.operation !== 'query') return null;
          const read = readOperation({ ...context, extents: extents.current }, hideSuggestions);
          if (!('shape' in read)) return null;
          const requester = requesterOf(contextValue);
          try {
            const result = await answering.answer({ document, request, read, requester });
            if (!result || requester.isAbandoned) return response(abandoned);
            return response(told(result, requester), statusOf(result));
          } catch (error) {
            if (requester.isAbandoned) return response(abandoned);
            const extensions = { code: 'INTERNAL_SERVER_ERROR' };
            const failed = new GraphQLError('the statement failed', { originalError: error as Error, extensions });
            return response(told({ data: null, errors: [failed] }, requester));
          }
        },
      };
    },
  };
}

/** Nobody reads it; it keeps the answer from being taken for one. */
const abandoned: FormattedExecutionResult = {
  data: null,
  errors: [{ message: 'The client has gone', extensions: { code: 'ABANDONED' } }],
};

type Context<TContext extends object> = Omit<GraphQLRequestContextResponseForOperation<TContext>, 'operation'> & {
  operation: GraphQLRequestContextResponseForOperation<TContext>['operation'] | undefined;
};

/** The status of an answer, where an error in it has one. */
const statusOf = ({ errors }: ExecutionResult): number | undefined =>
  (errors?.[0]?.extensions['http'] as { status?: number } | undefined)?.status;

const response = (singleResult: FormattedExecutionResult, status?: number): GraphQLResponse => ({
  body: { kind: 'single', singleResult },
  http: { status, headers: new HeaderMap() },
});
