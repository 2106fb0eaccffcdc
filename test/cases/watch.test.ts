import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { watchFolders } from '../../seed/watchCommand.ts';
import { Failure } from '../../src/failure.ts';
import { caseFolder } from './caseFolders.ts';

const fire = caseFolder('harbour-fire');

test('a save is seen, also of an editor that replaces files, and a failure does not end the watching', async () => {
  const seen: string[] = [];
  let next = () => {};
  let stop = () => {};
  const ran = () => new Promise<void>((resolve) => (next = resolve));
  const first = ran();
  const watching = watchFolders({
    folders: () => Promise.resolve([fire.folder]),
    run() {
      seen.push(fire.text().slice(0, 1));
      next();
      return seen.length === 2 ? Promise.reject(new Failure('the case is wrong')) : Promise.resolve();
    },
    waiting: () => {},
    stop: new Promise((resolve) => (stop = resolve)),
  });
  await first;
  const second = ran();
  fire.write('case.yaml', 'a');
  await second;
  const third = ran();
  const beside = join(fire.folder, '.case.yaml.swp');
  writeFileSync(beside, 'b');
  renameSync(beside, join(fire.folder, 'case.yaml'));
  await third;
  expect(seen).toEqual(['#', 'a', 'b']);
  stop();
  await watching;
});
