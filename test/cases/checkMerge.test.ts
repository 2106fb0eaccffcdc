// What two cases say of an actor that they share, checked together: no database is needed for it.
import { describe, expect, test } from '@jest/globals';
import { checkCases } from '../../src/cases/checking/check.ts';
import { printProblems } from '../../src/cases/problems.ts';
import { readCase } from '../../src/cases/reading/read.ts';

const cited = 'citations: [{ passage: 1, fidelity: QUOTED, standing: REPORTED }]';
const document = `documents:
  - { slug: report, title: Report, kind: REPORT, sha256: ${'a'.repeat(64)}, codePoints: 9, passages: [
      { number: 1, paragraph: 1, start: 0, end: 9, kind: SENTENCE, sha256: ${'b'.repeat(64)} }] }`;

/** A case that says of the actor `ann` what `parts` have. */
const caseOf = (slug: string, parts: string) => `case: { slug: ${slug}, title: T, summary: S. }
${document}
actors:
  - { slug: bob, kind: PERSON, name: Bob, ${cited} }
  - slug: ann
    kind: PERSON
    ${cited}
${parts}`;

/** What is wrong with cases that are loaded together, by slug. */
const problemsOf = (cases: Record<string, string>): Promise<string[]> =>
  problemsOfTexts(Object.fromEntries(Object.entries(cases).map(([slug, parts]) => [slug, caseOf(slug, parts)])));

async function problemsOfTexts(cases: Record<string, string>): Promise<string[]> {
  const sources = await Promise.all(
    Object.entries(cases).map(async ([slug, text]) => {
      const files = new Map([['case.yaml', Buffer.from(text)]]);
      return (await readCase(slug, files)).source;
    }),
  );
  return printProblems(checkCases(sources, []).problems).map((line) => line.replace(/^(\S+?):\d+:\d+:/, '$1:'));
}

test('a standing that one case writes is that of both, though only the other cites what disagrees', async () => {
  const disagrees = `    name: Ann\n    reportedAge: 44\n`;
  const alleged = caseOf('one', disagrees).replace(
    `    ${cited}\n    name: Ann`,
    `    citations: [{ passage: 1, fidelity: QUOTED, standing: REPORTED }, { passage: 1, key: b, fidelity: QUOTED, standing: ALLEGED }]\n    name: Ann`,
  );
  const written = (standing: string) => caseOf('two', `    name: Ann\n    standing: ${standing}\n`);
  expect(await problemsOfTexts({ one: alleged, two: written('REPORTED') })).toEqual([]);
  expect(await problemsOfTexts({ one: alleged, two: caseOf('two', '    name: Ann\n') })).toEqual([
    "one/case.yaml: actor 'ann' needs a standing of its own, for its citations say REPORTED and ALLEGED: add `standing:`",
  ]);
});

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const lists: Record<string, (from: number, to: number) => string> = {
  names: (from, to) =>
    `    names:\n${numbers(from, to)
      .map((n) => `      - { value: Name ${n}, kind: ALIAS, isPrimary: ${n === 0}, ${cited} }\n`)
      .join('')}`,
  measures: (from, to) =>
    `    name: Ann\n    measures:\n${numbers(from, to)
      .map((n) => `      - { kind: FINE, lower: ${n}, unit: EUR, key: k${n}, ${cited} }\n`)
      .join('')}`,
  relationships: (from, to) =>
    `    name: Ann\n    relationships:\n${numbers(from, to)
      .map((n) => `      - { kind: OTHER, label: serves, to: bob, title: Office ${n}, ${cited} }\n`)
      .join('')}`,
};

describe.each(Object.entries(lists))('the %s of an actor in two cases', (list, make) => {
  test('may be the same sixty: they are sixty', async () => {
    expect(await problemsOf({ one: make(0, 60), two: make(0, 60) })).toEqual([]);
  });

  test('may be a hundred', async () => {
    expect(await problemsOf({ one: make(0, 60), two: make(40, 100) })).toEqual([]);
  });

  test('may not be a hundred and one', async () => {
    expect(await problemsOf({ one: make(0, 60), two: make(50, 101) })).toEqual([
      `one/case.yaml: actor 'ann' has more than 100 ${list} over all cases: divide the record`,
    ]);
  });
});

test('two primary names are one too many, unless they are one name', async () => {
  const named = (name: string) => `    names: [{ value: ${name}, kind: OFFICIAL, isPrimary: true, ${cited} }]\n`;
  expect(await problemsOf({ one: named('Ann'), two: named('Ann') })).toEqual([]);
  expect(await problemsOf({ one: named('Ann'), two: named('Anne') })).toEqual([
    "one/case.yaml: actor 'ann': the primary name is 'Ann' here and 'Anne' in case 'two': keep isPrimary in one of them",
    "two/case.yaml: actor 'ann': the primary name is 'Anne' here and 'Ann' in case 'one': keep isPrimary in one of them",
  ]);
});

test('one slug of two documents is told once, not for each passage', async () => {
  const files = (slug: string, digest: string) => {
    const text = caseOf(slug, '    name: Ann\n')
      .replaceAll(/[ab]{64}/g, digest.repeat(64))
      .replace('title: Report', `title: ${slug}`);
    return readCase(slug, new Map([['case.yaml', Buffer.from(text)]]));
  };
  const sources = await Promise.all([files('one', 'c'), files('two', 'd')]);
  const problems = checkCases(
    sources.map(({ source }) => source),
    [],
  ).problems;
  const told = (here: string, there: string) =>
    `${here}/case.yaml:3:55: document 'report' is another text in case '${there}' (its sha256 differs): give one of the two another slug, or if they are one, correct the sha256`;
  expect(printProblems(problems)).toEqual([told('one', 'two'), told('two', 'one')]);
});

test('two primary names in one case are told once, and not as another case’s', async () => {
  const two = ['Ann', 'Anne'].map((name) => `      - { value: ${name}, kind: OFFICIAL, isPrimary: true, ${cited} }\n`);
  expect(await problemsOf({ one: `    names:\n${two.join('')}` })).toEqual([
    "one/case.yaml: actor 'ann' has another primary name ('Ann'): keep one",
  ]);
});

test('a spelling of another width in another case is the same name, on which they have to agree', async () => {
  const named = (name: string) => `    names: [{ value: ${name}, kind: OFFICIAL, isPrimary: true, ${cited} }]\n`;
  expect(await problemsOf({ one: named('Ann'), two: named('Ａnn') })).toEqual([
    "one/case.yaml: name 'OFFICIAL Ann' of actor 'ann': value is 'Ann' here and 'Ａnn' in case 'two': make them agree, or leave it out in one of them",
    "two/case.yaml: name 'OFFICIAL Ann' of actor 'ann': value is 'Ａnn' here and 'Ann' in case 'one': make them agree, or leave it out in one of them",
  ]);
});

test.each([
  ['reportedAge', 'reportedAge: 44', 'reportedAge: 45'],
  ['description', 'description: One.', 'description: Two.'],
])('%s is the same in both, or in one only', async (field, one, two) => {
  const given = (line: string) => `    name: Ann\n    ${line}\n`;
  expect(await problemsOf({ one: given(one), two: given(one) })).toEqual([]);
  expect(await problemsOf({ one: given(one), two: '    name: Ann\n' })).toEqual([]);
  const [first, second] = await problemsOf({ one: given(one), two: given(two) });
  expect(first).toContain(`one/case.yaml: actor 'ann': ${field} is `);
  expect(second).toContain(`two/case.yaml: actor 'ann': ${field} is `);
});
