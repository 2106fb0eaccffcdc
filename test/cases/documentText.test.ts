import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { fillText } from '../../src/cases/storing/storeText.ts';
import { loadCases } from '../../src/cases/storing/load.ts';
import { sha256 } from '../../src/domain/text.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, fixtureFolder, silent } from './caseFolders.ts';
import { allRows, query } from './rows.ts';

const article = join(fixtureFolder('harbour-fire'), 'text.txt');

describe("a user's own copy of a document", () => {
  const database = useDatabase('tables');
  const fire = caseFolder('harbour-fire');
  const copies = caseFolder();
  const load = () => loadCases(database.url, { folders: [fire.folder], progress: silent });
  const fill = (file: string) => fillText(database.url, 'harbour-fire-report', file);
  const texts = async () =>
    (await query<{ text: string | null }>(database.url, 'select text from "Passage" order by number')).map(
      ({ text }) => text,
    );

  beforeAll(load);

  test('is not taken when it differs: the passages that do not match are named, nothing is changed', async () => {
    copies.write(
      'other.txt',
      readFileSync(article, 'utf8').replace('20 litres', '30 litres').replace('Some 300', 'Some 3000'),
    );
    await expect(fill(join(copies.folder, 'other.txt'))).rejects.toThrow(
      /passages that do not match: 4, 7-8; nothing was changed/,
    );
    expect(await texts()).toEqual(Array(8).fill(null));
  });

  test('is not taken when it differs outside the passages', async () => {
    copies.write('longer.txt', `${readFileSync(article, 'utf8')}\n`);
    await expect(fill(join(copies.folder, 'longer.txt'))).rejects.toThrow(
      /has all passages .* but differs outside them.*nothing was changed/,
    );
  });

  test('fills the text of every passage, by code points', async () => {
    expect(await fill(article)).toEqual({ passages: 8, remarks: [] });
    expect(await texts()).toEqual(
      readFileSync(article, 'utf8').match(
        /^Fire.*|A ware.*?\.|Jane.*?\.|Police.*?\.|“It.*?\.|Ms.*?\.|👷.*?\.|— July.*/gm,
      ),
    );
  });

  test('filled in again changes no row', async () => {
    const before = await allRows(database.url);
    await fill(article);
    expect(await allRows(database.url)).toEqual(before);
  });

  test('survives a reseed, but for the passages whose sha256 has changed', async () => {
    await fill(article);
    fire.change('title: Search by the police', 'title: A search by the police');
    await load();
    expect(await texts()).not.toContain(null);
    fire.change(sha256('Ms Doe denies it.'), sha256('Ms Doe denied it.'));
    await load();
    expect((await texts()).map((text) => text === null)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  test('under the slug of a case is refused with the documents of that case', async () => {
    await expect(fillText(database.url, 'harbour-fire', article)).rejects.toThrow(
      "the database has no document 'harbour-fire': that is a case, its documents are 'harbour-fire-report'",
    );
  });

  test('of an unknown document is refused with the nearest one', async () => {
    await expect(fillText(database.url, 'harbour-fire-reprot', article)).rejects.toThrow(
      "the database has no document 'harbour-fire-reprot': did you mean 'harbour-fire-report'?",
    );
  });
});
