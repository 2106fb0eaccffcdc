// What is computed of a whole case: how much of its passages it cites, and how far two coders agree.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readCase } from '../../src/cases/reading/read.ts';
import { loadCases } from '../../src/cases/storing/load.ts';
import { removeCase } from '../../src/cases/storing/remove.ts';
import { ask } from '../server/testServer.ts';
import { useDatabase } from '../support/database.ts';
import { useTestApi } from '../support/testApi.ts';
import { fixtureFolder, silent } from './caseFolders.ts';
import { original } from './mistakes.ts';
import { query } from './rows.ts';

const database = useDatabase('tables');
const server = useTestApi(database);

const home = mkdtempSync(join(tmpdir(), 'casebook-coded-'));
const folder = join(home, 'cases', 'harbour-fire');
const coding = join(home, 'coding', 'harbour-fire.csv');
afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeAll(() => {
  mkdirSync(join(home, 'coding'));
  cpSync(fixtureFolder('harbour-fire'), folder, { recursive: true });
});
beforeEach(() => {
  rmSync(coding, { force: true });
  writeFileSync(join(folder, 'case.yaml'), original);
});

const write = (...lines: string[]) =>
  writeFileSync(coding, ['record,attribute,first,second,settled', ...lines, ''].join('\n'));
const load = () => loadCases(database.url, { folders: [folder], progress: silent });
const told = async () => {
  const { data } = await ask(
    server.url,
    '{ case(slug: "harbour-fire") { coverage { kind passages cited } agreement { attribute kappa n } } }',
  );
  return data?.['case'];
};

test('the passages that a case cites are counted by kind, and anew with each load', async () => {
  await load();
  const full = [
    { kind: 'HEADING', passages: 1, cited: 1 },
    { kind: 'SENTENCE', passages: 6, cited: 6 },
    { kind: 'ATTRIBUTION', passages: 1, cited: 1 },
  ];
  expect(await told()).toEqual({ coverage: full, agreement: [] });
  const less = original.replace(/^ +- \{ passage: 8, .*\n/m, '');
  writeFileSync(join(folder, 'case.yaml'), less);
  await load();
  expect(await told()).toMatchObject({ coverage: [full[0], full[1], { kind: 'ATTRIBUTION', passages: 1, cited: 0 }] });
});

test('the agreement is that of the codings beside the cases; a change of them alone is loaded', async () => {
  write('event a,kind,ATTACK,ATTACK,ATTACK', 'event b,kind,STOP,NAMING,STOP', 'event c,role,HOST,HOST,HOST');
  await load();
  const kind = { attribute: 'kind', n: 2, kappa: expect.closeTo(1 / 3, 10) };
  expect(await told()).toMatchObject({ agreement: [{ attribute: 'role', n: 1, kappa: null }, kind] });
  expect(await load()).toMatchObject({ unchanged: 1, loaded: [] });
  write('event a,kind,ATTACK,ATTACK,ATTACK', 'event b,kind,STOP,STOP,STOP', 'event c,kind,VISIT,,VISIT');
  await load();
  expect(await told()).toMatchObject({ agreement: [{ attribute: 'kind', n: 2, kappa: 1 }] });
});

test('a coding with a mistake is told with its place, and one that is a link out of its folder is not read', async () => {
  write('event a,colour,red,red,red');
  const { problems } = await readCase(folder);
  expect(problems).toEqual([
    { file: coding, line: 2, column: 1, message: expect.stringContaining("attribute 'colour' is not one of role,") },
  ]);
  rmSync(coding);
  writeFileSync(join(home, 'secret'), 'secret');
  symlinkSync(join(home, 'secret'), coding);
  await expect(readCase(folder)).rejects.toThrow(`${coding} is a link that leads out of the folder`);
});

test('what was computed leaves with the case', async () => {
  write('event a,kind,ATTACK,ATTACK,ATTACK');
  await load();
  await removeCase(database.url, 'harbour-fire');
  expect(await query(database.url, 'select id from "Coverage" union all select id from "Agreement"')).toEqual([]);
});
