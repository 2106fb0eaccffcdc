import { describe, expect, test } from '@jest/globals';
import { printProblems } from '../../src/cases/problems.ts';
import { readYaml } from '../../src/cases/reading/yaml.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { problemsOf } from './mistakes.ts';

describe('a file that is not what it should be', () => {
  const wrong: [what: string, text: string, problem: string][] = [
    [
      'a key that stands twice',
      'case: { slug: a, title: A, summary: B.,\n  title: C }\n',
      'a.yaml:2:3: this key stands here twice: keep one of the two',
    ],
    ['broken YAML', 'case: { slug: a\n', 'a.yaml:2:1: a { above is not closed: add }, and indent the lines between'],
    [
      'an alias of nothing',
      'case: *nowhere\n',
      'a.yaml:1:7: the alias *nowhere has no anchor above it: put a text that begins with * in quotes',
    ],
    [
      'two documents',
      'case: { slug: a, title: A, summary: A. }\n---\nactors: []\n',
      'a.yaml:2:1: a second YAML document: put it into a file of its own',
    ],
    [
      'a list',
      '- a\n',
      'a.yaml:1:1: must begin with one of case, defaults, documents, places, actors, events, statements, claims, legalActions',
    ],
    [
      'a record where a list should be',
      'actors: { slug: a }\n',
      'a.yaml:1:9: actors must be a list: begin each record with a hyphen',
    ],
    ['a text where a record should be', 'actors: [iran]\n', 'a.yaml:1:10: must be a record with slug, kind, name …'],
    [
      'a prototype',
      'actors: [{ slug: a, __proto__: { x: 1 } }]\n',
      "a.yaml:1:21: unknown field '__proto__': the fields here are slug, kind, name, description, size, reportedAge, reportedAgeDate, standing, formerSlugs, names, relationships, residences, measures, citations, cite",
    ],
    ...['constructor', '__proto__', 'toString'].map((name): [string, string, string] => [
      `what every object has: ${name}`,
      `${name}: []\n`,
      `a.yaml:1:1: unknown field '${name}': the fields here are case, defaults, documents, places, actors, events, statements, claims, legalActions`,
    ]),
    ['brackets in brackets', `case: ${'['.repeat(100)}${']'.repeat(100)}\n`, 'a.yaml:1:47: nested more than 40 deep'],
  ];
  test.each(wrong)('%s', async (_, text, problem) => {
    expect(await problemsOf({ 'a.yaml': text })).toContain(problem);
  });

  test('brackets without end', async () => {
    expect((await problemsOf({ 'a.yaml': `case: ${'['.repeat(20_000)}\n` })).join('\n')).toMatch(
      /^a\.yaml:1:\d+: nested too deep: close the brackets, or indent less$/,
    );
  });

  test('aliases of aliases', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `x${level + 1}: &x${level + 1} [${Array(10).fill(`*x${level}`).join(', ')}]`,
    );
    const [problem] = await problemsOf({ 'a.yaml': `x0: &x0 [a]\n${levels.join('\n')}\n` });
    expect(problem).toMatch(
      /^a\.yaml:\d+:\d+: more than 100000 values: divide the file, or look for aliases of aliases$/,
    );
  });

  test('a key that stands twenty times and more', () => {
    const { problems } = readYaml('a.yaml', 'a: 1\n'.repeat(30));
    expect(problems.map(({ line, column }) => [line, column])).toEqual(
      Array.from({ length: 20 }, (_, n) => [n + 2, 1]),
    );
  });

  test('another encoding than UTF-8', async () => {
    const { problems } = await readCase('folder', new Map([['a.yaml', new Uint8Array([0x63, 0xe9, 0x3a])]]));
    expect(printProblems(problems)).toEqual(['folder/a.yaml:1:1: not UTF-8: save it as UTF-8']);
  });
});

test('digits with a zero before them are a text: the year 0099, the day 07', () => {
  const { value, problems } = readYaml('a.yaml', '[07, 0099, 00, 0, 10, 1.5, -1, 0x1f]');
  expect([value, problems]).toEqual([['07', '0099', '00', 0, 10, 1.5, -1, 31], []]);
});

test('what stands under an anchor stands under its alias, as deep and as often as it is written out', () => {
  const { value, size } = readYaml('a.yaml', 'a: &x [1, 2]\nb: *x\n');
  expect(value).toEqual({ a: [1, 2], b: [1, 2] });
  expect(size).toBe(readYaml('a.yaml', 'a: [1, 2]\nb: [1, 2]\n').size + 1);
});

