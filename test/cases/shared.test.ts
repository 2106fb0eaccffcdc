import { beforeEach, describe, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { StoredCases } from '../../src/cases/storing/stored.ts';
import { removeCase } from '../../src/cases/storing/remove.ts';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, silent } from './caseFolders.ts';
import { allRows, difference, query } from './rows.ts';

describe('two cases that share records', () => {
  const database = useDatabase('tables');
  const fire = caseFolder('harbour-fire');
  const strike = caseFolder('port-strike');
  const originals = [fire.text(), strike.text()];
  const load = (...folders: { folder: string }[]) =>
    loadCases(database.url, { folders: folders.map(({ folder }) => folder), progress: silent });

  beforeEach(async () => {
    fire.write('case.yaml', originals[0] ?? '');
    strike.write('case.yaml', originals[1] ?? '');
    await load(fire, strike);
  });

  const slugsOf = async (sql: string) => (await query<{ slug: string }>(database.url, sql)).map(({ slug }) => slug);

  test('are each declared as what they describe or refer to', async () => {
    expect(
      await slugsOf(`select a.slug from "Actor" a join "_CaseActors" m on m."A" = a.id join "Case" c on c.id = m."B"
                     where c.slug = 'port-strike' order by 1`),
    ).toEqual(['dockers', 'jane-doe', 'mayor']);
    expect(
      await query(
        database.url,
        `select p.number from "Passage" p join "_CasePassages" m on m."B" = p.id join "Case" c on c.id = m."A" where c.slug = 'port-strike' order by 1`,
      ),
    ).toEqual([1, 2, 3, 5].map((number) => ({ number })));
  });

  test('have the names of both, in the order of the first case and then the second', async () => {
    const names = await query(
      database.url,
      `select n.value, n.ordinal, n."isPrimary", (select count(*)::int from "_CaseNames" m where n.id in (m."A", m."B")) as cases
       from "Name" n join "Actor" a on a.id = n."actorId" where a.slug = 'jane-doe' order by n.ordinal`,
    );
    expect(names).toEqual([
      { value: 'Jane Doe', ordinal: 0, isPrimary: true, cases: 2 },
      { value: 'Ms Doe', ordinal: 1, isPrimary: false, cases: 1 },
      { value: 'J. Doe', ordinal: 2, isPrimary: false, cases: 1 },
    ]);
  });

  test('loaded in one run or one after the other, in either order, are the same', async () => {
    const content = async () =>
      (await allRows(database.url)).map(({ table, row }) => ({ table, row: { ...row, loadedAt: null } }));
    const together = await content();
    await removeCase(database.url, 'port-strike');
    await removeCase(database.url, 'harbour-fire');
    expect(await content()).toEqual([]);
    await load(strike, fire);
    expect(await content()).toEqual(together);
  });

  test('of which the database refuses the second: the first is loaded and named, of the second nothing is', async () => {
    fire.change('summary: A warehouse burned down.', 'summary: A warehouse burned to the ground.');
    strike.change('summary: The workers went on strike.', 'summary: The workers of the port struck.');
    const sql = (text: string) => withClient(database.url, (client) => client.query(text));
    await sql(`alter table "Event" add constraint no_strike check (summary not like '% struck.')`);
    await expect(load(fire, strike)).rejects.toThrow(
      /^loading the case 'port-strike' failed, nothing of that was changed: the database says ".*no_strike.*" \(23514\); loaded before that, and kept: 'harbour-fire'$/,
    );
    await sql('alter table "Event" drop constraint no_strike');
    const summaries = await query<{ summary: string }>(database.url, 'select summary from "Event"');
    expect(summaries).toContainEqual({ summary: 'The workers went on strike.' });
    expect(summaries).toContainEqual({ summary: 'A warehouse burned to the ground.' });
  });

  test('a case that relies on another is refused while that one is not there', async () => {
    await removeCase(database.url, 'port-strike');
    await removeCase(database.url, 'harbour-fire');
    await expect(load(strike)).rejects.toThrow(/case\.yaml:23:12: unknown place 'old-port'/);
    expect(await allRows(database.url)).toEqual([]);
  });

  test('the one removed takes along what only it declared, and changes nothing else', async () => {
    const before = await allRows(database.url);
    await removeCase(database.url, 'port-strike');
    const { come, gone } = difference(before, await allRows(database.url));
    expect(come).toEqual([]);
    expect(new Set(gone)).toEqual(
      new Set([
        ...[
          'Actor',
          'Case',
          'Citation',
          'Event',
          'Name',
          'Participation',
          '_CaseActors',
          '_CaseDocuments',
          '_CaseNames',
        ],
        ...['_CasePassages', '_CasePlaces'],
      ]),
    );
    expect(await slugsOf('select slug from "Actor" order by 1')).not.toContain('dockers');
    expect(await slugsOf('select value as slug from "Name" order by 1')).not.toContain('J. Doe');
  });

  test('the one on whose description the other relies is not removed', async () => {
    const before = await allRows(database.url);
    await expect(removeCase(database.url, 'harbour-fire')).rejects.toThrow(
      /^case 'harbour-fire' can't be removed: case 'port-strike' relies on its description of .+; describe that there, or remove 'port-strike' first$/,
    );
    expect(await allRows(database.url)).toEqual(before);
  });

  test('the one on whose description the other relies must keep it', async () => {
    fire.change(
      '  - slug: mayor\n    kind: PERSON\n    name: the mayor\n    citations: [{ passage: 5, fidelity: PARAPHRASED, standing: REPORTED }]\n',
      '',
    );
    fire.change('speakers: [mayor, port-authority]', 'speakers: [port-authority]');
    await expect(load(fire)).rejects.toThrow(
      /case\.yaml:2:7: case 'port-strike' refers to actor 'mayor' as this case has described it until now: keep that, or change case 'port-strike' first$/,
    );
  });

  test('that give a field differently are refused, each place being named', async () => {
    strike.change('  - slug: jane-doe\n    kind: PERSON', '  - slug: jane-doe\n    kind: PERSON\n    reportedAge: 45');
    await expect(load(strike)).rejects.toThrow(
      /case\.yaml:8:18: actor 'jane-doe': reportedAge is 45 here and 44 in case 'harbour-fire': make them agree, or leave it out in one of them$/,
    );
  });

  test('are read anew by a program that has read them before, where another has changed them since', async () => {
    const stored = new StoredCases();
    const loadAgain = () => loadCases(database.url, { folders: [fire.folder], progress: silent, force: true, stored });
    await loadAgain();
    strike.change('  - slug: jane-doe\n    kind: PERSON', '  - slug: jane-doe\n    kind: PERSON\n    reportedAge: 44');
    await load(strike);
    fire.change('reportedAge: 44', 'reportedAge: 45');
    await expect(loadAgain()).rejects.toThrow("reportedAge is 45 here and 44 in case 'port-strike'");
  });

  test('may both change a field that they share in one run', async () => {
    strike.change('  - slug: jane-doe\n    kind: PERSON', '  - slug: jane-doe\n    kind: PERSON\n    reportedAge: 44');
    await load(strike);
    strike.change('reportedAge: 44', 'reportedAge: 45');
    fire.change('reportedAge: 44', 'reportedAge: 45');
    await load(fire, strike);
    expect(await query(database.url, `select "reportedAge" from "Actor" where slug = 'jane-doe'`)).toEqual([
      { reportedAge: 45 },
    ]);
  });

  test('take a field from the second when the first leaves it out', async () => {
    strike.change('  - slug: jane-doe\n    kind: PERSON', '  - slug: jane-doe\n    description: A port official.');
    fire.change('    description: The harbour master.\n', '');
    await load(fire, strike);
    expect(await query(database.url, `select description, kind from "Actor" where slug = 'jane-doe'`)).toEqual([
      { description: 'A port official.', kind: 'PERSON' },
    ]);
  });

  test('lose what only the one that leaves the record to the other has said of it', async () => {
    const mayor =
      '  - slug: mayor\n    kind: PERSON\n    name: the mayor\n    citations: [{ passage: 5, fidelity: PARAPHRASED, standing: REPORTED }]\n';
    strike.change('events:\n', `${mayor}events:\n`);
    fire.change('name: the mayor\n', 'name: the mayor\n    description: Said to be fond of fires.\n');
    await load(fire, strike);
    fire.change(mayor.replace('the mayor\n', 'the mayor\n    description: Said to be fond of fires.\n'), '');
    fire.change('speakers: [mayor, port-authority]', 'speakers: [port-authority]');
    await load(fire);
    expect(await query(database.url, `select name, description from "Actor" where slug = 'mayor'`)).toEqual([
      { name: 'the mayor', description: null },
    ]);
  });

  test('whose citations disagree on how firmly the record is said need a standing that is written', async () => {
    strike.change(
      '    citations: [{ passage: 3, fidelity: PARAPHRASED, standing: REPORTED }]\n  - slug: dockers',
      '    citations: [{ passage: 3, fidelity: PARAPHRASED, standing: ALLEGED }]\n  - slug: dockers',
    );
    await expect(load(strike)).rejects.toThrow(
      /case\.yaml:6:5: actor 'jane-doe' needs a standing of its own, for its citations say REPORTED and ALLEGED: add `standing:`$/,
    );
    strike.change(
      '  - slug: jane-doe\n    kind: PERSON',
      '  - slug: jane-doe\n    standing: REPORTED\n    kind: PERSON',
    );
    await load(strike);
  });

  test("can't have one event in common", async () => {
    strike.change('slug: port-strike-2018', 'slug: warehouse-fire');
    await expect(load(strike)).rejects.toThrow(
      /case\.yaml:17:11: event 'warehouse-fire' belongs to case 'harbour-fire' already: give this one another slug, or remove that case$/,
    );
    strike.change('slug: warehouse-fire', 'slug: port-strike-2018\n    parent: warehouse-fire');
    await expect(load(strike)).rejects.toThrow(
      /case\.yaml:18:13: event 'warehouse-fire' belongs to case 'harbour-fire', out of reach from here/,
    );
  });

  test('may hand an event on from one to the other', async () => {
    fire.change(/ {2}- slug: police-search[\s\S]*?(?=\nstatements:)/.exec(fire.text())?.[0] ?? '', '');
    fire.change(', foundAt: police-search', '');
    fire.change('    occasion: police-search\n', '');
    strike.change('slug: port-strike-2018', 'slug: police-search');
    await load(strike, fire);
    expect(
      await slugsOf(`select c.slug from "Event" e join "Case" c on c.id = e."caseId" where e.slug = 'police-search'`),
    ).toEqual(['port-strike']);
  });
});
