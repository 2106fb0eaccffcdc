import type { ApolloServerPlugin } from '@apollo/server';
import { asText, isText } from '../answer/text.ts';
import { MAX_ANSWER_BYTES, tooManyBytes } from '../operation/tooMuch.ts';
import { formatClientError } from './errors.ts';
import type { Limits } from './limits.ts';
import type { RequestContext } from './operation.ts';

/** An Apollo plugin that refuses answers of too many bytes. Those of the compiler PostgreSQL has measured. */
export function limitBytes({ bytes: limit = MAX_ANSWER_BYTES }: Limits): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, response: { body } }) {
          if (body.kind !== 'single' || contextValue.operation.answer === 'hit') return;
          const { data, errors } = body.singleResult;
          if (!data || isText(data)) return;
          const text = JSON.stringify(data);
          const bytes = Buffer.byteLength(text);
          if (bytes > limit)
            body.singleResult = { data: null, errors: [formatClientError(tooManyBytes(bytes, limit))] };
          else if (!errors) body.singleResult.data = asText(text);
        },
      };
    },
  };
}
