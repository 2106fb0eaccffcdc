// Requests that are malformed as HTTP or as GraphQL over HTTP, and operations that cannot be executed.
import { gzipSync } from 'node:zlib';
import { json, type Sent } from './sending.ts';

export const plain = 'application/json; charset=utf-8';
const graphql = 'application/graphql-response+json; charset=utf-8';

/** Accept headers that the server can satisfy, and what it answers in. */
export const accepts: readonly (readonly [string | undefined, string])[] = [
  [undefined, plain],
  ['*/*', plain],
  ['application/*', plain],
  ['application/json', plain],
  ['application/json; charset=utf-8', plain],
  ['application/graphql-response+json', graphql],
  ['application/json;q=0.5, application/graphql-response+json', graphql],
  ['application/graphql-response+json;q=0.1, application/json', plain],
  ['text/html;q=0.1, application/graphql-response+json;q=0.2', graphql],
];
export const post = (body: object, headers: Record<string, string> = json): Sent => ({
  headers,
  body: JSON.stringify(body),
});
export const text = (body: string | Buffer, headers: Record<string, string> = {}): Sent => ({
  headers: { ...json, ...headers },
  body,
});
export const get = (search: Record<string, string>): Sent => ({
  method: 'GET',
  path: `/graphql?${new URLSearchParams(search).toString()}`,
  headers: { 'apollo-require-preflight': 'yes' },
});
export const hello = { query: '{ hello }' };
const two = 'query A { hello } query B { hello }';

/** A request that is malformed as HTTP or as GraphQL over HTTP: one status for every media type. */
export const malformed: readonly (readonly [string, Sent, number])[] = [
  ['a body over 100 kB', text(JSON.stringify({ query: `{ hello } #${'x'.repeat(100_000)}` })), 413],
  ['a broken JSON body', text('{ "query": '), 400],
  ['an empty body', text(''), 400],
  ['a JSON body of null', text('null'), 400],
  ['a JSON body of a number', text('42'), 400],
  ['a batch array', text(JSON.stringify([hello, hello])), 400],
  ['a batch array of none', text('[]'), 400],
  ['a body of bytes that are no UTF-8', text(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), 400],
  ['a body with half a character', text(Buffer.from('{"query":"{ hello }","x":"é"}').subarray(0, 26)), 400],
  ['a form', text('query=%7Bhello%7D', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
  ['a multipart form', text('--x--', { 'content-type': 'multipart/form-data; boundary=x' }), 415],
  ['plain text', text(JSON.stringify(hello), { 'content-type': 'text/plain' }), 415],
  ['GraphQL as it is', text('{ hello }', { 'content-type': 'application/graphql' }), 415],
  ['a content type that is none', text(JSON.stringify(hello), { 'content-type': '\u00a7' }), 415],
  ['no content type', { body: JSON.stringify(hello) }, 415],
  ['JSON in Latin-1', text(JSON.stringify(hello), { 'content-type': 'application/json; charset=ISO-8859-1' }), 415],
  ['JSON in UTF-16', text(JSON.stringify(hello), { 'content-type': 'application/json;charset="utf-16"' }), 415],
  ['a body in gzip', text(gzipSync(JSON.stringify(hello)), { 'content-encoding': 'gzip' }), 415],
  ['a body said to be in deflate', text(JSON.stringify(hello), { 'content-encoding': 'deflate' }), 415],
  ['no query', post({ variables: {} }), 400],
  ['an empty query', post({ query: '' }), 400],
  ['a query that is no string', post({ query: { kind: 'Document' } }), 400],
  ['a query of a number', post({ query: 42 }), 400],
  ['an operationName that is no string', post({ ...hello, operationName: 1 }), 400],
  ['variables as a string', post({ ...hello, variables: '{}' }), 400],
  ['variables as an array', post({ ...hello, variables: [] }), 400],
  ['extensions as an array', post({ ...hello, extensions: [] }), 400],
  ['a key __proto__', text('{"query":"{ hello }","__proto__":{"x":1}}'), 400],
  ['a key __proto__ inside variables', text('{"query":"{ hello }","variables":{"__proto__":{"toString":1}}}'), 400],
  ['constructor.prototype', text('{"query":"{ hello }","variables":{"constructor":{"prototype":{"x":1}}}}'), 400],
  ['GET without a query', get({}), 400],
  ['GET with two queries', { ...get({}), path: '/graphql?query={hello}&query={hello}' }, 400],
  ['GET with variables that are no JSON', get({ ...hello, variables: '{' }), 400],
  ['GET with an array of variables', get({ ...hello, variables: '[]' }), 400],
  ['GET for a mutation', get({ query: 'mutation { write }' }), 405],
  ['HEAD', { method: 'HEAD' }, 405],
  ['PUT', { ...post(hello), method: 'PUT' }, 405],
  ['DELETE', { method: 'DELETE' }, 405],
  ['OPTIONS of no browser', { method: 'OPTIONS' }, 405],
];

/** A well-formed request whose operation cannot be executed: 200 in application/json, 400 in its own media type. */
export const refused: readonly (readonly [string, Sent])[] = [
  ['a query that does not parse', post({ query: '{ hello' })],
  ['a field that does not exist', post({ query: '{ goodbye }' })],
  ['an operationName that is not there', post({ query: two, operationName: 'C' })],
  ['no operationName for two operations', post({ query: two })],
  ['an empty operationName for two operations', post({ query: two, operationName: '' })],
  ['a fragment alone', post({ query: 'fragment F on Query { hello }' })],
  ['a variable of the wrong type', post({ query: 'query ($n: String) { hello(name: $n) }', variables: { n: 1 } })],
  ['an unknown operationName by GET', get({ query: two, operationName: 'C' })],
];
