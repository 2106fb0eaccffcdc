// What is measured of cases, so that answers can be bounded before they are made.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepTogether } from '../../src/cases/storing/extentsTogether.ts';
import { withClient } from '../../src/db/client.ts';
import { fillText } from '../../src/cases/storing/storeText.ts';
import { loadCases } from '../../src/cases/storing/load.ts';
import { removeCase } from '../../src/cases/storing/remove.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, fixtureFolder, silent } from './caseFolders.ts';
import { query } from './rows.ts';

const database = useDatabase('tables');
const fire = caseFolder('harbour-fire');
const strike = caseFolder('port-strike');
const cited = 'citations: [{ passage: 7, fidelity: PARAPHRASED, standing: REPORTED }]';
const load = (...folders: string[]) => loadCases(database.url, { folders, progress: silent });

type Extents = Record<string, number>;
const extents = async (table: 'Revision' | 'Case', where = ''): Promise<Extents> =>
  (await query<{ extents: Extents }>(database.url, `select extents from "${table}" ${where}`))[0]?.extents ?? {};
/** Of the whole database. */
const all = () => extents('Revision');
/** @returns the greatest value of an expression over the rows of a table. */
const greatest = async (expression: string, table: string) =>
  Number((await query<{ most: string }>(database.url, `select max(${expression}) as most from "${table}" t`))[0]?.most);

beforeAll(() => load(fire.folder, strike.folder));

test('the longest text of each column, as its JSON has it, and the longest list of each relation', async () => {
  const most = await all();
  expect(most['Statement.summary']).toBe(await greatest('octet_length(to_json(t.summary)::text)', 'Statement'));
  expect(most['Event.citations']).toBe(
    await greatest('(select count(*) from "Citation" c where c."eventId" = t.id)', 'Event'),
  );
  expect(most['Statement.speakers']).toBe(
    await greatest('(select count(*) from "_StatementSpeakers" s where s."B" = t.id)', 'Statement'),
  );
  expect(most['Event.children']).toBe(
    await greatest('(select count(*) from "Event" c where c."parentId" = t.id)', 'Event'),
  );
  expect(most['Passage.text']).toBe('null'.length);
});

test('the number of records of each type, and of those with a longer list than so many', async () => {
  const most = await all();
  const count = async (from: string) =>
    Number((await query<{ count: string }>(database.url, `select count(*) from ${from}`))[0]?.count);
  expect(most['Statement']).toBe(await count('"Statement"'));
  expect(most['StatementSpeaker']).toBeUndefined();
  for (const length of [0, 1, 2]) {
    const events = `"Event" t where (select count(*) from "Citation" c where c."eventId" = t.id) > ${length}`;
    expect(most[`Event.citations>${length}`] ?? 0).toBe(await count(events));
  }
  const longer = `t where (select count(*) from "Citation" c where c."passageId" = t.id) > 2`;
  const passages = await count(`"Passage" ${longer}`);
  expect(passages).toBeGreaterThan(0);
  // What two cases declare counts with each that was loaded since it has so many.
  expect(most['Passage.citations>2']).toBeGreaterThanOrEqual(passages);
  expect(most['Passage.citations>2']).toBeLessThanOrEqual(2 * passages);
  expect(most['Passage.citations>64']).toBeUndefined();
});

test('a list is counted to a hundred, and one that is longer is known as such', async () => {
  const original = fire.text();
  const guests = (count: number) =>
    Array.from({ length: count }, (_, n) => `      - { actor: onlookers, role: ATTENDEE, key: k${n}, ${cited} }\n`);
  for (const [count, most] of [
    [98, 100],
    [99, 101],
    [110, 101],
  ] as const) {
    fire.write(
      'case.yaml',
      original.replace('    participations:\n', `    participations:\n${guests(count).join('')}`),
    );
    await load(fire.folder, strike.folder);
    expect((await all())['Event.participations']).toBe(most);
    expect((await extents('Case', `where slug = 'harbour-fire'`))['Event.participations>64']).toBe(1);
  }
  fire.write('case.yaml', original);
  await load(fire.folder, strike.folder);
});

test('a shared record counts for each case that has it: never fewer than there are', async () => {
  const [{ shared = 0 } = {}] = await query<{ shared: number }>(
    database.url,
    'select count(*)::int as shared from "_CaseActors"',
  );
  const [{ actors = 0 } = {}] = await query<{ actors: number }>(
    database.url,
    'select count(*)::int as actors from "Actor"',
  );
  expect(shared).toBeGreaterThan(actors);
  expect((await all())['Actor']).toBe(shared);
});

