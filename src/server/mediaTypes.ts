/** The media type of an answer: GraphQL over HTTP, "Accept". */
import Negotiator from 'negotiator';
import { clientLimits } from '../clientLimits.ts';

/** The first is what a client gets that has no preference. */
const mediaTypes = ['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8'];
const [json] = mediaTypes as [string];
/** Characters: browsers send some 150, and each entry is weighed against each type, again and again. */
const MAX_ACCEPT = clientLimits.accept.most;

/** The message of 406. */
export const UNACCEPTABLE = `Accept application/graphql-response+json or application/json, in at most ${MAX_ACCEPT} characters`;

/** @returns what a client with this Accept header can be answered in; undefined when it takes nothing that there is. */
export function mediaTypeFor(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return json;
  return preferred(accept, mediaTypes);
}

/** @returns the same, and JSON where the client takes nothing that there is: for refusals, which have to be answered somehow. */
export const mediaTypeOrJson = (accept: string | undefined): string => mediaTypeFor(accept) ?? json;

/** Whether a client that fetches prefers a page for people. */
export const prefersPage = (accept: string | undefined): boolean =>
  accept !== undefined && preferred(accept, [...mediaTypes, 'text/html']) === 'text/html';

/** Of `types`, what the header likes best. One that is too long accepts nothing. */
function preferred(accept: string, types: string[]): string | undefined {
  return accept.length > MAX_ACCEPT ? undefined : new Negotiator({ headers: { accept } }).mediaType(types);
}
