import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { removeCase } from '../../src/cases/storing/remove.ts';
import { type CaseSource } from '../../src/cases/reading/source.ts';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, silent } from './caseFolders.ts';
import { allRows, difference, query } from './rows.ts';

describe('a case', () => {
  const database = useDatabase('tables');
  const fire = caseFolder('harbour-fire');
  const load = () => loadCases(database.url, { folders: [fire.folder], progress: silent });
  const original = fire.text();

  beforeEach(async () => {
    fire.write('case.yaml', original);
    await load();
  });

  test('has the rows that its files describe', async () => {
    const [event] = await query(
      database.url,
      `select e.slug, e."dateEarliest"::text, e."dateVerbatim", e."dateSortAsc", p.name, p.named, p.country, q.slug as parent
       from "Event" e join "Place" p on p.id = e."placeId" join "Place" q on q.id = p."parentId" where e.slug = 'warehouse-fire'`,
    );
    expect(event).toEqual({
      ...{ slug: 'warehouse-fire', dateEarliest: '2018-06-30', dateVerbatim: 'on June 30', dateSortAsc: 6755 },
      ...{ name: 'the harbour', named: false, country: 'FR', parent: 'marseille' },
    });
    const actors = await query(
      database.url,
      'select slug, name, named, size, "reportedAge", "reportedAgeDateEdtf" as age from "Actor" order by slug',
    );
    expect(actors).toContainEqual({
      slug: 'jane-doe',
      name: 'Jane Doe',
      named: true,
      size: null,
      reportedAge: 44,
      age: '2018',
    });
    expect(actors).toContainEqual({
      slug: 'onlookers',
      name: 'people who watched',
      named: false,
      size: 300,
      reportedAge: null,
      age: null,
    });
  });

  test('dates a legal action by its filing, not by the earlier announcement', async () => {
    const [action] = await query(
      database.url,
      `select "dateEdtf", "dateOf", offences, standing from "LegalAction" where slug = 'doe-charge'`,
    );
    expect(action).toEqual({
      dateEdtf: '2018-07',
      dateOf: 'FILED',
      offences: ['negligence', 'arson, "aggravated"'],
      standing: 'REPORTED',
    });
  });

  test('keeps the order of its lists', async () => {
    const speakers = await query(
      database.url,
      `select a.slug from "StatementSpeaker" s join "Actor" a on a.id = s."actorId" join "Statement" t on t.id = s."statementId"
       where t.slug = 'mayor-statement' order by s.ordinal`,
    );
    expect(speakers).toEqual([{ slug: 'mayor' }, { slug: 'port-authority' }]);
  });

  test('loaded again changes no row, and so does loading it by force', async () => {
    const before = await allRows(database.url);
    expect(await load()).toMatchObject({ loaded: [], unchanged: 1 });
    const forced = await loadCases(database.url, { folders: [fire.folder], progress: silent, force: true });
    expect(forced.loaded).toEqual([{ slugs: ['harbour-fire'], inserted: 0, updated: 0, deleted: 0 }]);
    expect(await allRows(database.url)).toEqual(before);
  });

  test('with a changed summary changes that row and its own, no id', async () => {
    const before = await allRows(database.url);
    fire.change('summary: A warehouse burned down.', 'summary: A warehouse burned to the ground.');
    await load();
    const { gone, come } = difference(before, await allRows(database.url));
    expect(come.sort()).toEqual(['Case', 'Event']);
    expect(gone.sort()).toEqual(['Case', 'Event']);
    const [event] = await query(database.url, `select summary from "Event" where slug = 'warehouse-fire'`);
    expect(event).toEqual({ summary: 'A warehouse burned to the ground.' });
  });

  test('has a field from when it is given until it is left out', async () => {
    fire.change('    parent: warehouse-fire\n', "    parent: warehouse-fire\n    date: '2018-07-01'\n");
    await load();
    const date = `select "dateEdtf" as date from "Event" where slug = 'police-search'`;
    expect(await query(database.url, date)).toEqual([{ date: '2018-07-01' }]);
    fire.write('case.yaml', original);
    await load();
    expect(await query(database.url, date)).toEqual([{ date: null }]);
  });

  test('loses the records that left its files, with all that hangs on them', async () => {
    const before = await allRows(database.url);
    const text = fire.text();
    const start = text.indexOf('    terms: [');
    fire.write('case.yaml', text.slice(0, start) + text.slice(text.indexOf('\n', start) + 1));
    await load();
    const { gone, come } = difference(before, await allRows(database.url));
    expect(come).toEqual(['Case']);
    expect(gone.sort()).toEqual(['Case', 'Citation', 'LegalTerm']);
  });

  test('may be divided into files in any way', async () => {
    const before = await allRows(database.url);
    const [head = '', tail = ''] = fire.text().split(/(?=^claims:)/m);
    fire.write('case.yaml', head);
    fire.write('zz.yaml', tail);
    await load();
    const { come } = difference(before, await allRows(database.url));
    expect(come).toEqual(['Case']);
    fire.write('zz.yaml', '');
  });

  test('that fails leaves the old state, and says so in one line', async () => {
    const before = await allRows(database.url);
    fire.change('title: Search by the police', 'title: Search by the police of the port');
    await withClient(database.url, (client) =>
      client.query(`alter table "Event" add constraint no_port check (title not like '% of the port')`),
    );
    await expect(load()).rejects.toThrow(
      /^loading the case 'harbour-fire' failed, nothing of that was changed: the database says ".*no_port.*" \(23514\)$/,
    );
    await withClient(database.url, (client) => client.query('alter table "Event" drop constraint no_port'));
    expect(await allRows(database.url)).toEqual(before);
  });

  test('with something wrong in it is refused before anything is written', async () => {
    const before = await allRows(database.url);
    fire.change('place: old-port', 'place: old-prot');
    await expect(load()).rejects.toThrow(/case\.yaml:\d+:12: unknown place 'old-prot': did you mean 'old-port'\?$/);
    expect(await allRows(database.url)).toEqual(before);
  });

  test('is loaded once when two load it at the same time', async () => {
    fire.change('summary: Police found petrol.', 'summary: The police found petrol.');
    const [one, two] = await Promise.all([load(), load()]);
    const changed = [one, two].flatMap(({ loaded }) =>
      loaded.map(({ inserted, updated, deleted }) => inserted + updated + deleted),
    );
    expect(changed.sort()).toEqual([0, 2]);
  });

  test('waits while another program writes cases', async () => {
    fire.change('summary: Police found petrol.', 'summary: The police found petrol.');
    let loaded = false;
    const loading = await withClient(database.url, async (client) => {
      await client.query('begin; select pg_advisory_xact_lock(72707370)');
      const waiting = load().then(() => (loaded = true));
      const waits = `select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`;
      while ((await client.query(waits)).rowCount === 0 && !loaded) await setTimeout(20);
      expect(loaded).toBe(false);
      await client.query('commit');
      return waiting;
    });
    expect(loading).toBe(true);
  });

  test('with a passage that nothing cites is loaded, with a warning', async () => {
    fire.change(
      '      - { passage: 8, fidelity: INFERRED, standing: REPORTED, field: date, note: The year is that of the statement. }\n',
      '',
    );
    expect((await load()).warnings).toEqual([
      "document 'harbour-fire-report': passages cited: 7 of 8: every passage should be cited by a record",
    ]);
  });
});

