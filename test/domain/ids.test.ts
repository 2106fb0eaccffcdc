import { expect, test } from '@jest/globals';
import { recordId } from '../../src/domain/ids.ts';

test('a record has the same id for ever', () => {
  expect(recordId('Actor', ['mek'])).toBe('a52928c1-5734-5c51-b677-c8f3e1c1895d');
  expect(recordId('Name', [['Actor', 'mek'], 'ACRONYM', 'MEK'])).toBe('7e0c7edb-b14f-5323-abcf-76ee3550bc06');
});

test('an id is a uuid of version 5', () => {
  expect(recordId('Event', ['x'])).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('keys whose parts only look alike when they are joined have different ids', () => {
  const ids = [['a', 'b'], ['a b'], ['a,b'], ['ab', ''], ['ab', null], [['a'], 'b'], ['a', 'b', null], ['1'], [1]].map(
    (key) => recordId('Item', key),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(recordId('Event', ['a'])).not.toBe(recordId('Claim', ['a']));
});
