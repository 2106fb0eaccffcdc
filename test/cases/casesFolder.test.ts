// Cases beside those of the project: below the folders that CASES_FOLDER names.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadProjectCases } from '../../src/cases/storing/load.ts';
import { folderOf } from '../../src/cases/storing/remove.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, fixtureFolder, silent } from './caseFolders.ts';
import { query } from './rows.ts';

describe('cases elsewhere', () => {
  const database = useDatabase('tables');
  // With what tells paths apart in other lists.
  const own = join(caseFolder().folder, 'my cases, all');
  const fire = join(own, 'fire');
  const wrong = caseFolder().folder;
  const second = caseFolder().folder;
  cpSync(fixtureFolder('harbour-fire'), fire, { recursive: true });
  const load = (...casesFolders: string[]) => loadProjectCases(database.url, { casesFolders, progress: silent });
  const slugs = async () =>
    (await query<{ slug: string }>(database.url, 'select slug from "Case" order by slug')).map(({ slug }) => slug);

  test('are loaded beside those of the project, and found when they are to be removed', async () => {
    const { loaded, warnings } = await load(own, own);
    expect(loaded.flatMap((one) => one.slugs)).toEqual(['free-iran-rally-plot', 'harbour-fire']);
    expect(warnings).toEqual([]);
    expect(await folderOf('harbour-fire', [own])).toBe(fire);
    expect(await folderOf('harbour-fire', [])).toBeUndefined();
  });

  test('and not given any more, stay: a warning names them', async () => {
    const { unchanged, warnings } = await load();
    expect({ unchanged, warnings }).toEqual({
      unchanged: 1,
      warnings: [
        "case 'harbour-fire' is in the database and has no folder under seed/cases or CASES_FOLDER: it stays; to remove it: npm run seed -- --remove harbour-fire",
      ],
    });
  });

  test.each([
    ['no-such-folder', (folder: string) => `${folder} cannot be read (ENOENT): correct the path, or unset it`],
    [
      'empty',
      (folder: string) =>
        `${folder} has no case folder: put a folder for each case there, or take it out of CASES_FOLDER`,
    ],
    ['one-case', (folder: string) => `${folder} is a case folder itself: name the folder that it lies in`],
  ])('of a folder %s are refused by its name', async (name, message) => {
    const folder = join(wrong, name);
    if (name !== 'no-such-folder') mkdirSync(folder);
    if (name === 'one-case') writeFileSync(join(folder, 'case.yaml'), '');
    await expect(load(own, folder)).rejects.toThrow(`CASES_FOLDER: ${message(folder)}`);
  });

  test('with the slug of another are refused, whether or not that one is loaded already', async () => {
    const copy = join(second, 'copy');
    cpSync(fire, copy, { recursive: true });
    await expect(load(own, second)).rejects.toThrow(
      `case 'harbour-fire' is in ${fire} and in ${copy}: remove one of the two, or give it another slug`,
    );
    writeFileSync(join(copy, 'more.yaml'), '# not the same any more\n');
    await expect(load(own, second)).rejects.toThrow(
      new RegExp(
        `^${copy}/case\\.yaml:\\d+:\\d+: case 'harbour-fire' is also in ${fire}: give one of the two another slug$`,
      ),
    );
    expect(await slugs()).toEqual(['free-iran-rally-plot', 'harbour-fire']);
  });
});
