import fc from 'fast-check';
import type { Draw } from './draw.ts';

/** What YAML, SQL, COPY, JSON, regular expressions or a terminal might take for something else. */
const suspicious = [
  ...['"', "'", '\\', '{', '}', '[', ']', ':', ': ', ' #', '- ', '? ', '|', '>', '%', '@', '`', '&a', '*a', '!a', '<<'],
  ...['---', '...', '~', 'null', 'yes', 'no', '0x1F', '1e999', '.nan', '2018-06-30', '\\N', '\\.', '\\n', "';--", '$1'],
  ...[
    '${x}',
    '%s',
    '__proto__',
    'constructor',
    '</script>',
    '\t',
    ',',
    '\u00a0',
    '\u200d',
    '\u202e',
    '\u200f',
    '\ufffd',
  ],
  ...['é', 'e\u0301', 'İ', 'ß', 'ﬁ', 'ترور', '𝔘', '👩‍👩‍👧', '🇫🇷', '\u{10ffff}', '\ue000', '一'],
];

/** Up to `most` of them; none is more than three words. */
const letters = (most = 12) =>
  fc.string({
    unit: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...suspicious) }, fc.constantFrom(...'abc  xyz09')),
    minLength: 1,
    maxLength: most,
  });

/** Whether a reader sees anything of it. */
const filled = (text: string) => /[^\s\u200d\u200f\u202e]/.test(text.replaceAll('\u0301', ''));

/** No case file may turn the direction of what stands on one line. */
const straight = (text: string) => text.replaceAll('\u202e', '');

/** What is stored of a text: composed characters, no white space around it. */
export const stored = (text: unknown) => (typeof text === 'string' ? text.normalize('NFC').trim() : text);

/** What tells a name from others: what a reader sees of it. */
export const seen = (name: unknown) =>
  String(stored(name))
    .replaceAll(/[\u200d\u200f]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** A text of one line, 500 characters and 20 words at most. */
export const line = (draw: Draw): string => draw.value(() => letters(6).map(straight).filter(filled));

/** A text that may have several lines. */
export const prose = (draw: Draw): string =>
  draw.value(() =>
    fc
      .array(letters(), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('\n'))
      .filter(filled),
  );

/** A note of a coder, 60 words at most. */
export const note = (draw: Draw): string => draw.value(() => letters().filter(filled));

/** Words of a source, twelve at most. */
export const fragment = (draw: Draw): string =>
  draw.value(() =>
    fc.oneof(
      fc
        .array(
          letters(1)
            .map((text) => straight(text).replaceAll(/\s/g, ''))
            .filter(filled),
          { minLength: 1, maxLength: 4 },
        )
        .map((words) => words.join(' ')),
      fc
        .array(fc.constantFrom('a', 'é', 'x9', 'ترور'), { minLength: 1, maxLength: 12 })
        .map((words) => words.join(' ')),
    ),
  );

/** What is counted. */
export const unit = (draw: Draw): string => draw.of(['people', 'litre', '人', '%', 'e\u0301toile', 'null']);

export const digest = (draw: Draw): string =>
  draw.value(() => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }));

const words = ['a', 'constructor', 'prototype', 'tostring', 'null', 'true', '0x1f', '1e9', '007', 'no'];

/** A slug that no other record of the type has; the type keeps it apart from those of others. */
export const slug = (draw: Draw, type: string, index: number): string => `${draw.of(words)}-${type}-${index}`;
