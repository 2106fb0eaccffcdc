import { describe, expect, test } from '@jest/globals';
import { parseMerge, parseSplit } from '../../src/cases/dividing/corrections.ts';
import { divideText, type Division } from '../../src/cases/dividing/divide.ts';
import { looksWrapped } from '../../src/cases/dividing/paragraphs.ts';

const sentencesOf = (text: string, language = 'en', more: Partial<Division> = {}) =>
  divideText(text, { language, ...more }).map((passage) => passage.text);

describe('a sentence ends where its language ends it', () => {
  test.each([
    ['en', ['The U.S. Justice Department and Mr. Smith met Lt. Col. J. R. Doe.', 'He left.']],
    ['de', ['Er wurde am 5. Mai nach Art. 5 Abs. 2 Nr. 3 StGB verurteilt.', 'Der 1. Strafsenat entschied.']],
    ['de', ['Er ist 45.', 'Sie ist 50.']],
    ['ru', ['Суд признал Иванова И. И. виновным.', 'Суд признал И. И. Иванова.', 'Он живёт в г. Москве.']],
    ['uk', ['Іванова І. І. визнали винним.', 'Він.']],
    [
      'fr',
      ["Selon l'art. 5, al. 2, M. J.-P. Dupont et Mme. Durand ont été vus.", '« Non ! » dit-il.', 'M. Dupont a parlé.'],
    ],
    ['pl', ['Pan dr. Kowalski i ul. Długa 5.', 'Poszedł.']],
    ['sv', ['T.ex. kl. 5.', 'Han gick.']],
    ['ar', ['هل ذهب؟', 'نعم ذهب.']],
    ['hi', ['वह गया।', 'वह आया।']],
    // sentencex does not know how a sentence of Khmer ends.
    ['km', ['គាត់ទៅ។', 'គាត់មក។']],
    ['xyz', ['Mr. Smith left.', 'She came.']],
  ])('%s: %j', (language, sentences) => {
    expect(sentencesOf(sentences.join(' '), language)).toEqual(sentences);
  });

  test('without spaces too', () => {
    expect(sentencesOf('他走了。她来了！真的吗？', 'zh')).toEqual(['他走了。', '她来了！', '真的吗？']);
    expect(sentencesOf('「行った。」と彼は言った。次。', 'ja')).toEqual(['「行った。」と彼は言った。', '次。']);
  });

  test('a reference to a note stays with its sentence', () => {
    expect(sentencesOf('It was so.³ Then he left.[4] And more.¹ Next.')).toEqual([
      'It was so.³',
      'Then he left.[4]',
      'And more.¹',
      'Next.',
    ]);
  });
});

test.each([
  ['他走了。', 'SENTENCE'],
  ['هل ذهب؟', 'SENTENCE'],
  ['• First point', 'SENTENCE'],
  ['- First point', 'SENTENCE'],
  ['¹ See there.', 'NOTE'],
  ['[2] See there', 'NOTE'],
  ['— July 2, 2018, in a statement', 'ATTRIBUTION'],
  ['— Non, dit-il.', 'SENTENCE'],
  ['港口大火', 'HEADING'],
])('%s is a %s', (text, kind) => {
  expect(divideText(text, { language: 'en' }).map((passage) => passage.kind)).toEqual([kind]);
});

test('an unclosed quotation mark, a line without an end: a megabyte takes seconds', () => {
  for (const text of ['“a '.repeat(350_000), 'word '.repeat(200_000), '. '.repeat(500_000)])
    expect(sentencesOf(text)).toHaveLength(1);
  expect(sentencesOf('a.\n'.repeat(300_000))).toHaveLength(300_000);
});

describe('wrapped lines', () => {
  const wrapped =
    'FIRE IN THE HARBOUR\n\nA warehouse burned down on June 30, and nobody knows how the\n' +
    'fire began in it. Jane Doe, the harbour master, was hurt. Police say that\nthey found 20 litres of petrol there.\n\n' +
    'The mayor calls it arson. Ms Doe denies it, and so does the company\nthat owns the warehouse, which is not insured.\n';

  test('are guessed, and make one paragraph; a span holds the line breaks of the file', () => {
    expect(looksWrapped(wrapped)).toBe(true);
    const passages = divideText(wrapped, { language: 'en' });
    expect(passages.map(({ paragraph, kind }) => [paragraph, kind])).toEqual([
      [1, 'HEADING'],
      ...Array.from({ length: 3 }, () => [2, 'SENTENCE']),
      ...Array.from({ length: 2 }, () => [3, 'SENTENCE']),
    ]);
    expect(passages[3]?.text).toBe('Police say that\nthey found 20 litres of petrol there.');
    expect(wrapped.slice(passages[3]?.start, passages[3]?.end)).toBe(passages[3]?.text);
  });

  test('are not guessed in a text of a line each, and the user has the last word', () => {
    expect(looksWrapped('One line that says a lot.\nAnother line that says a lot.\n')).toBe(false);
    expect(divideText(wrapped, { language: 'en', wrapped: false }).at(-1)?.paragraph).toBe(6);
  });
});

describe('what the user says', () => {
  const text = 'One went. Two stayed. Three came.\nFour left. Five: six';
  const divided = (more: Partial<Division>) => sentencesOf(text, 'en', more);

  test('joins passages, across lines too', () => {
    expect(divided({ merges: [parseMerge('1,2,3')] })[0]).toBe('One went. Two stayed. Three came.');
    expect(divided({ merges: [parseMerge('1-2'), parseMerge('2,3')] })[0]).toBe('One went. Two stayed. Three came.');
    expect(divided({ merges: [parseMerge('1-5')] })).toEqual([text]);
  });

  test('cuts a passage, also one that is merged', () => {
    expect(divided({ splits: [parseSplit('5: six')] }).slice(-2)).toEqual(['Five:', 'six']);
    expect(divided({ merges: [[3, 4]], splits: [parseSplit('3: came. Four')] }).slice(2, 4)).toEqual([
      'Three',
      'came.\nFour left.',
    ]);
  });

  test('is refused where it does not fit', () => {
    expect(() => divided({ merges: [[1, 3]] })).toThrow('passages 1 and 3 do not follow each other');
    expect(() => divided({ merges: [[5, 6]] })).toThrow('there is no passage 6 to merge: the numbers go to 5');
    expect(() => divided({ splits: [parseSplit('1: gone')] })).toThrow("the words 'gone' do not stand in passage 1");
    expect(() => divided({ splits: [parseSplit('1: One')] })).toThrow('begins with the words');
    expect(() => divided({ splits: [parseSplit('1: n')] })).toThrow('stand 2 times in passage 1: give more of them');
    expect(() => parseMerge('1')).toThrow('Expected the numbers of passages');
    expect(() => parseSplit('x')).toThrow('Expected a number and the words');
  });
});
