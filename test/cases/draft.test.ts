// `npm run draft`: from a text to a case folder in which a person decides what becomes a record.
import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { checkFolders } from '../../seed/checkCommand.ts';
import { checkWording } from '../../seed/wording.ts';
import { findDates } from '../../src/cases/drafting/dates.ts';
import { readCase } from '../../src/cases/reading/read.ts';
import { readRecords } from '../../src/cases/reading/records.ts';
import { projectFolder } from '../../src/config.ts';
import { caseFolder, fixtureFolder } from './caseFolders.ts';

const text = join(fixtureFolder('harbour-fire'), 'text.txt');
const namesakes = caseFolder('harbour-fire');
const parent = caseFolder().folder;
const out = join(parent, 'my fire');

function draft(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = ['--import', './src/typescript.mjs', join('seed', 'draft.ts'), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: projectFolder }, (error, stdout, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: stdout, err });
    });
  });
}

const read = (name: string) => readFileSync(join(out, name), 'utf8');

/** The lines of a file that a person may uncomment. */
const guesses = (name: string) =>
  read(name)
    .split('\n')
    .filter((line) => /^\s*# /.test(line) && !line.includes('yaml-language-server'));

describe('a draft', () => {
  beforeAll(async () => {
    namesakes.change(
      '  - slug: onlookers\n',
      "  - slug: jane-doe-of-the-museum\n    kind: PERSON\n    names:\n      - { value: 'Jane Doe', kind: OFFICIAL, isPrimary: true, citations: [{ passage: 3, fidelity: QUOTED, standing: REPORTED }] }\n    citations: [{ passage: 3, fidelity: PARAPHRASED, standing: REPORTED }]\n  - slug: onlookers\n",
    );
    namesakes.change(
      '\nactors:\n',
      "  - slug: quay\n    kind: OTHER\n    label: quay\n    names: [{ value: 'the harbour', kind: ALIAS, cite: 1 QUOTED REPORTED }]\n    cite: 1 PARAPHRASED REPORTED\n\nactors:\n",
    );
    const {
      code,
      out: printed,
      err,
    } = await draft(text, '--slug', 'my-fire', '--case', namesakes.folder, '--out', out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(printed).toContain(`npm run seed -- --check --case "${out}" --document my-fire="${text}"\n`);
  });

  test('names all who bear a name, and chooses none', () => {
    const lines = read('actors.yaml').split('\n');
    expect(lines).toContain(
      '  ## "Jane Doe" is a name of jane-doe and jane-doe-of-the-museum: take the one that is meant, if any',
    );
    expect(guesses('actors.yaml').map((line) => /slug: ([a-z-]+)/.exec(line)?.[1])).toEqual([
      'jane-doe',
      'jane-doe-of-the-museum',
      'mayor',
    ]);
    // OTHER asks for its label, which the check would miss in a line that is taken over.
    expect(guesses('places.yaml')).toContainEqual(
      expect.stringContaining('{ slug: quay, kind: OTHER, label: "quay", '),
    );
  });

  test('shows how a passage begins, of a sentence half at most', () => {
    const shown = [...read('document.yaml').matchAll(/^ {8}## (“.*?”)/gm)].map(([, words]) => words);
    expect(shown).toEqual([
      '“Fire in the harbour”',
      '“A warehouse burned …”',
      '“Jane Doe, the …”',
      '“Police found 20 …”',
      '““It was arson …”',
      '“Ms Doe …”',
      '“👷 Some 300 …”',
      '“— July 2, 2018, in a statement”',
    ]);
  });

  test('has the dates, and a statement for an attribution line', () => {
    expect(guesses('events.yaml')).toEqual([
      `  # - { slug: event-2-1, title: , summary: , kind: , outcome: , date: { edtf: 'YYYY-06-30', verbatim: "June 30" }, cite: 2 PARAPHRASED REPORTED }`,
    ]);
    expect(guesses('statements.yaml')).toEqual([
      `  # - { slug: statement-8, summary: , medium: STATEMENT, speakers: [], date: { edtf: '2018-07-02', verbatim: "July 2, 2018" }, cite: 8 PARAPHRASED REPORTED }`,
    ]);
  });

  test('passes the checks as it is but for passages that no record cites, and holds no sentence of the text', async () => {
    const { problems, doubts, ofFolders, lines } = await checkFolders([out], new Map([['my-fire', text]]));
    expect([...problems, ...doubts, ...ofFolders]).toEqual([]);
    expect(lines).toContain("document 'my-fire': passages cited: 0 of 8; cite passage 1-8");
  });

  test('is valid YAML with any line uncommented; what only a person knows is asked for', async () => {
    for (const name of readdirSync(out)) {
      const whole = read(name);
      for (const line of guesses(name)) {
        const { errors } = parseDocument(whole.replace(line, line.replace('# ', '')));
        expect(errors).toEqual([]);
      }
    }
    const all = join(parent, 'all');
    cpSync(out, all, { recursive: true });
    for (const name of readdirSync(all)) writeFileSync(join(all, name), read(name).replace(/^( *)# - /gm, '$1- '));
    expect(await checkWording([all], new Map([['my-fire', text]]))).toEqual([]);
    const { content, problems } = readRecords((await readCase(all)).source);
    expect(content.records.filter(({ type, damaged }) => type === 'Actor' && !damaged)).toHaveLength(3);
    expect(problems.map(({ message }) => message)).toEqual([
      'event without title: add it',
      'event without summary: add it',
      'event without kind: add it',
      'event without outcome: add it',
      expect.stringMatching(/^date.edtf 'YYYY-06-30': /),
      'statement without summary: add it',
      'speakers is an empty list: write who spoke',
    ]);
  });

  test.each([
    [
      ['--slug', 'other', '--out', out],
      `${out} is there already, and nothing in it was changed: name another folder with --out\n`,
    ],
    [
      ['--slug', 'free-iran-rally-plot'],
      "the case in seed/cases/free-iran-rally-plot has the slug 'free-iran-rally-plot' already: choose another one\n",
    ],
  ])('replaces nothing: %j', async (args, message) => {
    expect(await draft(text, ...args)).toEqual({ code: 1, out: '', err: message });
  });
});

test.each<[string, string, string[]]>([
  [
    'en',
    'On June 30, 2018 and Oct.10, 2018, the 3rd of May 1992; Sept. 2019; it may 5 times.',
    ['2018-06-30', '2018-10-10', '1992-05-03', '2019-09'],
  ],
  [
    'en',
    'In 1965, in the 1970s, on 2018-07-02, some 25,000 in 2018/19, 30 February 2018, room 2018b.',
    ['1965', '197X', '2018-07-02', '2018'],
  ],
  [
    'de',
    'Am 5. März 2019, am 3.10.2018, im Mai 2001 und in den 1980er Jahren.',
    ['2019-03-05', '2018-10-03', '2001-05', '198X'],
  ],
  ['fr', 'Le 1er août 2018, en février 2019 et le 4 juillet.', ['2018-08-01', '2019-02', 'YYYY-07-04']],
  ['es', 'El 5 de mayo de 2018 y en junio de 2019.', ['2018-05-05', '2019-06']],
  ['ru', 'Он умер 5 мая 2018 года, а в июне 2019 …', ['2018-05-05', '2019']],
  ['zh', '他于2018年6月30日抵达，2019年离开。', ['2018-06-30', '2019']],
  ['ar', 'في ٣٠ يونيو ٢٠١٨', ['2018-06-30']],
  ['fa', '۳۰ ژوئن ۲۰۱۸', ['2018-06-30']],
])('in %s the dates of %s are %j', (language, words, dates) => {
  expect(findDates(words, language).map(({ edtf }) => edtf)).toEqual(dates);
  for (const { verbatim } of findDates(words, language)) expect(words).toContain(verbatim);
});
