import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContextWillSendResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { GraphQLSchema } from 'graphql';
import type { Answering } from '../answer/answer.ts';
import { answerOperations } from '../answer/plugin.ts';
import type { Logger } from 'pino';
import { MAX_ERRORS } from '../graphql/errors.ts';
import { type KnownExtents, unknownExtents } from '../db/extents.ts';
import { limitBytes } from './bytes.ts';
import type { KeptAnswers } from './answers/kept.ts';
import { answerAgain, stringifyAnswer } from './answers/plugin.ts';
import { createDocumentStore } from './documents.ts';
import { formatError, logFaults } from './errors.ts';
import { limitOperations, type Limits } from './limits.ts';
import type { Operation, RequestContext } from './operation.ts';
import { limitRepetition, MAX_TOKENS } from './text.ts';

export interface ApolloOptions {
  schema: GraphQLSchema;
  limits: Limits;
  /** Whether clients may ask for the schema; Sandbox needs it. Without, no message suggests a name of the schema. */
  introspection: boolean;
  /** The operation that Sandbox, the landing page, opens with. */
  landingDocument: string;
  logger: Logger;
  /** Who answers queries; without it the resolvers, with the context value of the request. */
  answering?: Answering<Operation> | undefined;
  /** How large the data are; without it nothing is known of that. */
  extents?: KnownExtents | undefined;
  /** Where finished answers are kept; without it none are. */
  answers?: KeptAnswers | undefined;
}

/** Apollo Server with every setting that would otherwise depend on NODE_ENV or APOLLO_KEY made explicit. */
export function createApollo<TContext extends object>(options: ApolloOptions): ApolloServer<TContext & RequestContext> {
  const { schema, limits, introspection, landingDocument, logger, answering, answers } = options;
  const extents = options.extents ?? { current: unknownExtents };
  const answered = {
    extents,
    requester: ({ operation }: RequestContext) => operation,
    onFailure: (errors: readonly unknown[], operation: Operation) => logFaults(logger, errors, operation),
    formatError,
    hideSuggestions: !introspection,
  };
  return new ApolloServer<TContext & RequestContext>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    formatError,
    stringifyResult: stringifyAnswer,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limitRepetition],
    // The message that there are too many is one more.
    validationOptions: { maxErrors: MAX_ERRORS - 1, hideSuggestions: !introspection },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: createDocumentStore(),
    stopOnTerminationSignals: false,
    logger,
    plugins: [
      limitOperations(limits, extents, !introspection),
      limitBytes(limits),
      // After those that add errors to an answer.
      trackOperations(logger),
      ...(answers ? [answerAgain(answers)] : []),
      ...(answering ? [answerOperations<RequestContext, Operation>({ answering, ...answered })] : []),
      // It wraps every resolver to compute a header that nobody reads.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageLocalDefault({
        embed: { runTelemetry: false },
        includeCookies: false,
        footer: false,
        document: landingDocument,
      }),
    ],
  });
}

const MAX_NAME_LENGTH = 100;

/** Tells the request's log line and metrics what became of the operation. */
function trackOperations(logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      logFaults(logger, [error], requestContext.contextValue.operation);
    },
    async requestDidStart({ contextValue: { operation: current } }) {
      return {
        async didResolveOperation({ operation, operationName }) {
          if (!operation) return;
          current.isKnown = true;
          current.name = operationName?.slice(0, MAX_NAME_LENGTH) ?? null;
        },
        async didEncounterErrors({ errors }) {
          logFaults(logger, errors, current);
        },
        async willSendResponse({ response }) {
          const { http, body } = response;
          const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
          for (const { extensions } of errors) current.codes.add(String(extensions?.['code']));
          current.refused = http.status === 400 && !current.codes.has('BAD_REQUEST');
          if (current.codes.has('SERVICE_UNAVAILABLE') && !hasData(response)) http.status = 503;
        },
      };
    },
  };
}

function hasData({ body }: GraphQLRequestContextWillSendResponse<object>['response']): boolean {
  return body.kind === 'incremental' || Object.values(body.singleResult.data ?? {}).some((value) => value !== null);
}
