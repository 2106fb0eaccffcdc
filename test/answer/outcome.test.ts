import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { answered, failed, refused } from '../../src/answer/outcome.ts';

const error = (code: string) => new GraphQLError('Not so', { extensions: { code } });

test('an answer is one line of JSON', () => {
  expect(answered('{"a":1}')).toMatchObject({ text: '{"data":{"a":1}}\n', codes: [], isRefused: false, hasData: true });
});

test('each code is told once, however many errors have it', () => {
  const codes = ['A_CODE', 'B_CODE', 'A_CODE'].map(error);
  expect(refused(codes)).toMatchObject({ codes: ['A_CODE', 'B_CODE'], isRefused: true, hasData: false });
  expect(JSON.parse(refused(codes).text).errors).toHaveLength(3);
});

test.each([
  [{ a: null, b: 1 }, true],
  [{ a: 0 }, true],
  [{ a: null, b: null }, false],
  [{}, false],
  [null, false],
])('of an operation in which fields failed there are data as long as one field has some: %j', (data, hasData) => {
  const outcome = failed({ data, errors: [error('A_CODE')] });
  expect(outcome).toMatchObject({ codes: ['A_CODE'], isRefused: false, hasData });
  expect(JSON.parse(outcome.text)).toMatchObject({ data, errors: [{ message: 'Not so' }] });
});

test('a message that quotes what the client sent has at most 500 characters of it', () => {
  const told = (length: number) => {
    const { errors } = JSON.parse(refused([new GraphQLError('x'.repeat(length), error('A_CODE'))]).text) as {
      errors: { message: string }[];
    };
    return errors[0]?.message;
  };
  expect(told(500)).toBe('x'.repeat(500));
  expect(told(501)).toBe(`${'x'.repeat(500)}…`);
});