test('a character that YAML 1.2 has no place for is refused, and no other (section 5.1, c-printable)', () => {
  const printable = (code: number) =>
    code === 0x09 || code === 0x0a || (code >= 0x20 && code <= 0x7e) || code === 0x85 || code >= 0xa0;
  for (let code = 0; code <= 0x200; code += 1) {
    const { problems } = readYaml('a.yaml', `# ${String.fromCharCode(code)}x\n`);
    const isRefused = problems.some(({ message }) => message.includes('has no place in a YAML file'));
    expect([code, isRefused]).toEqual([code, !printable(code)]);
  }
  expect(readYaml('a.yaml', '# a\r\n# b\r\n').problems).toEqual([]);
});

describe('YAML that is not valid', () => {
  const fault: [text: string, problem: string][] = [
    ['title: Fire: the harbour\n', '1:8: a text with a colon needs quotes: put it in quotes'],
    [
      'case: { title: Fire: the harbour }\n',
      '1:16: within braces and brackets a comma is missing here, or a text with a colon needs quotes',
    ],
    ['title: @mayor said\n', "1:8: a text can't begin with @: put it in quotes"],
    [
      'title: "Fire" in the harbour\n',
      `1:15: the text goes on after its closing ": put all of it in quotes, and double a ' within single quotes`,
    ],
    ['title: [Update] Fire\n', '1:17: a text that begins with [ needs quotes: put all of it in quotes'],
    ['title: *important* news\n', '1:20: a text that begins with * needs quotes: put all of it in quotes'],
    [
      'title: > 5 people\n',
      "1:10: a text can't begin with > or |: put the text in quotes, or begin it on the next line",
    ],
    [
      'title: "Fire\nslug: a\n',
      '1:8: a text that begins with " has no " at its end: close it, and write \\" for one that belongs to the text',
    ],
    ['case:\n\tslug: a\n', '2:1: a tab is used to indent: use spaces'],
    [
      'case:\n    slug: a\n  title: b\n',
      '3:1: this line does not begin under those it belongs to: give the fields of one record one indentation',
    ],
    ['slug:a\ntitle: b\n', '1:1: a colon after the name of a field needs a space after it'],
    ['speakers:\n  - a\n  -b\n', '3:1: a hyphen that begins an entry needs a space after it'],
    [
      'title: "C:\\Users"\n',
      '1:11: within double quotes a \\ has a meaning of its own: write \\\\, or use single quotes',
    ],
    ['title: & Co\n', '1:8: & and * at the beginning of a text have a meaning of their own: put the text in quotes'],
    ['<<<<<<< HEAD\ntitle: a\n', '1:1: a conflict that git left here: decide between the two, and remove its marks'],
  ];
  test.each(fault)('%j is told by its first fault alone', async (text, problem) => {
    expect((await problemsOf({ 'a.yaml': text })).filter((line) => !line.includes('no file of the folder'))).toEqual([
      `a.yaml:${problem}`,
    ]);
  });
});

describe('text that YAML drops', () => {
  const read = async (title: string) => {
    const text = `case:\n  slug: a\n  title: ${title}\n  summary: B.\n`;
    const { problems, warnings } = await readCase('a', new Map([['a.yaml', new TextEncoder().encode(text)]]));
    return { problems: printProblems(problems), warnings };
  };

  test.each([
    ['Fire in hall #3', '23: what follows # is not read: put the text in quotes, or write a space after #'],
    ['&Co launches', '10: &Co is read as an anchor, which nothing refers to, and not as text: put the text in quotes'],
    ['&Co', '10: &Co is read as an anchor, which nothing refers to, and not as text: put the text in quotes'],
  ])('%s is refused', async (title, problem) => {
    expect(await read(title)).toEqual({ problems: [`a/a.yaml:3:${problem}`], warnings: [] });
  });

  test('after several words and one space it may be a comment, and is told', async () => {
    expect(await read('Fire in hall # three')).toEqual({
      problems: [],
      warnings: [
        'a/a.yaml:3:23: if it is text, what follows # is not read: put the text in quotes, or a comment on a line of its own',
      ],
    });
  });

  test.each(['Fire in hall   # a comment', 'Fire # a comment', '"Fire" #1', "'a #3'", 'a#3', 'Fire ##'])(
    '%s is as it seems',
    async (title) => expect(await read(title)).toEqual({ problems: [], warnings: [] }),
  );
});
