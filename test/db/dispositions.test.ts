// Data of an earlier release: a disposition that nothing decided is taken away when it is migrated, and the start tells of it;
// it goes on serving the case, whose files the checks of today refuse.
import { afterAll, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { loadCases } from '../../src/cases/storing/load.ts';
import { recordId } from '../../src/domain/ids.ts';
import { caseFolder } from '../cases/caseFolders.ts';
import { useDatabase } from '../support/database.ts';
import { noProgress } from '../support/postgres.ts';

const database = useDatabase('nothing');
const earlier = mkdtempSync(join(tmpdir(), 'casebook-earlier-'));
afterAll(() => rmSync(earlier, { recursive: true }));

const fire = caseFolder('harbour-fire');
const strike = caseFolder('port-strike');
const id = (name: string) => `'${recordId('Test', [name])}'`;

test('what a charge or an allegation decided is taken away and told; a verdict stays', async () => {
  const all = join(projectFolder, 'prisma', 'migrations');
  for (const name of readdirSync(all).filter((one) => one < '20261129' && one !== 'migration_lock.toml'))
    cpSync(join(all, name), join(earlier, name), { recursive: true });
  await migrate(database.url, { folder: earlier, progress: noProgress });
  const parties = [
    ['charge', 'CHARGE', 'REPORTED', 'ADJUDICATED'],
    ['hearsay', 'VERDICT', 'ALLEGED', 'ADJUDICATED'],
    ['rumour', 'VERDICT', 'REPORTED', 'ALLEGED'],
    ['verdict', 'VERDICT', 'REPORTED', 'ADJUDICATED'],
  ] as const;
  await withClient(database.url, async (client) => {
    await client.query(`begin;
      insert into "Case" (id, slug, title, summary, revision, "loadedAt", declarations)
        values (${id('case')}, 'harbour-fire', 'Fire', 'A fire.', '${'a'.repeat(64)}', now(), '{}');
      insert into "Actor" (id, slug, kind, name, named, standing) values (${id('ann')}, 'ann', 'PERSON', 'Ann', true, 'REPORTED');`);
    for (const [slug, kind, itself, standing] of parties)
      await client.query(`insert into "LegalAction" (id, "caseId", slug, title, summary, kind, standing)
          values (${id(slug)}, ${id('case')}, '${slug}', 'A', 'A.', '${kind}', '${itself}');
        insert into "LegalParty" (id, "caseId", role, disposition, standing, ordinal, "legalActionId", "actorId")
          values (${id(`party ${slug}`)}, ${id('case')}, 'SUBJECT', 'GUILTY', '${standing}', 0, ${id(slug)}, ${id('ann')});`);
    await client.query('commit');
  });

  const told: string[] = [];
  await migrate(database.url, { progress: noProgress, warn: (message) => told.push(message) });

  const left = await withClient(database.url, async (client) =>
    client.query(
      `select slug, disposition from "LegalParty" p join "LegalAction" a on a.id = p."legalActionId" order by slug`,
    ),
  );
  expect(left.rows).toEqual([
    { slug: 'charge', disposition: null },
    { slug: 'hearsay', disposition: null },
    { slug: 'rumour', disposition: null },
    { slug: 'verdict', disposition: 'GUILTY' },
  ]);
  expect(told).toEqual([
    "legal action 'charge': the disposition GUILTY of 'ann' is taken away, a CHARGE that is ADJUDICATED decides nothing: correct it in the case file",
    "legal action 'rumour': the disposition GUILTY of 'ann' is taken away, a VERDICT that is ALLEGED decides nothing: correct it in the case file",
    "legal action 'hearsay': the disposition GUILTY of 'ann' is taken away, for that there was such a VERDICT is itself ALLEGED: correct it in the case file",
  ]);
  // Not even a loader with a fault can write one.
  const written = withClient(database.url, (client) =>
    client.query(`update "LegalParty" set disposition = 'GUILTY' where id = ${id('party charge')}`),
  );
  await expect(written).rejects.toThrow('a disposition needs a legal action that decides');
  const doubted = withClient(database.url, (client) =>
    client.query(`update "LegalAction" set standing = 'ALLEGED' where id = ${id('verdict')}`),
  );
  await expect(doubted).rejects.toThrow('a disposition needs a legal action that decides');
});

test('a case whose files the checks refuse now stays as it was at a start; npm run seed refuses it, and a new one always', async () => {
  fire.change(
    'role: SUBJECT, citations: [{ passage: 5',
    'role: SUBJECT, disposition: GUILTY, citations: [{ passage: 5',
  );
  const line = fire.text().slice(0, fire.text().indexOf('disposition: GUILTY')).split('\n').length;
  const load = (folders: string[], keepStored: boolean) =>
    loadCases(database.url, { folders, progress: noProgress, keepStored });
  const rows = () =>
    withClient(
      database.url,
      async (client) =>
        (await client.query('select c.slug, revision, disposition from "Case" c, "LegalParty" p order by p.id')).rows,
    );
  const before = await rows();

  const { loaded, warnings, notGiven } = await load([fire.folder], true);
  expect({ loaded, notGiven }).toEqual({ loaded: [], notGiven: [] });
  const needs = (what: string) =>
    expect.stringMatching(new RegExp(`case\\.yaml:${line}:\\d+: .*GUILTY needs the ${what}`));
  expect(warnings).toEqual([
    "case 'harbour-fire' stays as loaded before, for its files do not pass the checks: correct what follows, then run npm run seed",
    needs('kind of what it is part of'),
    needs('standing REPORTED'),
  ]);
  expect(await rows()).toEqual(before);

  await expect(load([fire.folder], false)).rejects.toThrow('GUILTY needs the kind');
  strike.change('port-strike, title', 'port-strike, titel');
  await expect(load([fire.folder, strike.folder], true)).rejects.toThrow('titel');
  expect(await rows()).toEqual(before);
});
