// What is no operation, or none that can be executed: the status and the media type that GraphQL over HTTP names.
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { useServer } from '../server/testServer.ts';
import { useFigures } from './figures.ts';
import { accepts, get, hello, malformed, plain, post, refused, text } from './malformed.ts';
import { json, send, type Sent } from './sending.ts';

const tried = useFigures(import.meta.url, 'A client');
const schema = buildSchema('type Query { hello(name: String): String } type Mutation { write: String }');
const server = useServer(() => ({ schema }));

const acceptOf = (accept: string | undefined): Record<string, string> => (accept === undefined ? {} : { accept });

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
