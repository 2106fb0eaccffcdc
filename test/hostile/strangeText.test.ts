/** Case files in other encodings, with other line breaks, and with characters that no text has. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFolders } from '../../seed/checkCommand.ts';
import { printProblems } from '../../src/cases/problems.ts';
import { sha256 } from '../../src/domain/text.ts';
import { caseFolder, fixtureFolder } from '../cases/caseFolders.ts';
import { useFigures } from './figures.ts';
import { marked, useLoads } from './loads.ts';

const tried = useFigures(import.meta.url, 'A file');
const files = useLoads();

const good = 'case:\n  slug: strange\n  title: A title\n  summary: |\n    One line\n    and another\n';
const bytes = (...numbers: number[]) => Buffer.from(numbers);

describe('a file that is not UTF-8', () => {
  const wrong: [what: string, content: Buffer][] = [
    ['UTF-16, little-endian', Buffer.concat([bytes(0xff, 0xfe), Buffer.from(good, 'utf16le')])],
    ['UTF-16, big-endian', Buffer.concat([bytes(0xfe, 0xff), Buffer.from(good, 'utf16le').swap16()])],
    ['Latin-1', Buffer.from(good.replace('title', 'titlé'), 'latin1')],
    ['NUL in two bytes', Buffer.concat([Buffer.from(good), bytes(0xc0, 0x80)])],
    ['half of a surrogate pair', Buffer.concat([Buffer.from(good), bytes(0xed, 0xa0, 0x80)])],
    ['a character beyond U+10FFFF', Buffer.concat([Buffer.from(good), bytes(0xf4, 0x90, 0x80, 0x80)])],
    ['the beginning of a character', Buffer.concat([Buffer.from(good), bytes(0xe2, 0x82)])],
    ['compressed', bytes(0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0)],
  ];
  test.each(wrong)('%s', async (_, content) => {
    expect(await files.refusalOf({ 'a.yaml': content })).toEqual(['a.yaml:1:1: not UTF-8: save it as UTF-8']);
  });
  afterAll(() => void tried('Files that are not UTF-8: other encodings, broken ones', wrong.length, 'Refused'));
});

describe('a character that YAML has no place for', () => {
  const wrong: [code: string, text: string][] = [
    ...['\0', '\b', '\u001b', '\u007f', '\u0080', '\u009b', '\ufffe', '\uffff'].flatMap(
      (character): [string, string][] => [
        [hex(character), `case:\n  title: One ▸${character}[31m title\n`],
        [hex(character), `case:\n  ti▸${character}tle: A title\n`],
      ],
    ),
    // UTF-16 without a byte order mark.
    ['0000', 'c▸\0a\0s\0e\0:\0\n\0'],
    ['FEFF', `case:\n  slug: strange\n▸\ufeffactors: []\n`],
    ['000D', `case:▸\r  slug: strange\r  title: A title\r`],
    ['000D', `${good}# ▸\r\r\n`],
  ];
  test.each(wrong)('U+%s is refused: %j', async (code, content) => {
    const { text, place } = marked('a.yaml', content);
    expect(await files.refusalOf({ 'a.yaml': text })).toEqual([
      `${place}: the character U+${code} has no place in a YAML file: remove it, or save the file as UTF-8 with ordinary line breaks`,
    ]);
  });
  afterAll(
    () =>
      void tried(
        'Control characters, byte order marks within a file, line breaks of old Macs',
        wrong.length,
        'Refused',
      ),
  );
});

const readCase = `select title, summary from "Case" where slug = 'strange'`;

describe('a file that is unusual and right', () => {
  const right: [what: string, text: string, title: string, summary: string][] = [
    ['a byte order mark', `\ufeff${good}`, 'A title', 'One line\nand another'],
    ['CRLF', good.replaceAll('\n', '\r\n'), 'A title', 'One line\nand another'],
    ['both line breaks', good.replace('\n', '\r\n'), 'A title', 'One line\nand another'],
    ['no line break at the end', good.trimEnd(), 'A title', 'One line\nand another'],
    ['the end of the document', `---\n${good}...\n# the end\n`, 'A title', 'One line\nand another'],
    ['JSON', '{"case":{"slug":"strange","title":"\\u00c9","summary":"a\\tb"}}', 'É', 'a\tb'],
    ['a tab within', good.replace('A title', 'A\ttitle'), 'A\ttitle', 'One line\nand another'],
    // Line breaks for a typesetter, not for YAML 1.2 or a case file.
    ['line separators', good.replace('A title', 'A\u2028B\u2029C'), 'A\u2028B\u2029C', 'One line\nand another'],
    [
      'characters beyond U+FFFF',
      good.replace('A title', '𝔘 👩‍👩‍👧 \u{10ffff}'),
      '𝔘 👩‍👩‍👧 \u{10ffff}',
      'One line\nand another',
    ],
    ['another normal form', good.replace('A title', 'Ame\u0301lie'), 'Amélie', 'One line\nand another'],
    ['marks of direction', good.replace('A title', 'A \u200ftitle'), 'A \u200ftitle', 'One line\nand another'],
    [
      'an override of the direction in a prose',
      good.replace('One line', 'One \u202eline'),
      'A title',
      'One \u202eline\nand another',
    ],
    ['SQL', good.replace('A title', `A'; drop table "Case"; --`), `A'; drop table "Case"; --`, 'One line\nand another'],
    ['what COPY reads otherwise', good.replace('A title', '\\N \\. \\\\'), '\\N \\. \\\\', 'One line\nand another'],
  ];
  test.each(right)('%s', async (_, text, title, summary) => {
    expect(await files.loadedRow({ 'a.yaml': text }, 'strange', readCase)).toEqual({ title, summary });
  });
  afterAll(
    () =>
      void tried(
        'Byte order mark, CRLF, line separators, direction overrides, SQL in a text',
        right.length,
        'Loaded as written, in normal form C',
      ),
  );
});

describe('the place of a problem', () => {
  const wrong = 'case:\n  slug: strange\n  title: A title\n  summary: One\n  ▸sumary: Two\n';
  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['line separators', (text: string) => text.replace('A title', 'A\u2028\u2029 title')],
    ['characters of two UTF-16 units', (text: string) => text.replace('A title', '𝔘𝔘𝔘')],
  ])('is right beside %s', async (_, change) => {
    const { text, place } = marked('a.yaml', wrong);
    expect(await files.refusalOf({ 'a.yaml': change(text) })).toEqual([
      `${place}: unknown field 'sumary': did you mean 'summary'? (the fields here are slug, title, summary)`,
    ]);
  });
});

describe('a message', () => {
  test.each([
    ['colours', '"\\e[31mred"', '\\u{1b}[31mred'],
    ['line breaks', '"a\\nb.yaml:1:1: all is well"', 'a\\u{a}b.yaml:1:1: all is well'],
    ['line separators', '"a\\Lb\\Pc"', 'a\\u{2028}b\\u{2029}c'],
    ['the direction', '"\\u202e$c\\u2069"', '\\u{202e}$c\\u{2069}'],
    ['half of a surrogate pair', '"a\\ud800"', 'a\\u{d800}'],
    ['C1 controls', '"a\\x9b31m"', 'a\\u{9b}31m'],
  ])('shows %s instead of obeying', async (_, slug, shown) => {
    expect(await files.refusalOf({ 'a.yaml': `case: { slug: ${slug}, title: A, summary: B. }\n` })).toEqual([
      `a.yaml:1:15: slug '${shown}' is not a slug: use lower-case letters a to z and digits, in words joined by hyphens`,
    ]);
  });
  afterAll(
    () =>
      void tried('Texts that steer a terminal, in what a message quotes', 6, 'Shown as \\u{…}, each message one line'),
  );
});

describe("a remark on a user's copy of a document", () => {
  const copy = caseFolder('harbour-fire');
  const article = readFileSync(join(fixtureFolder('harbour-fire'), 'text.txt'), 'utf8');
  const signs = '\u202e \u2028 \u009b31m \u007f \u001b[31m end';
  const shown = '\\u{202e} \\u{2028} \\u{9b}31m \\u{7f} \\u001b[31m end';

  test('shows what would steer a terminal, from the text and from a quote', async () => {
    const text = `${article}${signs}`;
    copy.write('text.txt', text);
    copy.change(sha256(article), sha256(text));
    copy.change('codePoints: 241', `codePoints: ${Array.from(text).length}`);
    const documents = new Map([['harbour-fire-report', join(copy.folder, 'text.txt')]]);
    const { lines } = await checkFolders([copy.folder], documents);
    expect(lines.slice(-1)).toEqual([
      `document 'harbour-fire-report': text outside the passages, code points 240 to ${Array.from(text).length}: "${shown}"`,
    ]);
    copy.change('quote: "Ms Doe denies it."', 'quote: "Ms Doe \\u200fsays it."');
    expect(printProblems((await checkFolders([copy.folder], documents)).problems).join()).toContain(
      "the quote 'Ms Doe \\u{200f}says it.' is not, letter for letter, in passage 6",
    );
  });
});

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
