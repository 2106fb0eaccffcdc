import { beforeEach, describe, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, silent } from './caseFolders.ts';
import { describeMistakes, original, problemsOf } from './mistakes.ts';
import { query } from './rows.ts';

/** The case with a slug changed wherever it stands, and told as a former one. */
function renamed(text: string, list: string, before: string, after: string): string {
  const [top, rest] = text.replaceAll(before, after).split(`${list}:\n`) as [string, string];
  return `${top}${list}:\n${rest.replace(`slug: ${after}`, `slug: ${after}${rest.includes(`{ slug: ${after}`) ? ', ' : '\n    '}formerSlugs: [${before}]`)}`;
}

const changes: readonly [list: string, before: string, after: string][] = [
  ['documents', 'harbour-fire-report', 'report-of-the-fire'],
  ['actors', 'jane-doe', 'the-harbour-master'],
  ['events', 'warehouse-fire', 'fire-of-the-warehouse'],
  ['legalActions', 'doe-charge', 'charge-of-negligence'],
];

describe('a former slug', () => {
  const database = useDatabase('tables');
  const fire = caseFolder('harbour-fire');
  const [strike, other] = [caseFolder('port-strike'), caseFolder('harbour-fire')];
  const load = () => loadCases(database.url, { folders: [fire.folder], progress: silent });

  beforeEach(async () => {
    fire.write('case.yaml', original);
    await load();
  });

  test('keeps the id of the record, of its parts, and of all that refers to it', async () => {
    fire.write(
      'case.yaml',
      changes.reduce((text, change) => renamed(text, ...change), original),
    );
    const [difference] = (await load()).differences;
    const told = difference?.list.map(({ kind, label, details }) => [kind, label, ...details].join('; ')).sort();
    expect(told).toEqual([
      "changed; actor 'the-harbour-master'; slug was 'jane-doe', is 'the-harbour-master'",
      "changed; document 'report-of-the-fire'; slug was 'harbour-fire-report', is 'report-of-the-fire'",
      "changed; event 'fire-of-the-warehouse'; slug was 'warehouse-fire', is 'fire-of-the-warehouse'",
      "changed; legal action 'charge-of-negligence'; slug was 'doe-charge', is 'charge-of-negligence'",
    ]);
    fire.write('case.yaml', original);
    expect((await load()).differences).toMatchObject([{ counts: { added: 0, changed: 4, removed: 0 } }]);
  });

  test('of a record that cases share is known in all of them', async () => {
    await loadCases(database.url, { folders: [strike.folder], progress: silent });
    const before = await query(database.url, `select id from "Place" where slug = 'old-port'`);
    fire.write('case.yaml', renamed(original, 'places', 'old-port', 'the-port'));
    strike.write('case.yaml', strike.text().replaceAll('old-port', 'the-port'));
    await loadCases(database.url, { folders: [fire.folder, strike.folder], progress: silent });
    expect(await query(database.url, `select id from "Place" where slug = 'the-port'`)).toEqual(before);
  });

  test('is not taken by another case', async () => {
    fire.write('case.yaml', renamed(original, 'events', 'warehouse-fire', 'fire-of-the-warehouse'));
    await load();
    other.write(
      'case.yaml',
      original.replace('slug: harbour-fire,', 'slug: other-fire,').replaceAll('police-search', 'other-search'),
    );
    await expect(loadCases(database.url, { folders: [other.folder], progress: silent })).rejects.toThrow(
      "event 'warehouse-fire' belongs to case 'harbour-fire' already",
    );
  });
});

const slug = '  - slug: police-search\n';
describeMistakes({
  'former slugs': [
    [
      slug,
      `${slug}    formerSlugs: [▸police-search]\n`,
      "former slug 'police-search' is the slug that the record has now: leave it out",
    ],
    [slug, `${slug}    formerSlugs: [a, ▸a]\n`, "former slug 'a' is listed twice: remove one"],
    [
      slug,
      `${slug}    formerSlugs: [▸warehouse-fire]\n`,
      "former slug 'warehouse-fire' is the slug of another record now: remove it, or rename that one",
    ],
    [
      slug,
      `${slug}    formerSlugs: ▸[]\n`,
      'formerSlugs is an empty list: write what belongs in it, or leave the field out',
    ],
  ],
});

test('two records do not have one former slug, and a reference by it is told the new one', async () => {
  const both = original
    .replace('  - slug: mayor-statement\n', '  - slug: mayor-statement\n    formerSlugs: [old]\n')
    .replace('  - slug: doe-statement\n', '  - slug: doe-statement\n    formerSlugs: [old]\n');
  expect(await problemsOf({ 'case.yaml': both })).toEqual([
    expect.stringMatching(
      /former slug 'old' is one of statement 'mayor-statement' too \(harbour-fire\/case.yaml:\d+\): keep it at one of the two$/,
    ),
  ]);
  const referred = renamed(original, 'events', 'warehouse-fire', 'fire-of-the-warehouse').replace(
    'subject: { event: fire-of-the-warehouse }',
    'subject: { event: warehouse-fire }',
  );
  expect(await problemsOf({ 'case.yaml': referred })).toContainEqual(
    expect.stringMatching(/unknown event 'warehouse-fire': it is called 'fire-of-the-warehouse' now$/),
  );
});
