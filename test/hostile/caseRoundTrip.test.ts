import { beforeAll, expect, test } from '@jest/globals';
import { loadCases } from '../../seed/load.ts';
import { fixtureFolder, silent } from '../seed/caseFolders.ts';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import { useReadBack } from './readBack/server.ts';
import { expectRoundTrips } from './roundTrip.ts';

const tried = useFigures(import.meta.url, 'A file');
const database = useDatabase('tables');
const api = useReadBack(database);

/** Always the same here; caseRoundTrip.slow.ts looks further. */
const [seed, runs] = [1, 15];

beforeAll(() => loadCases(database.url, { folders: [fixtureFolder('harbour-fire')], progress: silent }));

test(`what a valid case file says, the API tells (seed ${seed})`, async () => {
  await expectRoundTrips(database.url, api, seed, runs);
  expect(await api.notCompiled()).toBe(0);
  tried(
    'Generated valid cases: all record types, vocabularies and forms of date, texts that look like YAML or SQL',
    runs,
    'Loaded; every field and both ends of each relation read back over GraphQL; loaded again: no row written; removed: no row left',
  );
});
