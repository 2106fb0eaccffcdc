import { describe, expect, test } from '@jest/globals';
import { foldSpelling, isVisible, revealInvisible, slugFor, turningCharacter } from '../../src/domain/spelling.ts';

describe('spellings are one', () => {
  test.each([
    ['in another normal form', 'Ame\u0301lie', 'Amélie'],
    ['of full width', 'ＭＥＫ', 'MEK'],
    ['of half width', 'ｶﾞ', 'ガ'],
    ['with a zero-width space', 'Jane\u200b Doe', 'Jane Doe'],
    ['with a soft hyphen', 'ware\u00adhouse', 'warehouse'],
    ['with a mark of direction', '\u200fمجاهدین', 'مجاهدین'],
    ['with a variation selector', 'Doe\ufe0f', 'Doe'],
    ['with other white space', ' Jane\u00a0 Doe', 'Jane Doe'],
  ])('%s', (_, one, other) => expect(foldSpelling(one)).toBe(foldSpelling(other)));

  test.each([
    ['MEK', 'MeK'],
    ['Assadi', 'Asadi'],
    ['ﬁre', 'fire'],
    ['x²', 'x2'],
    ['é', 'e'],
  ])('but %s is not %s', (one, other) => expect(foldSpelling(one)).not.toBe(foldSpelling(other)));
});

test.each(['', ' ', '\u00a0', '\u200b', '\u2060\ufeff', '\u3164', '\u2800', '\u0301', '\u200e'])(
  'nobody sees anything of %j',
  (text) => expect(isVisible(text)).toBe(false),
);

test.each(['a', '—', '👷', 'é', '一', '\ue000', '\u200bx'])('something is to be seen of %j', (text) =>
  expect(isVisible(text)).toBe(true),
);

test('what turns the direction of writing is named, marks are not', () => {
  expect(turningCharacter('Jane \u202eeoD')).toBe('U+202E');
  expect(turningCharacter('\u2067a\u2069')).toBe('U+2067');
  expect(turningCharacter('\u200fa\u200e')).toBeUndefined();
});

test('what nobody sees is shown', () => expect(revealInvisible('a\u200bb\u00adc é')).toBe('a\\u{200b}b\\u{ad}c é'));

test.each([
  ['police_search', 'police-search'],
  ['Police Search!', 'police-search'],
  ['police\u200b-search', 'police-search'],
  ['Émeute', 'emeute'],
  ['__', undefined],
])('who writes %j may mean the slug %j', (text, slug) => expect(slugFor(text)).toBe(slug));
