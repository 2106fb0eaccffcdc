// What is no operation, or none that can be executed: the status and the media type that GraphQL over HTTP names.
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { gzipSync } from 'node:zlib';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { json, send, type Sent } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello(name: String): String } type Mutation { write: String }');
const server = useServer(() => ({ schema }));

const plain = 'application/json; charset=utf-8';
const graphql = 'application/graphql-response+json; charset=utf-8';

/** Accept headers that the server can satisfy, and what it answers in. */
const accepts: readonly (readonly [string | undefined, string])[] = [
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
const acceptOf = (accept: string | undefined): Record<string, string> => (accept === undefined ? {} : { accept });

const post = (body: object, headers: Record<string, string> = json): Sent => ({ headers, body: JSON.stringify(body) });
const text = (body: string | Buffer, headers: Record<string, string> = {}): Sent => ({
  headers: { ...json, ...headers },
  body,
});
const get = (search: Record<string, string>): Sent => ({
  method: 'GET',
  path: `/graphql?${new URLSearchParams(search).toString()}`,
  headers: { 'apollo-require-preflight': 'yes' },
});
const hello = { query: '{ hello }' };
const two = 'query A { hello } query B { hello }';

/** A request that is malformed as HTTP or as GraphQL over HTTP: one status for every media type. */
const malformed: readonly (readonly [string, Sent, number])[] = [
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
const refused: readonly (readonly [string, Sent])[] = [
  ['a query that does not parse', post({ query: '{ hello' })],
  ['a field that does not exist', post({ query: '{ goodbye }' })],
  ['an operationName that is not there', post({ query: two, operationName: 'C' })],
  ['no operationName for two operations', post({ query: two })],
  ['an empty operationName for two operations', post({ query: two, operationName: '' })],
  ['a fragment alone', post({ query: 'fragment F on Query { hello }' })],
  ['a variable of the wrong type', post({ query: 'query ($n: String) { hello(name: $n) }', variables: { n: 1 } })],
  ['an unknown operationName by GET', get({ query: two, operationName: 'C' })],
];

async function expectRefusal(sent: Sent, accept: string | undefined, status: number, type: string) {
  const received = await send(server.url, { ...sent, headers: { ...sent.headers, ...acceptOf(accept) } });
  expect({ status: received.status, type: received.headers['content-type'] }).toEqual({ status, type });
  expect(received.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  if (sent.method === 'HEAD') return;
  const { errors, ...rest } = JSON.parse(received.body);
  expect(rest).toEqual({});
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors) {
    expect(message).toEqual(expect.any(String));
    expect(extensions.code).toMatch(/^[A-Z_]+$/);
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(message).not.toMatch(/node_modules|FST_|\n +at /);
  }
}

describe('a malformed request is refused with its status', () => {
  test.each(malformed)('%s', async (_what, sent, status) => {
    for (const [accept, type] of accepts) await expectRefusal(sent, accept, status, type);
  });
  test('whatever it accepts', () => {
    tried(
      'malformed requests, under each Accept header',
      malformed.length * accepts.length,
      'a 4xx of its kind, in the media type asked for, with errors and without data',
    );
  });
});

describe('an operation that cannot be executed is refused with the status of its media type', () => {
  test.each(refused)('%s', async (_what, sent) => {
    for (const [accept, type] of accepts) await expectRefusal(sent, accept, type === plain ? 200 : 400, type);
  });
  test('whatever it accepts', () => {
    tried(
      'operations that cannot be executed, under each Accept header',
      refused.length * accepts.length,
      '200 in application/json, 400 in application/graphql-response+json',
    );
  });
});

test('who accepts nothing that there is is told so, and nothing is executed', async () => {
  let executed = 0;
  const field = schema.getQueryType()?.getFields()['hello'];
  if (field) field.resolve = () => String((executed += 1));
  const wanted = [
    'image/png',
    'text/html',
    'application/json;q=0',
    'application/xml, text/*',
    'nonsense',
    'text/event-stream',
  ];
  for (const accept of wanted) await expectRefusal(post(hello, { ...json, accept }), accept, 406, plain);
  await expectRefusal(get(hello), 'image/png', 406, plain);
  expect(executed).toBe(0);
  tried('Accept headers that nothing satisfies', wanted.length + 1, '406, before anything is executed');
});

test('of keys that come twice the last one counts, for the limits and for the answer alike', async () => {
  const { status, body } = await send(server.url, text('{"query":"{ hello }","query":"{ again: __typename }"}'));
  expect({ status, body: JSON.parse(body) }).toEqual({ status: 200, body: { data: { again: 'Query' } } });
  const variables = await send(
    server.url,
    text('{"query":"query ($n: String!) { __typename @skip(if: false) hello(name: $n) }","variables":{"n":1,"n":"x"}}'),
  );
  expect(JSON.parse(variables.body)).toMatchObject({ data: { __typename: 'Query' } });
  tried('duplicate JSON keys', 2, 'the last one counts');
});

test('a key __proto__ in the variables of a GET is the name of no variable', async () => {
  const query = 'query ($n: String = "x") { __typename hello(name: $n) }';
  const { body } = await send(server.url, get({ query, variables: '{"__proto__":{"n":1}}' }));
  expect(JSON.parse(body)).toMatchObject({ data: { __typename: 'Query' } });
  expect(({} as { n?: unknown }).n).toBeUndefined();
});

test('UTF-8 is taken under all its names, and with a byte order mark', async () => {
  for (const type of [
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/json; charset=utf8; x=y',
  ])
    expect((await send(server.url, text(JSON.stringify(hello), { 'content-type': type }))).status).toBe(200);
  expect((await send(server.url, text(`\ufeff${JSON.stringify(hello)}`))).status).toBe(200);
  expect((await send(server.url, text(JSON.stringify(hello), { 'content-encoding': 'identity' }))).status).toBe(200);
});
