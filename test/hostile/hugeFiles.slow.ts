/** What case files cost a process of its own at most, whatever a stranger puts into them. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { projectFolder } from '../../src/config.ts';
import { allRows } from '../cases/rows.ts';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';

const tried = useFigures(import.meta.url, 'A file');
const database = useDatabase('tables');

/** Twice what was seen, far less than what the bounds keep away: without them gigabytes, or no end. */
const mostMegabytes = 1500;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-huge-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** By name: the text, or the length of a file with almost nothing in it. */
type Files = Readonly<Record<string, string | number>>;

/** Run in the process before all else: writes its peak, in kilobytes, into the file. */
const tellMemory = (file: string) => `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)));`;

/** Runs `npm run seed` on the files. Returns its code, its lines and the memory that it had at most. */
function seed(files: Files) {
  const home = mkdtempSync(join(folder, 'case-'));
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(home, file), typeof content === 'string' ? content : good);
    if (typeof content === 'number') truncateSync(join(home, file), content);
  }
  const peak = join(home, 'peak');
  const preload = `data:text/javascript,${encodeURIComponent(tellMemory(peak))}`;
  const options = ['--import', preload, '--import', './src/typescript.mjs', join('seed', 'index.ts'), '--case', home];
  const env = { ...process.env, DATABASE_URL: database.url };
  return new Promise<{ code: number | string | null; lines: string[]; megabytes: number }>((resolve) => {
    execFile(process.execPath, options, { cwd: projectFolder, env }, (error, out, err) => {
      const lines = (out + err).replaceAll(`${home}/`, '').split('\n');
      const megabytes = existsSync(peak) ? Math.round(Number(readFileSync(peak, 'utf8')) / 1024) : NaN;
      resolve({ code: error === null ? 0 : (error.code ?? error.signal ?? null), lines, megabytes });
    });
  });
}

const good = 'case: { slug: huge, title: A, summary: B. }\n';
const list = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('');
const hash = '0'.repeat(64);
const document = `documents: [{ slug: huge-report, title: T, kind: REPORT, sha256: "${hash}", codePoints: 9, passages: [{ number: 1, paragraph: 1, start: 0, end: 9, kind: SENTENCE, sha256: "${hash}" }] }]\n`;
const cited = 'citations: [{ passage: 1, fidelity: QUOTED, standing: REPORTED }]';
const events = (file: number, count: number) =>
  `events:\n${list(count, (n) => `  - { slug: e-${file}-${n}, title: E, summary: E., kind: ACCIDENT, outcome: COMPLETED, ${cited} }\n`)}`;
const divided = (count: number, make: (file: number) => string) => ({
  'a.yaml': good + document,
  ...Object.fromEntries(Array.from({ length: count }, (_, file) => [`b${100 + file}.yaml`, make(file)])),
});

describe('refused in bounded memory', () => {
  const aliases = list(30, (n) => `x${n + 1}: &x${n + 1} [${Array(10).fill(`*x${n}`).join(', ')}]\n`);
  const wrong: [what: string, files: Files, line: string][] = [
    [
      'a file of 100 MB',
      { 'a.yaml': good + '# padding\n'.repeat(10_000_000) },
      'a.yaml has more than 8388608 bytes: divide it',
    ],
    ['a file of 4 GB', { 'a.yaml': 2 ** 32 }, 'a.yaml has more than 8388608 bytes: divide it'],
    [
      'aliases that explode',
      { 'a.yaml': `x0: &x0 [a]\n${aliases}` },
      'a.yaml:2:30: more than 100000 values: divide the file, or look for aliases of aliases',
    ],
    [
      'aliases of a long text',
      { 'a.yaml': `x: &x "${'x'.repeat(7_000_000)}"\ny: [${'*x, '.repeat(99_000)}]\n${'z: *x\n'.repeat(2000)}` },
      'a.yaml:1:7: more than 100000 values: divide the file, or look for aliases of aliases',
    ],
    [
      '100,000 records',
      divided(20, (file) => events(file, 2500)),
      'b110.yaml:1:1: with this file the case has more than 300000 values: divide the case',
    ],
    [
      'millions of records without a field',
      divided(60, () => `actors: [${'{},'.repeat(99_000)}]\n`),
      'b103.yaml:1:1: with this file the case has more than 300000 values: divide the case',
    ],
    [
      '32 MB of brackets',
      divided(30, () => '['.repeat(1_000_000)),
      'b100.yaml:1:400000: more than 400000 words and signs: divide the file',
    ],
  ];
  test.each(wrong)('%s', async (_, files, line) => {
    const before = await allRows(database.url);
    const { code, lines, megabytes } = await seed(files);
    expect({ code, lines }).toEqual({ code: 1, lines: expect.arrayContaining([line]) });
    expect(lines.length).toBeLessThanOrEqual(1001 + 5);
    expect(megabytes).toBeLessThan(mostMegabytes);
    expect(await allRows(database.url)).toEqual(before);
  });
  afterAll(
    () =>
      void tried(
        'Files of 100 MB and 4 GB, aliases that explode, 100,000 and millions of records, each in a process of its own',
        wrong.length,
        `Refused, the process below ${mostMegabytes} MB; no row changed`,
      ),
  );
});

test('a case of 40,000 records is loaded in bounded memory', async () => {
  const { code, lines, megabytes } = await seed(divided(8, (file) => events(file, 2500)));
  const loaded = expect.stringMatching(/^loaded huge: \d+ records added, 0 changed, 0 removed$/);
  expect({ code, lines }).toEqual({ code: 0, lines: expect.arrayContaining([loaded]) });
  expect(megabytes).toBeLessThan(mostMegabytes);
  tried('A case of 40,000 records', 1, `Loaded, the process below ${mostMegabytes} MB`);
});