describe('cases that do not come from files', () => {
  const database = useDatabase('tables');

  /** A case of one actor with a name and one event. */
  const generated = (number: number): CaseSource => {
    const citations = [{ passage: 1, fidelity: 'PARAPHRASED', standing: 'REPORTED' }];
    const passages = [{ number: 1, paragraph: 1, kind: 'SENTENCE', start: 0, end: 5, sha256: '0'.repeat(64) }];
    const names = [{ value: `Name ${number}`, kind: 'OFFICIAL', isPrimary: true, citations }];
    const content = {
      case: { slug: `case-${number}`, title: 'A case', summary: 'A case.' },
      documents: [
        { slug: `document-${number}`, title: 'D', kind: 'REPORT', sha256: '0'.repeat(64), codePoints: 5, passages },
      ],
      actors: [{ slug: `actor-${number}`, kind: 'PERSON', names, citations }],
      events: [
        {
          slug: `event-${number}`,
          title: 'E',
          summary: 'E.',
          kind: 'VISIT',
          outcome: 'COMPLETED',
          date: 1992,
          citations,
        },
      ],
    };
    return {
      folder: 'generated',
      revision: String(number),
      files: new Map([[`generated ${number}`, content]]),
      locate: (path) => ({ file: path.join('.'), line: 1, column: 1 }),
    };
  };

  test('are loaded whole, however many records they have', async () => {
    const source = generated(0);
    const [content] = [...source.files.values()] as [{ events: Record<string, unknown>[] }];
    const [event] = content.events;
    content.events = Array.from({ length: 1201 }, (_, n) => ({ ...event, slug: `e${n}`, summary: `a\r\n\tb\\${n}` }));
    await loadCases(database.url, { cases: [source], progress: silent });
    const found = await query<{ summary: string }>(
      database.url,
      `select e.summary from "Event" e join "Case" c on c.id = e."caseId" where c.slug = 'case-0'`,
    );
    expect(found.map(({ summary }) => summary).sort()).toEqual(content.events.map(({ summary }) => summary).sort());
    await removeCase(database.url, 'case-0');
  });

  test('are loaded in the same way, and several in one transaction if one wants', async () => {
    const cases = [1, 2, 3].map(generated);
    const { loaded } = await loadCases(database.url, { cases, casesPerTransaction: 2, progress: silent });
    expect(loaded.map(({ slugs }) => slugs)).toEqual([['case-1', 'case-2'], ['case-3']]);
    expect(await query(database.url, 'select slug, "dateEdtf" as date from "Event" order by slug')).toEqual(
      [1, 2, 3].map((number) => ({ slug: `event-${number}`, date: '1992' })),
    );
    expect(await loadCases(database.url, { cases, progress: silent })).toMatchObject({ loaded: [], unchanged: 3 });
  });
});
