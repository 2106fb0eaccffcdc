// What is kept is what one revision answers to one operation: here the test says which revision there is.
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { Revision } from '../../src/db/revisionListener.ts';
import { keepAnswers } from '../../src/answer/kept.ts';
import { ask, startTestServer } from '../server/testServer.ts';

const schema = buildSchema('type Query { value: String }');
let value: () => unknown = () => '';
Object.assign(schema.getQueryType()?.getFields()['value'] ?? {}, { resolve: () => value() });

/** Keeps answers, and believes that the database has the revision that it is told. */
function keep(id: string, maxBytes = 2 ** 20) {
  let current: Revision | undefined = { id };
  let lose = () => {};
  const answers = keepAnswers(maxBytes, (onLost) => {
    lose = onLost;
    return {
      get current() {
        return current;
      },
      async [Symbol.asyncDispose]() {},
    };
  });
  return {
    answers,
    /** As when an announcement is heard. */
    replace(next: string) {
      lose();
      current = { id: next };
      return current;
    },
    /** As when the database has not answered in time. */
    doubt() {
      current = undefined;
    },
  };
}

const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(`${url}?query={value}`, { headers: { 'apollo-require-preflight': 'yes', ...headers } });
const tagOf = async (answer: Promise<Response>) => (await answer).headers.get('etag');

test('what was kept under one revision is found under no other, and under none that is in doubt', () => {
  const { answers, replace, doubt } = keep('one');
  const first = answers.revision as Revision;
  expect(answers.keep({ revision: first, key: 'key' }, 'old')).toBe(true);
  expect(answers.find({ revision: first, key: 'key' })).toBe('old');
  const second = replace('two');
  expect(answers.find({ revision: second, key: 'key' })).toBeUndefined();
  expect(answers.keep({ revision: first, key: 'key' }, 'old')).toBe(false);
  expect(answers.keep({ revision: second, key: 'key' }, 'new')).toBe(true);
  expect(answers.find({ revision: first, key: 'key' })).toBeUndefined();
  doubt();
  expect(answers.find({ revision: second, key: 'key' })).toBeUndefined();
});

test('the memory holds the operations as well, and characters of two bytes', () => {
  const { answers } = keep('one', 80_000);
  const revision = answers.revision as Revision;
  const keys = Array.from({ length: 100 }, (_, n) => `${n}`.padEnd(1000, 'ж'));
  for (const key of keys) answers.keep({ revision: revision, key: key }, 'ж');
  expect(keys.filter((key) => answers.find({ revision: revision, key: key }) !== undefined).length).toBeLessThanOrEqual(
    40,
  );
  expect(answers.bytes).toBeLessThanOrEqual(80_000);
});

test('an answer with errors is not kept, nor has it a tag', async () => {
  const { answers } = keep('one');
  await using server = await startTestServer({ schema, kept: answers });
  value = () => {
    throw new Error('away');
  };
  expect((await ask(server.url, '{ value }')).errors).toHaveLength(1);
  expect(await tagOf(get(server.url))).toBeNull();
  expect(answers.bytes).toBe(0);
  value = () => 'back';
  expect((await ask(server.url, '{ value }')).data).toEqual({ value: 'back' });
});

test('an answer that was begun under one revision and ended under the next has no tag', async () => {
  const { answers, replace } = keep('one');
  await using server = await startTestServer({ schema, kept: answers });
  value = () => (replace('two'), 'between');
  const response = await get(server.url);
  expect(await response.json()).toEqual({ data: { value: 'between' } });
  expect(response.headers.get('etag')).toBeNull();
  value = () => 'after';
  expect(await tagOf(get(server.url))).not.toBeNull();
});

test('another version of the program has another tag for the same data', async () => {
  const { answers } = keep('one');
  await using one = await startTestServer({ schema, kept: answers, version: '1' });
  await using same = await startTestServer({ schema, kept: answers, version: '1' });
  await using next = await startTestServer({ schema, kept: answers, version: '2' });
  value = () => 'same';
  const tag = (await tagOf(get(one.url))) ?? '';
  expect((await get(same.url, { 'if-none-match': tag })).status).toBe(304);
  expect((await get(next.url, { 'if-none-match': tag })).status).toBe(200);
  expect(await tagOf(get(next.url))).not.toBe(tag);
});
