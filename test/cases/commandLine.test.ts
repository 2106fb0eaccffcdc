import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../src/config.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, fixtureFolder } from './caseFolders.ts';
import { query } from './rows.ts';

const fireFolder = fixtureFolder('harbour-fire');
const article = join(fireFolder, 'text.txt');

/** What a program of seed/ prints, and its exit code. */
function run(
  program: string,
  args: readonly string[],
  url?: string,
  variables: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, ...(url !== undefined && { DATABASE_URL: url }), ...variables };
  return new Promise((resolve) => {
    const command = ['--import', './src/typescript.mjs', join('seed', program), ...args];
    execFile(process.execPath, command, { cwd: projectFolder, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe('npm run seed -- --check', () => {
  const fire = caseFolder('harbour-fire');
  // No database is needed: this address would be refused.
  const check = (...args: string[]) => run('index.ts', ['--check', ...args], 'postgresql://nobody@127.0.0.1:1/none');

  test('finds nothing wrong with the cases of the project, and every passage cited', async () => {
    const { code, out, err } = await check();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^document 'free-iran-rally-plot': passages cited: 60 of 60$/m);
  });

  test('counts what is in a case, and finds all text in its passages', async () => {
    const { code, out } = await check('--case', fireFolder, '--document', `harbour-fire-report=${article}`);
    expect(out).toBe(
      "case 'harbour-fire': 1 document, 8 passages, 2 places, 38 citations, 5 actors, 3 names, 1 relationship, 4 measures, 2 events, 2 participations, " +
        '1 item, 1 event link, 2 statements, 2 positions, 2 claims, 1 claim link, 2 legal actions, 1 legal ground, 1 legal party, 3 legal statuses, 1 legal term, 1 legal link\n' +
        "document 'harbour-fire-report': passages cited: 8 of 8\ndocument 'harbour-fire-report': the passages hold all of its text\n",
    );
    expect(code).toBe(0);
  });

  test('fails when a passage is cited by no record, or text is in no passage', async () => {
    fire.change(
      '      - { passage: 8, fidelity: INFERRED, standing: REPORTED, field: date, note: The year is that of the statement. }\n',
      '',
    );
    const uncited = await check('--case', fire.folder);
    expect(uncited.out).toContain("document 'harbour-fire-report': passages cited: 7 of 8; cite passage 8\n");
    expect(uncited.code).toBe(1);
    fire.change(/ {6}- { number: 8.*\n/.exec(fire.text())?.[0] ?? '', '');
    const outside = await check('--case', fire.folder, '--document', `harbour-fire-report=${article}`);
    expect(outside.out).toContain(
      'document \'harbour-fire-report\': text outside the passages, code points 208 to 241: "— July 2, 2018, in a statement"\n',
    );
    expect(outside.code).toBe(1);
  });

  test('takes the cases of CASES_FOLDER as well', async () => {
    const { code, out } = await run('index.ts', ['--check'], undefined, { CASES_FOLDER: join(fireFolder, '..') });
    expect(out.match(/^case '[^']+'/gm)).toEqual([
      "case 'free-iran-rally-plot'",
      "case 'harbour-fire'",
      "case 'port-strike'",
    ]);
    expect(code).toBe(0);
  });

  test('prints problems as JSON, and nothing else', async () => {
    const broken = await check('--json', '--case', join('test', 'cases', 'invented', 'port-strike'));
    expect({ code: broken.code, err: broken.err }).toEqual({ code: 1, err: '' });
    const file = 'test/cases/invented/port-strike/case.yaml';
    expect(JSON.parse(broken.out)).toEqual({
      problems: expect.arrayContaining([
        {
          ...{ file, line: 23, column: 12, severity: 'error', path: ['events', 0, 'place'] },
          message: "unknown place 'old-port': declare it, or correct the slug",
        },
      ]),
    });
    const outside = await check('--json', '--case', fire.folder, '--document', `harbour-fire-report=${article}`);
    const [problem] = (JSON.parse(outside.out) as { problems: unknown[] }).problems;
    expect(problem).toMatchObject({ severity: 'error', path: ['documents', 0] });
    const right = await check('--json', '--case', fireFolder);
    expect(right).toEqual({ code: 0, out: '{\n  "problems": []\n}\n', err: '' });
    const absent = await check('--json', '--case', 'no/such/folder');
    expect(JSON.parse(absent.out)).toMatchObject({ problems: [{ file: null, line: null, severity: 'error' }] });
  });

  test('prints problems as file:line:column, relative to where it runs', async () => {
    const { code, out, err } = await check('--case', join('test', 'cases', 'invented', 'port-strike'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^test\/cases\/invented\/port-strike\/case\.yaml:23:12: unknown place 'old-port': declare it, or correct the slug$/m,
    );
  });
});

describe('npm run seed', () => {
  const database = useDatabase('tables');
  const seed = (...args: string[]) => run('index.ts', args, database.url);

  test('loads, warns of a case without a folder, and removes it on request', async () => {
    const loaded = await seed('--case', fireFolder, '--document', `harbour-fire-report=${article}`);
    expect(loaded.out).toMatch(
      /^loaded harbour-fire: \d+ records added, 0 changed, 0 removed\ndocument 'harbour-fire-report': the text of 8 passages is in the database\n$/,
    );
    expect((await seed()).err).toContain(
      "warning: case 'harbour-fire' is in the database and has no folder under seed/cases or CASES_FOLDER: it stays; to remove it: npm run seed -- --remove harbour-fire\n",
    );
    const again = await seed();
    expect(again.out).toBe('1 case is unchanged\n');
    expect((await seed('--remove', 'harbour-fire')).out).toMatch(/^removed harbour-fire: \d+ rows deleted\n$/);
    expect(await query(database.url, 'select slug from "Case"')).toEqual([{ slug: 'free-iran-rally-plot' }]);
  });

  test('refuses to remove a case that it would load again', async () => {
    const { code, err } = await seed('--remove', 'free-iran-rally-plot');
    expect(err).toContain(
      "the files of case 'free-iran-rally-plot' are in seed/cases/free-iran-rally-plot, from where it would be loaded again: remove or move the folder first\n",
    );
    expect(code).toBe(1);
  });

  test.each([
    [['--remove', 'harbor-fire'], /^the database has no case 'harbor-fire': check the slug$/m],
    [['--case', 'no/such/folder'], /^no\/such\/folder cannot be read as a case folder \(ENOENT\)$/m],
    [
      ['--document', 'free-iran-rally=article.txt'],
      /^the database has no document 'free-iran-rally': did you mean 'free-iran-rally-plot'\?$/m,
    ],
    [['--document', 'free-iran-rally-plot'], /Expected <slug>=<file>/],
    [
      ['--document', 'free-iran-rally-plot=no-such-file'],
      /^no-such-file cannot be read \(ENOENT\): name your copy of the document$/m,
    ],
    [['everything'], /too many arguments/],
  ])('says in one line what is wrong with %j', async (args, message) => {
    const { code, err } = await seed(...args);
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
    expect(code).toBe(1);
  });
});

describe('an option that npm took for its own', () => {
  /** As npm starts `npm run seed <options>`, without `--`. */
  const started = (variables: Record<string, string>, ...args: string[]) =>
    run('index.ts', args, 'postgresql://nobody@127.0.0.1:1/none', { npm_lifecycle_event: 'seed', ...variables });

  test('counts as given: npm run seed --check does not load', async () => {
    const { code, out } = await started({ npm_config_check: 'true' });
    expect(out).toMatch(/^document 'free-iran-rally-plot': passages cited: 60 of 60$/m);
    expect(code).toBe(0);
  });

  test('is refused where its value would be lost', async () => {
    expect(await started({ npm_config_case: 'true' }, 'some/folder')).toEqual({
      code: 1,
      out: '',
      err: 'npm took --case for itself: write it after --, as in npm run seed -- --case …\n',
    });
  });

  test('is not one of another script that runs this one', async () => {
    const { err } = await started({ npm_config_case: 'true', npm_lifecycle_event: 'check' }, '--check');
    expect(err).toBe('');
  });
});

test('who stops reading what is printed ends nothing', async () => {
  const check = `"${process.execPath}" --import ./src/typescript.mjs seed/index.ts --check | true`;
  const err = await new Promise((resolve) => {
    execFile('sh', ['-c', check], { cwd: projectFolder }, (_error, _out, stderr) => resolve(stderr));
  });
  expect(err).toBe('');
});

test('npm run passages prints an entry without the text', async () => {
  const { code, out } = await run('passages.ts', [article, '--slug', 'harbour-fire-report']);
  expect(code).toBe(0);
  expect(out.split('\n')).toHaveLength(17);
  expect(out).toMatch(/^documents:\n {2}- slug: harbour-fire-report\n {4}title: "Fire in the harbour"\n/);
  expect(out).not.toMatch(/warehouse|petrol/);
});

test('npm run agreement -- --check finds the figures in docs/coding.md', async () => {
  expect(await run('agreement.ts', ['--check'])).toEqual({ code: 0, out: 'docs/coding.md is up to date\n', err: '' });
});
