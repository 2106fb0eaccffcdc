// From which length on answers are compressed, and up to which: exactly there.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { json } from '../hostile/sending.ts';
import { useServer } from './testServer.ts';

const schema = buildSchema('type Query { text(length: Int!): String }');
const field = schema.getQueryType()?.getFields()['text'];
if (field) field.resolve = (_source, { length }) => 'x'.repeat(length);
const server = useServer(() => ({ schema }));

/** @returns the coding of an answer of so many characters, which can be read */
async function codingOf(characters: number, accept: string) {
  const around = '{"data":{"text":""}}\n'.length;
  const { headers, ...answer } = await fetch(server.url, {
    method: 'POST',
    headers: { ...json, 'accept-encoding': accept },
    body: JSON.stringify({ query: `{ text(length: ${characters - around}) }` }),
  }).then(async (response) => ({ headers: response.headers, text: await response.text() }));
  // Decoded as the header says.
  expect(answer.text).toHaveLength(characters);
  const coding = headers.get('content-encoding') ?? undefined;
  if (coding !== undefined) expect(Number(headers.get('content-length'))).toBeLessThan(characters);
  return coding;
}

test.each(['gzip', 'br'])('an answer is compressed by %s from 4096 characters on, up to a million', async (coding) => {
  expect(await codingOf(4095, coding)).toBeUndefined();
  for (const characters of [4096, 65_536, 65_537, 2 ** 20]) expect(await codingOf(characters, coding)).toBe(coding);
  expect(await codingOf(2 ** 20 + 1, coding)).toBeUndefined();
});

test('a header that is longer than any client sends accepts nothing but the answer as it is', async () => {
  const most = 'gzip'.padEnd(500, ',x');
  expect(await codingOf(5000, most)).toBe('gzip');
  expect(await codingOf(5000, 'gzip'.padEnd(501, ',x'))).toBeUndefined();
});

test('of several codings the client chooses', async () => {
  expect(await codingOf(5000, 'gzip, br')).toBe('gzip');
  expect(await codingOf(5000, 'gzip;q=0.5, br')).toBe('br');
  expect(await codingOf(5000, 'br;q=0.5, gzip')).toBe('gzip');
  expect(await codingOf(5000, 'br;q=0.5, identity')).toBeUndefined();
});
