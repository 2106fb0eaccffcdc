import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { watchFolders } from '../../seed/watchCommand.ts';
import { Failure } from '../../src/failure.ts';
import { caseFolder } from './caseFolders.ts';

const fire = caseFolder('harbour-fire');
const beside = caseFolder();

test('a save is seen, also of an editor that replaces files, and a failure does not end the watching', async () => {
  const seen: string[] = [];
  let next = () => {};
  let stop = () => {};
  const ran = () => new Promise<void>((resolve) => (next = resolve));
  beside.write('log', '');
  const first = ran();
  const watching = watchFolders({
    folders: () => Promise.resolve([fire.folder]),
    parents: [beside.folder],
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
  const own = join(fire.folder, '.case.yaml.swp');
  writeFileSync(own, 'b');
  renameSync(own, join(fire.folder, 'case.yaml'));
  await third;
  // Nothing that is read: an editor's own file, and a log beside the case folder.
  writeFileSync(own, 'c');
  appendFileSync(join(beside.folder, 'log'), 'd');
  await setTimeout(300);
  expect(seen).toEqual(['#', 'a', 'b']);
  const fourth = ran();
  mkdirSync(join(beside.folder, 'new-case'));
  await fourth;
  stop();
  await watching;
});