test('a list of a shared record has the entries of all cases, and is measured with each case that has it', async () => {
  const citations = await greatest('(select count(*) from "Citation" c where c."actorId" = t.id)', 'Actor');
  expect((await all())['Actor.citations']).toBe(citations);
});

describe('when a case changes', () => {
  const longer = `${'A very long account of what happened. '.repeat(20)}`;

  test('a longer text counts from its load on, and no longer when it is gone', async () => {
    const before = await all();
    const original = strike.text();
    strike.change('The workers went on strike.', longer.trim());
    await load(fire.folder, strike.folder);
    const grown = await all();
    const changed = Object.keys(grown).filter((key) => grown[key] !== before[key]);
    expect(changed).toEqual([expect.stringMatching(/\.summary$/)]);
    expect(grown[changed[0] ?? '']).toBe(longer.trim().length + 2);
    strike.write('case.yaml', original);
    await load(fire.folder, strike.folder);
    expect(await all()).toEqual(before);
  });

  test('what only a removed case had is gone with it', async () => {
    await removeCase(database.url, 'port-strike');
    expect(await all()).toEqual(await extents('Case', `where slug = 'harbour-fire'`));
    await load(fire.folder, strike.folder);
  });
});

test('a text of a shared record that another case no longer replaces counts again', async () => {
  const [ours, theirs] = [fire.text(), strike.text()];
  // One word: a name has few.
  const long = 'portauthority'.repeat(35);
  fire.change('name: whoever runs the harbour', `name: ${long}`);
  await load(fire.folder, strike.folder);
  const citations = 'citations: [{ document: harbour-fire-report, passage: 3, fidelity: QUOTED, standing: REPORTED }]';
  const name = `{ value: Port Authority, kind: OFFICIAL, isPrimary: true, ${citations} }`;
  const actor = `{ slug: port-authority, kind: ORGANIZATION, names: [${name}], ${citations} }`;
  strike.change('actors:\n', `actors:\n  - ${actor}\n`);
  await load(fire.folder, strike.folder);
  fire.change('title: harbour master', 'title: master of the harbour');
  await load(fire.folder, strike.folder);
  expect(await greatest('octet_length(t.name)', 'Actor')).toBeLessThan(long.length);
  await removeCase(database.url, 'port-strike');
  const longest = await greatest('octet_length(to_json(t.name)::text)', 'Actor');
  expect(longest).toBe(long.length + 2);
  expect((await all())['Actor.name']).toBe(longest);
  fire.write('case.yaml', ours);
  strike.write('case.yaml', theirs);
  await load(fire.folder, strike.folder);
});

test("a user's own copy of a text counts", async () => {
  const article = join(fixtureFolder('harbour-fire'), 'text.txt');
  await fillText(database.url, 'harbour-fire-report', article);
  const longest = await greatest('octet_length(to_json(t.text)::text)', 'Passage');
  expect(longest).toBeGreaterThan('null'.length);
  expect(longest).toBeLessThan(readFileSync(article).length);
  expect((await all())['Passage.text']).toBe(longest);
});

test('a load does not measure the other cases that have the same records', async () => {
  const known = { Case: 1 };
  await query(database.url, `update "Case" set extents = '${JSON.stringify(known)}' where slug = 'harbour-fire'`);
  strike.change('The workers went on strike.', 'The workers went on strike again.');
  await load(fire.folder, strike.folder);
  expect(await extents('Case', `where slug = 'harbour-fire'`)).toEqual(known);
  await query(database.url, `update "Case" set extents = '{}'`);
  await load(fire.folder, strike.folder);
});

test('records are counted only where all cases have counted theirs', async () => {
  await query(database.url, `update "Case" set extents = extents - 'Case' - 'Event' where slug = 'harbour-fire'`);
  strike.change('The workers went on strike again.', 'The workers went on strike.');
  // As a version does that counts none: the other case is not measured.
  await withClient(database.url, (client) => keepTogether(client));
  expect(Object.keys(await all()).filter((key) => !key.includes('.') || key.includes('>'))).toEqual([]);
  expect(await all()).toHaveProperty(['Event.citations']);
  await load(fire.folder, strike.folder);
  expect(await all()).toMatchObject({ Case: 2, 'Event.citations>0': expect.any(Number) });
});

test('cases that were loaded before anything was measured are measured at the next load, without being changed', async () => {
  const before = await all();
  const revision = async () => (await query(database.url, 'select id from "Revision"'))[0];
  const id = await revision();
  await query(database.url, `update "Case" set extents = '{}'`);
  await query(database.url, `update "Revision" set extents = '{}'`);
  const { loaded, unchanged } = await load(fire.folder, strike.folder);
  expect([loaded, unchanged]).toEqual([[], 2]);
  expect(await all()).toEqual(before);
  expect(await revision()).toEqual(id);
});
