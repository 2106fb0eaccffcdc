// A case beside the user's own copy of its document: what is quoted wrongly, and what is copied.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { checkWording } from '../../seed/wording.ts';
import { SourceWords } from '../../src/cases/checking/copiedRuns.ts';
import { sha256 } from '../../src/domain/text.ts';
import { caseFolder, fixtureFolder } from './caseFolders.ts';

const fire = caseFolder('harbour-fire');
const original = fire.text();
const text = join(fixtureFolder('harbour-fire'), 'text.txt');

const check = (file = text) => checkWording([fire.folder], new Map([['harbour-fire-report', file]]));

/** What is found, without the folder. */
async function found(): Promise<string[]> {
  const short = (line: string) => line.slice(line.indexOf('case.yaml'));
  return check().then(
    (warnings) => warnings.map((line) => `warning: ${short(line)}`),
    (error: Error) => error.message.split('\n').map(short),
  );
}

beforeEach(() => {
  writeFileSync(join(fire.folder, 'case.yaml'), original);
  fire.change(`offences: [negligence, 'arson, "aggravated"']`, 'offences: [arson]');
});

test('a case that quotes as its passages say has nothing to be told', async () => {
  expect(await found()).toEqual([]);
});

test.each([
  [
    'quote: "Ms Doe denies it."',
    'quote: "Ms Doe admits it."',
    /^case\.yaml:\d+:\d+: the quote 'Ms Doe admits it\.' is not, letter for letter, in passage 6: copy the words as they stand there, or/,
  ],
  [
    'verbatim: on June 30',
    'verbatim: on June 29',
    /: the verbatim 'on June 29' is not, letter for letter, in passages 2 or 8: /,
  ],
  [
    'verbatim: Some 300 people',
    'verbatim: Some 30 people',
    /: the verbatim 'Some 30 people' is not, .* in passage 7: copy/,
  ],
  [
    'verbatim: Some 300 people',
    'verbatim: on June 30',
    /: the verbatim 'on June 30' is not, .* in passage 7: it is in passage 2, cite that$/,
  ],
  [
    '{ value: Ms Doe, kind: VARIANT, citations: [{ passage: 6,',
    '{ value: Ms Doe, kind: VARIANT, citations: [{ passage: 5,',
    /: the QUOTED name 'Ms Doe' is not, .* in passage 5: it is in passage 6, cite that$/,
  ],
  [
    '{ value: Ms Doe, kind: VARIANT, citations: [{ passage: 6, fidelity: QUOTED, standing: REPORTED }] }',
    '{ value: Ms Doe, kind: VARIANT, cite: 5 QUOTED REPORTED }',
    /^case\.yaml:\d+:47: the QUOTED name 'Ms Doe' is not, .* in passage 5: it is in passage 6, cite that$/,
  ],
  [
    'value: Ms Doe',
    'value: ms doe',
    /^warning: case.*: the QUOTED name 'ms doe' stands in passage 6 with other capital letters: /,
  ],
  [
    'value: Ms Doe',
    'value: Ms Do',
    /^warning: case.*: the QUOTED name 'Ms Do' is only a part of a word in passage 6: /,
  ],
  ['offences: [arson]', 'offences: [murder]', /^warning: case.*: the offence 'murder' is not, .* in passage 5: /],
])('%s, changed to %s, is told with its place', async (from, to, message) => {
  fire.change(from, to);
  expect(await found()).toEqual([expect.stringMatching(message)]);
});

test.each([
  [
    'summary: A warehouse burned down.',
    'summary: >-\n      Jane Doe, the harbour\n      master, was hurt. “Police” found 20 litres of PETROL, they say.',
  ],
  ['kind: ACCIDENT', 'kind: ACCIDENT # Jane Doe, the harbour master, was hurt. Police found 20 litres of petrol.'],
])('more than 12 words of the text in a row are found in %s', async (from, to) => {
  fire.change(from, to);
  expect(await found()).toEqual([
    expect.stringMatching(
      /^case\.yaml:\d+:\d+: 13 words in a row are those of document 'harbour-fire-report' \(passage 3\): 'Jane Doe, the harbour master …'; say it in your own words, or quote at most 12$/,
    ),
  ]);
});

test('twelve words are a quotation; the title of a document is its own, however long', async () => {
  const long = 'Fire in the harbour: a warehouse burned down on June 30, and Jane Doe was hurt';
  const copy = readFileSync(text, 'utf8').replace('Fire in the harbour', long);
  fire.write('text.txt', copy);
  const moved = long.length - 'Fire in the harbour'.length;
  const shift = (_all: string, name: string, at: string) => `${name}: ${Number(at) + (at === '0' ? 0 : moved)}`;
  writeFileSync(
    join(fire.folder, 'case.yaml'),
    fire
      .text()
      .replace(/(start|end|codePoints): (\d+)/g, shift)
      .replace(sha256(readFileSync(text, 'utf8')), sha256(copy))
      .replace(sha256('Fire in the harbour'), sha256(long))
      .replace('title: "Fire in the harbour"', `title: "${long}"`),
  );
  expect(await check(join(fire.folder, 'text.txt'))).toEqual([]);
  fire.change('title: Fire in a warehouse', `title: 'Jane Doe, the harbour master, was hurt. Police found 20 litres'`);
  expect(await check(join(fire.folder, 'text.txt'))).toEqual([]);
});

test('of a long text what was copied is found at once', () => {
  const numbered = Array.from({ length: 20_000 }, (_, index) => `word“${index}”`).join(' ');
  const copied = numbered.slice(100_000, 100_600);
  const [run, ...others] = new SourceWords(numbered).runsIn(`summary: 'Own words. ${copied}'`);
  expect(run?.words).toBeGreaterThan(50);
  expect(others).toEqual([]);
});
