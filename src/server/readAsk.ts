/** Reads what a request asks: GraphQL over HTTP, "Request". */
import type { Ask } from '../answer/answer.ts';
import { isJson, Unreadable } from './body.ts';
import type { Exchange } from './exchange.ts';
import { searchOf } from './target.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * @param body what its JSON says; undefined where there is none
 * @throws Unreadable when it asks nothing, or not in the form that GraphQL over HTTP has for its method
 */
export function readAsk({ method, url, headers }: Exchange, body: unknown): Ask {
  if (method === 'GET' && headers['content-type'] !== undefined && !isJson(headers['content-type']))
    throw new Unreadable(415, 'Send a GET request without a content-type, or with application/json');
  const fields = method === 'GET' ? inSearch(url) : inBody(body);
  const query = optionalText('query', fields['query']);
  const documentId =
    optionalText('documentId', fields['documentId']) ?? apolloId(optionalObject('extensions', fields['extensions']));
  if (!query && documentId === undefined)
    throw new Unreadable(400, 'Expected `query`, the text of an operation, or the `documentId` of one');
  return {
    query,
    documentId,
    // An empty name counts as none.
    operationName: optionalText('operationName', fields['operationName']) || undefined,
    variables: optionalObject('variables', fields['variables']),
  };
}

/** @returns the id of a document that Apollo Client asks for by its hash, as its persisted queries do */
function apolloId(extensions: Record<string, unknown> | undefined): string | undefined {
  const persisted = optionalObject('extensions.persistedQuery', extensions?.['persistedQuery']);
  if (!persisted) return undefined;
  const hash = optionalText('extensions.persistedQuery.sha256Hash', persisted['sha256Hash']);
  if (hash === undefined) throw new Unreadable(400, 'Expected `sha256Hash` in `extensions.persistedQuery`');
  return `sha256:${hash}`;
}

function inBody(body: unknown): Fields {
  if (!isObject(body) || Object.keys(body).length === 0)
    throw new Unreadable(
      400,
      'Expected a JSON object with `query` as the body, and application/json as its content-type',
    );
  return body;
}

function inSearch(url: string): Fields {
  const search = searchOf(url);
  const fields: Record<string, unknown> = {};
  for (const name of ['query', 'documentId', 'operationName', 'variables', 'extensions']) {
    const [value, ...others] = search.getAll(name);
    if (others.length > 0) throw new Unreadable(400, `The search parameter \`${name}\` may be given only once`);
    fields[name] = value;
  }
  for (const name of ['variables', 'extensions']) fields[name] = parsed(name, fields[name]);
  return fields;
}

function parsed(name: string, json: unknown): unknown {
  if (typeof json !== 'string') return undefined;
  try {
    return optionalObject(name, JSON.parse(json));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unreadable(400, `The search parameter \`${name}\` is not valid JSON`);
    throw error;
  }
}

function optionalText(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new Unreadable(400, `\`${name}\` must be a string`);
  return value;
}

function optionalObject(name: string, value: unknown): Record<string, unknown> | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw new Unreadable(400, `\`${name}\` must be an object`);
  return value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What browsers let a page send to another origin without asking it first (Fetch, "CORS-safelisted request-header"). */
const simpleTypes = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(;|$)/i;

/**
 * @throws Unreadable for a request that any page may have a browser send, and that is not known to come from one that may
 * read the answer. Browsers let no page set Sec-Fetch-Mode: `cors` is what `fetch` sends, with the origin of the page if
 * that is another, which was admitted before; images, forms and scripts send something else.
 */
export function checkPreflighted({ headers }: Exchange): void {
  const type = headers['content-type'];
  if (type !== undefined && !simpleTypes.test(type)) return;
  if (headers['sec-fetch-mode'] === 'cors' || headers['x-apollo-operation-name'] || headers['apollo-require-preflight'])
    return;
  throw new Unreadable(
    400,
    'Refused because any web page could make a browser send this request (CSRF): send a content-type of application/json, or the header apollo-require-preflight',
  );
}

/** @throws Unreadable for a request that is nothing but the handshake of a WebSocket; others are answered as they are */
export function checkUpgrade({ method, url, headers }: Exchange): void {
  if (method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket' || url.includes('?')) return;
  throw new Unreadable(400, 'WebSockets and subscriptions are not supported: send queries by POST');
}
