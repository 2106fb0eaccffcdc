/** Texts that are seen for the first time: Apollo Server parses and validates them, and words their errors. */
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import { MAX_ERRORS } from '../graphql/badInput.ts';
import type { AskOfText } from './answer.ts';
import type { Documents } from './documents.ts';
import { formatError, logFaults } from './errors.ts';
import { type Outcome, refusedAs } from './outcome.ts';
import type { ApiRequest } from './request.ts';
import { limitRepetition, MAX_TOKENS } from './textLimits.ts';

export interface FirstOptions {
  schema: GraphQLSchema;
  documents: Documents;
  /** Whether clients may ask for the schema; Sandbox needs it. Without, no message suggests a name of the schema. */
  introspection: boolean;
  logger: Logger;
}

/** Answers an operation of a document that is valid. */
export type AnswerOperation = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  ask: AskOfText,
  request: ApiRequest,
) => Promise<Outcome | undefined>;

/** A request on its way through Apollo Server. */
interface Turn {
  ask: AskOfText;
  request: ApiRequest;
  outcome?: Outcome | undefined;
  /** Whether its text is not a valid document. */
  isInvalid: boolean;
}

interface Context {
  turn: Turn;
}

/** Apollo Server with every setting that would otherwise depend on NODE_ENV or APOLLO_KEY made explicit. */
export async function createFirst(options: FirstOptions, answerOperation: AnswerOperation) {
  const { schema, documents, introspection, logger } = options;
  const apollo = new ApolloServer<Context>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    formatError,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [limitRepetition],
    // Apollo Server adds one: the message that there are too many.
    validationOptions: { maxErrors: MAX_ERRORS - 1, hideSuggestions: !introspection },
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    documentStore: documents.store,
    stopOnTerminationSignals: false,
    logger,
    plugins: [
      handOver(answerOperation, logger),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();

  async function answer(ask: AskOfText, request: ApiRequest): Promise<Outcome | undefined> {
    const turn: Turn = { ask, request, isInvalid: false };
    const { query, operationName, variables } = ask;
    const { body } = await apollo.executeOperation({ query, operationName, variables }, { contextValue: { turn } });
    if (turn.outcome || request.isAbandoned) return turn.outcome;
    const outcome = refusedAs((body.kind === 'single' && body.singleResult.errors) || []);
    if (turn.isInvalid) documents.refuse(query, outcome);
    return outcome;
  }
  return { answer, [Symbol.asyncDispose]: () => apollo.stop() };
}

/** Hands a valid operation to the road, and keeps the outcome, of which Apollo Server sees nothing. */
function handOver(answerOperation: AnswerOperation, logger: Logger): ApolloServerPlugin<Context> {
  return {
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      logFaults(logger, [error], requestContext.contextValue.turn.request);
    },
    async requestDidStart({ contextValue: { turn } }) {
      const noteErrors = (errors: unknown) => {
        if (errors !== undefined) turn.isInvalid = true;
      };
      return {
        parsingDidStart: async () => async (error?: Error) => noteErrors(error),
        validationDidStart: async () => async (errors?: readonly Error[]) => noteErrors(errors),
        async responseForOperation({ document, operation }) {
          // Without an operation of that name Apollo Server says so.
          if (!(operation as OperationDefinitionNode | undefined)) return null;
          turn.outcome = await answerOperation(document, operation, turn.ask, turn.request);
          return { body: { kind: 'single', singleResult: { data: null } }, http: { headers: new HeaderMap() } };
        },
      };
    },
  };
}
