/** The media type of an answer: GraphQL over HTTP, "Accept". */
import Negotiator from 'negotiator';

/** The first is what a client gets that has no preference. */
const mediaTypes = ['application/json; charset=utf-8', 'application/graphql-response+json; charset=utf-8'];
const [json] = mediaTypes as [string];

/** @returns what a client with this Accept header can be answered in; undefined when it takes nothing that there is. */
export function mediaTypeFor(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return json;
  return new Negotiator({ headers: { accept } }).mediaType(mediaTypes);
}

/** @returns the same for an answer that has to be given, for want of a better one. */
export const mediaTypeOrJson = (accept: string | undefined): string => mediaTypeFor(accept) ?? json;

/** Whether a client that fetches prefers a page for people. */
export function prefersPage(accept: string | undefined): boolean {
  return (
    accept !== undefined &&
    new Negotiator({ headers: { accept } }).mediaType([...mediaTypes, 'text/html']) === 'text/html'
  );
}
