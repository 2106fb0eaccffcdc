/** The one road of every answer: whoever asks, over HTTP or otherwise, is answered here. */
import { type DocumentNode, getOperationAST, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { KnownExtents } from '../db/extents.ts';
import { readOperation } from '../operation/read.ts';
import type { Engine } from './engine.ts';
import { logFaults } from './errors.ts';
import { createFirst, type FirstOptions } from './first.ts';
import type { KeptAnswers } from './kept.ts';
import { excesses, type Limits, pointsOf } from './limits.ts';
import { answered, type AnswerSource, complete, failed, type Outcome, refused } from './outcome.ts';
import type { PersistedDocuments } from './persisted.ts';
import { type ApiRequest, overdrawn } from './request.ts';

/** A question as a client asks it, read from whatever carried it. */
export interface Ask {
  /** The text of the document. */
  query?: string | undefined;
  /** The id of a persisted document, in place of its text. */
  documentId?: string | undefined;
  operationName?: string | undefined;
  /** As they were sent. */
  variables?: Record<string, unknown> | undefined;
  /** Whether the client already has the answer that depends on this source: then it is not computed. */
  hasAnswer?: ((source: AnswerSource) => boolean) | undefined;
}

/** What is asked, with the text of the document. */
export type AskOfText = Ask & { query: string };

export interface AnswerOptions extends FirstOptions {
  limits: Limits;
  persisted: PersistedDocuments;
  /** Runs what is within the limits. */
  engine: Engine;
  /** How large the data are. */
  extents: KnownExtents;
  /** Where finished answers are kept; without it none are. */
  kept?: KeptAnswers | undefined;
}

/** @returns what became of the request; undefined when nobody waits for it any more */
export type Answer = (ask: Ask, request: ApiRequest) => Outcome | Promise<Outcome | undefined>;

const MAX_NAME_LENGTH = 100;

/**
 * Makes the road: document, operation, arguments and size, limits, budget, kept answer, engine. A document that is seen for
 * the first time is parsed and validated by Apollo Server; the result is remembered.
 */
export async function createAnswer(options: AnswerOptions): Promise<{ answer: Answer } & AsyncDisposable> {
  const { schema, limits, documents, persisted, engine, extents, kept, logger } = options;
  const hideSuggestions = !options.introspection;
  const first = await createFirst(options, answerOperation);

  function answer(ask: Ask, request: ApiRequest): Outcome | Promise<Outcome | undefined> {
    const query = persisted.textOf(ask);
    if (typeof query !== 'string') return refused([query]);
    const asked: AskOfText = { ...ask, query };
    const document = documents.find(query);
    const operation = document && getOperationAST(document, ask.operationName);
    if (operation) return answerOperation(document, operation, asked, request);
    return documents.refusal(query) ?? first.answer(asked, request);
  }

  async function answerOperation(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    ask: AskOfText,
    request: ApiRequest,
  ): Promise<Outcome | undefined> {
    request.isKnown = true;
    request.name = operation.name?.value.slice(0, MAX_NAME_LENGTH) ?? null;
    if (operation.operation !== 'query') return refused([notSupported(operation)]);
    const read = readOperation(
      { schema, extents: extents.current, document, operation, request: ask },
      hideSuggestions,
    );
    if (!('shape' in read)) return refused(read);
    const { size } = read.shape;
    request.depth = size.depth;
    request.cost = size.cost;
    const tooMuch = excesses(size, limits);
    if (tooMuch.length > 0) return refused(tooMuch);
    if (request.account && !request.account.pay(pointsOf(size))) return refused([overdrawn()]);

    const source = kept && sourceOf(ask, kept);
    if (source && ask.hasAnswer?.(source)) {
      request.answer = 'hit';
      return complete('', source);
    }
    const before = source && kept.find(source);
    if (kept) request.answer = before === undefined ? 'miss' : 'hit';
    if (before !== undefined) return complete(before, source);

    const result = await engine.run({ document, ask, read, request }).catch((error: unknown) => {
      const code = 'INTERNAL_SERVER_ERROR';
      return {
        data: null,
        errors: [new GraphQLError('the statement failed', { originalError: error as Error, extensions: { code } })],
      };
    });
    if (result === undefined || request.isAbandoned) return undefined;
    if (typeof result !== 'string') {
      logFaults(logger, result.errors ?? [], request);
      return failed(result);
    }
    const outcome = answered(result);
    // If the revision changed meanwhile, the answer may be of either: it is not kept, and has no tag.
    if (source && kept.keep(source, outcome.text)) outcome.source = source;
    return outcome;
  }

  return { answer, [Symbol.asyncDispose]: () => first[Symbol.asyncDispose]() };
}

function notSupported({ operation }: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(`The API only reads: it has no ${operation}s, ask with a query`, {
    extensions: { code: 'OPERATION_NOT_SUPPORTED' },
  });
}

/** What an answer depends on; one line of JSON before the text, so that no text of an operation can pass for it. */
function sourceOf({ query, operationName, variables }: AskOfText, { revision }: KeptAnswers): AnswerSource | undefined {
  return revision && { revision, key: `${JSON.stringify([operationName, variables])}\n${query}` };
}
