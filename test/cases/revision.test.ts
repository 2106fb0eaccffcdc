import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { fillText } from '../../src/cases/storing/storeText.ts';
import { loadCases } from '../../src/cases/storing/load.ts';
import { removeCase } from '../../src/cases/storing/remove.ts';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, fixtureFolder, silent } from './caseFolders.ts';
import { query } from './rows.ts';

interface Revision {
  number: number;
  id: string;
}

describe('the revision of the database', () => {
  const database = useDatabase('tables');
  const fire = caseFolder('harbour-fire');
  const original = fire.text();
  const load = (force = false) => loadCases(database.url, { folders: [fire.folder], progress: silent, force });
  const read = async () => (await query<Revision>(database.url, 'select number, id from "Revision"'))[0];
  let before: Revision | undefined;
  const expectAnother = async () => {
    const after = await read();
    expect(after?.number).toBe((before?.number ?? 0) + 1);
    expect(after?.id).not.toBe(before?.id);
  };

  beforeEach(async () => {
    fire.write('case.yaml', original);
    await load();
    before = await read();
  });

  test('is another one after a load that changes something', async () => {
    fire.change('summary: A warehouse burned down.', 'summary: A warehouse burned to the ground.');
    await load();
    await expectAnother();
  });

  test('is another one after a case was removed', async () => {
    await removeCase(database.url, 'harbour-fire');
    await expectAnother();
  });

  test('is another one when the text of a document came in, and not when it was there', async () => {
    const article = join(fixtureFolder('harbour-fire'), 'text.txt');
    expect(readFileSync(article, 'utf8')).not.toBe('');
    await fillText(database.url, 'harbour-fire-report', article);
    await expectAnother();
    await fillText(database.url, 'harbour-fire-report', article);
    await expectAnother();
  });

  test('stays when nothing is changed, by force or not', async () => {
    await load();
    await load(true);
    expect(await read()).toEqual(before);
  });

  test('stays when only the line ends of the files change, and so does the time of loading', async () => {
    const loadedAt = () => query(database.url, 'select "loadedAt" from "Case"');
    const loaded = await loadedAt();
    fire.write('case.yaml', original.replaceAll('\n', '\r\n'));
    expect((await load()).loaded).toEqual([]);
    await load(true);
    expect(await read()).toEqual(before);
    expect(await loadedAt()).toEqual(loaded);
  });

  test('stays when a load fails', async () => {
    fire.change('title: Search by the police', 'title: Search by the police of the port');
    const sql = (text: string) => withClient(database.url, (client) => client.query(text));
    await sql(`alter table "Event" add constraint no_port check (title not like '% of the port')`);
    await expect(load()).rejects.toThrow('nothing of that was changed');
    await sql('alter table "Event" drop constraint no_port');
    expect(await read()).toEqual(before);
  });

  test('is in one row, always', async () => {
    for (const statement of ['insert into "Revision" default values', 'insert into "Revision" (single) values (false)'])
      await expect(query(database.url, statement)).rejects.toThrow('Revision');
  });
});
