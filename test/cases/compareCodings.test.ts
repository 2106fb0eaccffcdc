// `npm run agreement -- a/ b/`: two people coded one document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { compareFolders, parseSame } from '../../seed/agreementCommand.ts';
import { readCoding } from '../../src/cases/coding/agreement.ts';
import { caseFolder } from './caseFolders.ts';

const [first, second, other, divided] = [
  caseFolder('harbour-fire'),
  caseFolder('harbour-fire'),
  caseFolder('port-strike'),
  caseFolder('harbour-fire'),
];
const table = join(other.folder, 'table.csv');
const compare = (same: string[] = [], out?: string) =>
  compareFolders([first.folder, second.folder], same.map(parseSame), out);

beforeAll(() => {
  second.change('kind: ACCIDENT', 'kind: ATTACK');
  second.change('stance: DENIES', 'stance: QUESTIONS');
  second.change('role: VICTIM', 'role: SUSPECT');
  second.change("    date: { edtf: '2018-06-30', verbatim: on June 30 }\n", '');
  second.change('  - slug: onlookers\n', '  - slug: crowd\n');
  second.change('addressees: [onlookers]', 'addressees: [crowd]');
  second.change('actor: onlookers', 'actor: crowd');
  divided.change('number: 8,', 'number: 9,');
});

test('two codings are compared by attribute, and what differs is told by passage with its places', async () => {
  const lines = await compare();
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^\d+ records were coded by both; \d+ by the first coder only and \d+ by the second only$/),
      expect.stringMatching(/^\| stance +\| 2 +\| 50\.0 % +\| 0\.\d+ +\|$/),
      'They differ on 4 attributes:',
      expect.stringMatching(
        /^ {4}event warehouse-fire: kind ACCIDENT \| ATTACK {3}\(.*case\.yaml:\d+, .*case\.yaml:\d+\)$/,
      ),
      expect.stringMatching(/^ {4}event warehouse-fire: date 2018-06-30 \| none /),
      expect.stringMatching(/^ {4}position doe-statement\/fire-was-arson: stance DENIES \| QUESTIONS /),
      expect.stringMatching(/^ {4}participation warehouse-fire\/jane-doe: role VICTIM \| SUSPECT /),
    ]),
  );
  const denial = lines.findIndex((line) => line.includes('stance DENIES'));
  expect(lines.slice(0, denial).findLast((line) => line.startsWith('  passage'))).toBe('  passage 6');
});

test('records under other slugs stay apart until a person says that they are one', async () => {
  const apart = await compare();
  expect(apart).toContainEqual(expect.stringMatching(/^ {4}actor onlookers {3}\(/));
  expect(apart).toContainEqual(expect.stringMatching(/^ {2}--same actor:onlookers=crowd {3}\(/));
  const joined = await compare(['actor:onlookers=crowd']);
  expect(joined).toContainEqual(
    expect.stringMatching(/^\d+ records were coded by both; 0 by .* and 0 by the second only$/),
  );
  expect(joined.join('\n')).not.toMatch(/--same|Only the/);
});

test('the table for settling is taken once everything in it is settled', async () => {
  await compare(['actor:onlookers=crowd'], table);
  const csv = readFileSync(table, 'utf8');
  expect(csv).toContain('\nevent warehouse-fire,kind,ACCIDENT,ATTACK,?\n');
  expect(csv).toContain('\nevent warehouse-fire,outcome,COMPLETED,COMPLETED,COMPLETED\n');
  expect(() => readCoding('table.csv', csv)).toThrow(/^table\.csv:\d+:1: \w+ of .* is not settled: /);
  expect(readCoding('table.csv', csv.replaceAll(',?\n', ',\n')).length).toBeGreaterThan(50);
  await expect(compare([], table)).rejects.toThrow(`${table} is there already: name another file with --out`);
});

test('what cannot be compared is refused', async () => {
  await expect(compareFolders([first.folder, other.folder], [])).rejects.toThrow(
    /have no document with the same sha256: compare two codings of one text$/,
  );
  await expect(compareFolders([first.folder, divided.folder], [])).rejects.toThrow(
    /divide document 'harbour-fire-report' differently, from passage 9 on: give both coders one document\.yaml$/,
  );
  await expect(compare(['actor:onlookers=crowds'])).rejects.toThrow(
    /^--same: .* has no actor 'crowds': check the slug$/,
  );
  expect(() => parseSame('person:a=b')).toThrow(
    /^Expected <type>:<slug of the first>=<slug of the second>, the type one of /,
  );
});
