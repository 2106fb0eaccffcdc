import { expect, test } from '@jest/globals';
import { CodePoints, hasControls, isStorable, printable, shorten } from '../../src/domain/text.ts';

test('what PostgreSQL cannot store is known', () => {
  expect(isStorable('😀 é')).toBe(true);
  expect(isStorable('a\0b')).toBe(false);
  expect(isStorable('\ud800')).toBe(false);
  expect(isStorable('\udc00a')).toBe(false);
});

test('tab and line breaks are no control characters, those that steer a terminal are', () => {
  for (const text of ['a\tb', 'a\nb', 'a\r\nb']) expect(hasControls(text)).toBe(false);
  for (const text of ['\u001b[31m', 'a\u0007', '\u007f', '\u0085']) expect(hasControls(text)).toBe(true);
});

test('a text is shortened only when it is longer than that', () => {
  expect(shorten('a'.repeat(60))).toBe('a'.repeat(60));
  expect(shorten('a'.repeat(61))).toBe(`${'a'.repeat(60)}…`);
});

test('what has an effect on a terminal is printed as its code point', () => {
  expect(printable('a\u001bb\nc\u2028d\u2029e\u202ef\u2066g\ud800')).toBe(
    'a\\u{1b}b\\u{a}c\\u{2028}d\\u{2029}e\\u{202e}f\\u{2066}g\\u{d800}',
  );
  expect(printable('é 😀')).toBe('é 😀');
});

test('a text is cut by code points', () => {
  const text = new CodePoints('a😀b');
  expect([text.length, text.slice(1, 2), text.slice(2, 3)]).toEqual([3, '😀', 'b']);
});
