import { beforeEach, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, silent } from './caseFolders.ts';
import { allRows } from './rows.ts';

const database = useDatabase('tables');
const fire = caseFolder('harbour-fire');
const original = fire.text();
const load = (compareOnly = false) =>
  loadCases(database.url, { folders: [fire.folder], progress: silent, compareOnly });

beforeEach(async () => {
  fire.write('case.yaml', original);
  await load();
});

/** What loading the files as they are now would change; it is expected to be what a load then says. */
async function differences() {
  const before = await allRows(database.url);
  const compared = await load(true);
  expect(await allRows(database.url)).toEqual(before);
  expect(compared.loaded).toEqual([]);
  expect((await load()).differences).toEqual(compared.differences);
  const [{ counts, list } = { counts: undefined, list: [] }] = compared.differences;
  return { counts, list: list.map(({ kind, label, details }) => [kind, label, ...details].join('; ')).sort() };
}

test('a change is told by record and field', async () => {
  fire.change('title: Fire in a warehouse', 'title: Fire in the warehouse');
  fire.change("date: { edtf: '2018-06-30', verbatim: on June 30 }", "date: '2018-07'");
  fire.change('speakers: [mayor, port-authority]', 'speakers: [mayor]');
  fire.change('      - { actor: onlookers, role: ATTENDEE', '      - { actor: onlookers, role: VICTIM');
  expect(await differences()).toEqual({
    counts: { added: 2, changed: 2, removed: 2 },
    list: [
      "added; participation 'onlookers VICTIM' of event 'warehouse-fire'; with 1 citation",
      "changed; event 'warehouse-fire'; title was 'Fire in a warehouse', is 'Fire in the warehouse'; date was '2018-06-30' (on June 30), is '2018-07'",
      "changed; statement 'mayor-statement'; speakers without 'port-authority'",
      "removed; participation 'onlookers ATTENDEE' of event 'warehouse-fire'; with 1 citation",
    ],
  });
});

test('a citation is told by its passage and what it is for', async () => {
  fire.change(
    '      - { passage: 8, fidelity: INFERRED, standing: REPORTED, field: date, note: The year is that of the statement. }\n',
    '      - { passage: 7, fidelity: PARAPHRASED, standing: REPORTED, field: place }\n',
  );
  expect((await differences()).list).toEqual([
    "added; citation of passage 7, for its place of event 'warehouse-fire'",
    "removed; citation of passage 8, for its date of event 'warehouse-fire'",
  ]);
});

test('a record with another slug and the same parts is taken for renamed', async () => {
  fire.write('case.yaml', original.replaceAll('police-search', 'search-by-the-police'));
  const { list } = await differences();
  expect(list).toContainEqual(
    "renamed; event 'police-search' to 'search-by-the-police'; it has the same parts: to keep its id, add `formerSlugs: [police-search]` to 'search-by-the-police'",
  );
});

test('files that say the same in other words change no record', async () => {
  fire.write('case.yaml', `# a comment\n${original}`);
  expect(await differences()).toEqual({ counts: { added: 0, changed: 0, removed: 0 }, list: [] });
});
