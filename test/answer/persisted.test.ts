// Documents that clients ask for by their ids, as the appendix of GraphQL over HTTP has it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PersistedMode, persisted, readPersisted } from '../../src/answer/persisted.ts';
import { projectFolder } from '../../src/config.ts';
import { makeFolder, removeFolder } from '../start/project.ts';
import { startTestServer, useServer } from '../server/testServer.ts';

const schema = buildSchema('type Query { hello(name: String): String }');
const field = schema.getQueryType()?.getFields()['hello'];
if (field) field.resolve = (_root, { name }: { name?: string }) => `hello ${name ?? 'all'}`;

const text = 'query Hello($name: String) { hello(name: $name) }';
const hash = createHash('sha256').update(text).digest('hex');
const id = `sha256:${hash}`;
const documents = new Map([
  [id, text],
  ['hello-1', text],
  ['wrong', '{ goodbye }'],
]);

const useMode = (mode: PersistedMode) => useServer(() => ({ schema, persisted: persisted(mode, documents) }));
const post = async (url: string, body: object, headers: Record<string, string> = {}) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as { data?: unknown; errors?: unknown[] }) };
};
const refused = (code: string) => ({ status: 200, errors: [expect.objectContaining({ extensions: { code } })] });
const apollo = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

describe('beside other documents', () => {
  const server = useMode('also');

  test.each([
    ['its hash', { documentId: id }],
    ['an id of a manifest', { documentId: 'hello-1' }],
    ["Apollo's hash", apollo(hash)],
    ['its hash, with the name of the operation', { documentId: id, operationName: 'Hello' }],
    ['its text', { query: text }],
    ["Apollo's hash of another, with the text", { query: text, ...apollo('00') }],
  ])('is answered by %s', async (_what, body) => {
    expect(await post(server.url, { ...body, variables: { name: 'you' } })).toEqual({
      status: 200,
      data: { hello: 'hello you' },
    });
  });

  test('by GET, in the address', async () => {
    const headers = { 'apollo-require-preflight': 'yes' };
    const search = new URLSearchParams({ documentId: id, variables: '{"name":"you"}' });
    const hashed = new URLSearchParams({ extensions: JSON.stringify(apollo(hash).extensions) });
    expect(await (await fetch(`${server.url}?${search.toString()}`, { headers })).json()).toEqual({
      data: { hello: 'hello you' },
    });
    const answer = await fetch(`${server.url}?${hashed.toString()}`, { headers });
    expect(await answer.json()).toEqual({ data: { hello: 'hello all' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('one that is not known is the mistake of the client', async () => {
    expect(await post(server.url, { documentId: 'sha256:00' })).toEqual(refused('PERSISTED_QUERY_NOT_FOUND'));
    expect(await post(server.url, apollo('00'))).toEqual(refused('PERSISTED_QUERY_NOT_FOUND'));
    const accept = { accept: 'application/graphql-response+json' };
    expect((await post(server.url, { documentId: 'toString' }, accept)).status).toBe(400);
  });

  test('one that is not valid is refused as any document', async () => {
    expect(await post(server.url, { documentId: 'wrong' })).toEqual(refused('GRAPHQL_VALIDATION_FAILED'));
  });

  test.each([
    ['a documentId that is no string', { documentId: 1 }],
    ['extensions that are no object', { query: text, extensions: [] }],
    ['a hash that is no string', { extensions: { persistedQuery: { version: 1 } } }],
  ])('%s is malformed', async (_what, body) => {
    expect((await post(server.url, body)).status).toBe(400);
  });
});

describe('in place of other documents', () => {
  const server = useMode('only');

  test('those are answered, whether by id or by text', async () => {
    for (const body of [{ documentId: id }, { query: text }])
      expect(await post(server.url, body)).toEqual({ status: 200, data: { hello: 'hello all' } });
  });

  test.each([
    ['another operation', { query: '{ hello }' }],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
    ['a text that is not even parsed', { query: '{' }],
    ["another operation with Apollo's hash", { query: '{ hello }', ...apollo('00') }],
  ])('%s is not', async (_what, body) => {
    expect(await post(server.url, body)).toEqual(refused('PERSISTED_DOCUMENTS_ONLY'));
  });
});

test('where they are off, clients are told to send the text', async () => {
  await using server = await startTestServer({ schema, persisted: persisted('off', documents) });
  expect(await post(server.url, { documentId: id })).toEqual(refused('PERSISTED_QUERY_NOT_SUPPORTED'));
  expect((await post(server.url, { query: '{ hello }' })).data).toEqual({ hello: 'hello all' });
});

describe('manifests', () => {
  let folder: string;
  beforeAll(() => {
    folder = makeFolder();
  });
  afterAll(() => {
    removeFolder(folder);
  });
  const write = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  test("the ready operations, Relay's and Apollo's", async () => {
    const relay = write('relay.json', JSON.stringify({ d41d8: text }));
    const operations = [{ id: hash, name: 'Hello', type: 'query', body: text }];
    const format = { format: 'apollo-persisted-query-manifest', version: 1 };
    const manifest = write('apollo.json', JSON.stringify({ ...format, operations }));
    const one = await readPersisted('also', [relay]);
    expect([one.textOf({ documentId: 'd41d8' }), one.textOf({ documentId: id })]).toEqual([text, text]);
    const two = await readPersisted('only', [manifest]);
    expect(two.textOf({ documentId: id })).toBe(text);
    const ready = readFileSync(join(projectFolder, 'operations', 'life-of-an-actor.graphql'), 'utf8');
    const readyId = `sha256:${createHash('sha256').update(ready).digest('hex')}`;
    expect(two.textOf({ documentId: readyId })).toBe(ready);
  });

  test.each([
    ['nothing.json', undefined, /nothing\.json cannot be read: check the path/],
    ['broken.json', '{', /broken\.json is not valid JSON/],
    ['other.json', '{"a":1}', /other\.json is not a manifest of persisted documents/],
    ['empty.json', '[]', /empty\.json is not a manifest/],
  ])('%s is told in one line', async (name, content, says) => {
    const path = content === undefined ? join(folder, name) : write(name, content);
    await expect(readPersisted('also', [path])).rejects.toThrow(says);
  });
});
