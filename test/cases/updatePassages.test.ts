import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { loadCases } from '../../src/cases/storing/load.ts';
import { updateFile } from '../../seed/updateCommand.ts';
import { verifyText } from '../../seed/verifyCommand.ts';
import { useDatabase } from '../support/database.ts';
import { caseFolder, fixtureFolder, silent } from './caseFolders.ts';
import { query } from './rows.ts';

const original = readFileSync(join(fixtureFolder('harbour-fire'), 'text.txt'), 'utf8');
const caseText = readFileSync(join(fixtureFolder('harbour-fire'), 'case.yaml'), 'utf8');
const fire = caseFolder('harbour-fire');
const file = join(fire.folder, 'case.yaml');
const options = { merge: [], split: [], case: [] };
const update = (text: string, more: object = {}) => {
  fire.write('text.txt', text);
  return updateFile(file, join(fire.folder, 'text.txt'), { ...options, ...more });
};
const numbers = () => [...fire.text().matchAll(/- \{ number: (\d+)/g)].map(([, number]) => Number(number));

beforeEach(() => writeFileSync(file, caseText));

describe('npm run passages -- --update', () => {
  test('keeps the number of a passage when a sentence is inserted before it, and every other line of the file', async () => {
    expect((await update(original.replace('Jane Doe, the', 'A new one came. Jane Doe, the'))).slice(0, -1)).toEqual([
      "document 'harbour-fire-report': 9 passages",
      'same: passages 1-2',
      'moved: passages 3-8: the same text, 16 code points further on',
      'new: passage 9 (SENTENCE, code points 57 to 72)',
    ]);
    expect(numbers()).toEqual([1, 2, 9, 3, 4, 5, 6, 7, 8]);
    const outside = (text: string) => text.split('\n').filter((line) => !/number:|sha256:|codePoints:/.test(line));
    expect(outside(fire.text())).toEqual(outside(caseText));
  });

  test('tells what has changed or is gone, and the records that rest on it; its number is not given again', async () => {
    const lines = await update(original.replace('20 litres', '30 litres').replace(/ 👷 Some 300.*/u, ''));
    expect(lines).toContainEqual(
      expect.stringMatching(/^changed: passage 4: where it stood, now passage 9 stands; on it rest item 'petrol'/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^gone: passage 7: nothing stands in its place; on it rest/));
    expect(numbers()).toEqual([1, 2, 3, 9, 5, 6, 8]);
  });

  test('finds passages that have changed places', async () => {
    const [one, two] = ['“It was arson,” said the mayor.', 'Ms Doe denies it.'];
    await update(original.replace(`${one} ${two}`, `${two} ${one}`));
    expect(numbers()).toEqual([1, 2, 3, 4, 6, 5, 7, 8]);
  });

  test('keeps what was merged and split by hand', async () => {
    await update(original, { merge: [[2, 3]], split: [{ number: 4, words: '20 litres' }] });
    expect(numbers()).toEqual([1, 2, 4, 9, 5, 6, 7, 8]);
    await update(`${original}\nAn end.`);
    expect(numbers()).toEqual([1, 2, 4, 9, 5, 6, 7, 8, 10]);
  });

  test('refuses a text of something else, and writes nothing', async () => {
    await expect(update('Quite another text.')).rejects.toThrow(/holds none of the passages .*nothing was changed/);
    expect(fire.text()).toBe(caseText);
  });
});

describe('npm run passages -- --verify', () => {
  const verify = (text: string, slug = 'harbour-fire-report') => {
    fire.write('other.txt', text);
    return verifyText(slug, join(fire.folder, 'other.txt'), [fire.folder]);
  };

  test('says that a text is the same, or but for its line ends', async () => {
    expect(await verify(original)).toMatchObject({ same: true });
    const { lines, same } = await verify(`\uFEFF${original.replaceAll('\n', '\r\n')}`);
    expect(same).toBe(false);
    expect(lines).toEqual([
      expect.stringMatching(
        /differs only in line ends \(CRLF here, LF there\) and the byte order mark \(here, not there\): no passage has changed$/,
      ),
    ]);
  });

  test('counts what is the same, moved, changed and gone', async () => {
    const { lines } = await verify(original.replace('20 litres', '300 litres'));
    expect(lines[0]).toMatch(/is another text: 3 passages the same, 4 moved, 1 changed, 0 gone$/);
  });

  test('names the document of a case, and the nearest one', async () => {
    await expect(verify(original, 'harbour-fire')).rejects.toThrow(
      "'harbour-fire' is a case: give the slug of its document, 'harbour-fire-report'",
    );
    await expect(verify(original, 'harbor-fire-report')).rejects.toThrow("did you mean 'harbour-fire-report'?");
  });
});

describe('a passage that records cite and that became another text', () => {
  const database = useDatabase('tables');
  const load = (more: object = {}) => loadCases(database.url, { folders: [fire.folder], progress: silent, ...more });
  const stored = async () =>
    (await query<{ sha256: string }>(database.url, 'select sha256 from "Passage" where number = 6'))[0];

  test('is refused with the records, at a start the old state stays, and it is taken on request', async () => {
    await load();
    const before = await stored();
    const other = 'a'.repeat(64);
    fire.change(before?.sha256 ?? '', other);
    const named =
      /passage 6 of document 'harbour-fire-report' was .* and is now .*; on it rest .*statement 'doe-statement'/;
    await expect(load()).rejects.toThrow(named);
    await expect(load()).rejects.toThrow('npm run seed -- --accept harbour-fire-report#6');
    const { loaded, warnings } = await load({ keepStored: true });
    expect(loaded).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/^the case 'harbour-fire' stays as loaded before: passage 6/)]);
    expect(await stored()).toEqual(before);
    await load({ accepted: new Set(['harbour-fire-report#6']) });
    expect(await stored()).toEqual({ sha256: other });
  });
});
