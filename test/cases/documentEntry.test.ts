import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { divideText, documentEntry, guessTitle, slugOf } from '../../src/cases/reading/documentEntry.ts';
import { sha256 } from '../../src/domain/text.ts';
import { fixtureFolder } from './caseFolders.ts';

const text = readFileSync(join(fixtureFolder('harbour-fire'), 'text.txt'), 'utf8');

describe('a text', () => {
  test('is divided by lines and sentences; its paragraphs are the lines that are not blank', () => {
    expect(
      divideText(text, 'en').map(({ number, paragraph, kind, text: passage }) => [number, paragraph, kind, passage]),
    ).toEqual([
      [1, 1, 'HEADING', 'Fire in the harbour'],
      [2, 2, 'SENTENCE', 'A warehouse burned down on June 30.'],
      [3, 2, 'SENTENCE', 'Jane Doe, the harbour master, was hurt.'],
      [4, 2, 'SENTENCE', 'Police found 20 litres of petrol.'],
      [5, 3, 'SENTENCE', '“It was arson,” said the mayor.'],
      [6, 3, 'SENTENCE', 'Ms Doe denies it.'],
      [7, 3, 'SENTENCE', '👷 Some 300 people watched.'],
      [8, 4, 'ATTRIBUTION', '— July 2, 2018, in a statement'],
    ]);
  });

  test('has offsets that count code points, and spans without outer white space', () => {
    const odd = '\uFEFF  👷👷 one.  \r\n\r\n\t two 𝔘. \n';
    expect(divideText(odd, 'en').map(({ start, end, sha256: digest }) => [start, end, digest])).toEqual([
      [3, 10, sha256('👷👷 one.')],
      [18, 24, sha256('two 𝔘.')],
    ]);
  });

  test.each([
    ['- July 2, 2018', 'ATTRIBUTION'],
    ['– July 2, 2018', 'ATTRIBUTION'],
    ['— July 2, 2018.', 'ATTRIBUTION'],
    ...['.', '!', '?', '…', ':', ';', '.”', '?")', '!’]'].map((end) => [`They went${end}`, 'SENTENCE']),
    ['They went', 'HEADING'],
    ['They went,', 'HEADING'],
    ['What they did - and why', 'HEADING'],
  ])('has a line %s, which is taken for %s', (line, kind) => {
    expect(divideText(line, 'en').map((passage) => passage.kind)).toEqual([kind]);
  });

  test('keeps together what the user merges', () => {
    const three = 'One went. Two stayed. Three came.';
    const merged = (...merges: [number, number][]) =>
      divideText(three, 'en', merges).map(({ number, text: passage }) => [number, passage]);
    expect(merged([1, 2])).toEqual([
      [1, 'One went. Two stayed.'],
      [2, 'Three came.'],
    ]);
    expect(merged([1, 2], [2, 3])).toEqual([[1, three]]);
    expect(() => divideText(text, 'en', [[1, 2]])).toThrow(
      'passages 1 and 2 do not follow each other in one paragraph',
    );
    expect(() => divideText(text, 'en', [[2, 4]])).toThrow(RangeError);
  });
});

describe('the entry of a case file', () => {
  const options = { slug: 'a', title: 'A "title"', language: 'en', quotes: false };
  const sentence = 'This sentence has a lot more words than the twelve that may be taken from a source.';

  test('has nothing of the text unless it is asked for', () => {
    const entry = documentEntry(text, divideText(text, 'en'), options);
    expect(entry).toContain(`    sha256: ${sha256(text)}\n    codePoints: 241\n`);
    expect(entry).not.toMatch(/warehouse|petrol|watched/);
  });

  test('has a fragment of eight words at most of a passage that is longer than twelve', () => {
    expect(documentEntry(sentence, divideText(sentence, 'en'), { ...options, quotes: true })).toContain(
      'quote: "This sentence has a lot more words than" }',
    );
  });

  test('has a passage of twelve words whole, for as many may be taken', () => {
    const twelve = 'This sentence has as many words as may be taken: eleven, twelve.';
    expect(documentEntry(twelve, divideText(twelve, 'en'), { ...options, quotes: true })).toContain(
      `quote: "${twelve}" }`,
    );
  });

  test('has a fragment of eight words of a script without white space', () => {
    const chinese = '警方周六在港口的一个旧仓库里发现了二十升汽油市长说这是纵火';
    const quote = /quote: "(.*)" }/.exec(
      documentEntry(chinese, divideText(chinese, 'zh'), { ...options, quotes: true }),
    )?.[1];
    expect(chinese.startsWith(quote ?? '-')).toBe(true);
    expect(quote?.length).toBeLessThan(20);
  });

  test('has a title that is no sentence of the text', () => {
    expect(guessTitle('\n Fire in the harbour \nA warehouse burned down.\n')).toBe('Fire in the harbour');
    expect(guessTitle(sentence)).toBe('This sentence has a lot more words than …');
    expect(guessTitle('')).toBe('');
  });

  test('has a slug made of the title', () => {
    expect(slugOf('Émeute à l’Élysée: What we know (so far) about it all')).toBe('emeute-a-l-elysee-what-we-know-so');
    expect(slugOf('…')).toBe('document');
  });
});
