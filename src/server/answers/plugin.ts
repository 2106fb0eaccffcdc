/** Answers what was answered before, while it cannot have changed. */
import { type ApolloServerPlugin, type GraphQLRequest, type GraphQLResponse, HeaderMap } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { stringifyResult } from '../../answer/text.ts';
import type { Revision } from '../../db/revisionListener.ts';
import type { Operation, RequestContext } from '../operation.ts';
import { entityTag, lists, validatorHeaders } from './conditional.ts';
import type { KeptAnswers } from './kept.ts';

/** A whole body in the place of the data of an answer. */
class Body {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Apollo Server's `stringifyResult`: a body that is text already stays as it is. */
export function stringifyAnswer(result: FormattedExecutionResult): string {
  const data: unknown = result.data;
  return data instanceof Body ? data.text : stringifyResult(result);
}

/** An operation that was not answered from memory. */
interface Missed {
  revision: Revision;
  key: string;
  tag: string | undefined;
  ifNoneMatch: string | undefined;
}

/**
 * An Apollo plugin that keeps finished answers, whoever computed them, and answers from them. It has to stand after the
 * plugins that refuse operations and before those that answer them.
 */
export function answerAgain(answers: KeptAnswers): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      let missed: Missed | undefined;
      return {
        async responseForOperation({ request, operation, source, contextValue }) {
          const revision = answers.revision;
          if (!revision || (operation as typeof operation | undefined)?.operation !== 'query')
            return told(contextValue, 'miss', null);
          const key = keyOf(request, source);
          const tag = await tagOf(request, revision, answers, key);
          const ifNoneMatch = request.http?.headers.get('if-none-match');
          if (tag !== undefined && lists(ifNoneMatch, tag)) return told(contextValue, 'hit', notModified(tag));
          const body = answers.find(revision, key);
          if (body !== undefined) return told(contextValue, 'hit', answerOf(body, tag, ifNoneMatch));
          missed = { revision, key, tag, ifNoneMatch };
          return told(contextValue, 'miss', null);
        },
        async willSendResponse({ response: { body, http } }) {
          if (!missed || body.kind !== 'single' || body.singleResult.errors || http.status !== undefined) return;
          const { revision, key, tag, ifNoneMatch } = missed;
          const text = stringifyResult(body.singleResult);
          // What was read under one revision may be answered under the next: then it has no tag.
          const answer = answerOf(text, answers.keep(revision, key, text) ? tag : undefined, ifNoneMatch);
          body.singleResult = answer.body.singleResult;
          http.status = answer.http.status;
          for (const [name, value] of answer.http.headers) http.headers.set(name, value);
        },
      };
    },
  };
}

function told<T>({ operation }: RequestContext, answer: Operation['answer'], result: T): T {
  operation.answer = answer;
  return result;
}

/** What an answer depends on besides the data; one line of JSON, so that no text of an operation can pass for it. */
function keyOf({ operationName, variables }: GraphQLRequest, source: string): string {
  return `${JSON.stringify([operationName, variables])}\n${source}`;
}

/** The tag of the answer to a GET: 304 is for methods that fetch (RFC 9110, 13.1.2), and no cache keeps answers to POST. */
async function tagOf({ http }: GraphQLRequest, revision: Revision, { version }: KeptAnswers, key: string) {
  return http?.method === 'GET' ? entityTag(revision, await version, http.headers.get('accept'), key) : undefined;
}

function answerOf(text: string, tag: string | undefined, ifNoneMatch: string | undefined) {
  return tag !== undefined && ifNoneMatch === '*' ? notModified(tag) : response(text, tag);
}

const notModified = (tag: string) => response('', tag, 304);

const response = (text: string, tag: string | undefined, status?: number) =>
  ({
    body: { kind: 'single', singleResult: { data: new Body(text) as unknown as Record<string, unknown> } },
    http: { status, headers: new HeaderMap(tag === undefined ? [] : validatorHeaders(tag)) },
  }) satisfies GraphQLResponse;
