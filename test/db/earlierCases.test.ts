// Data of an earlier release: what it knew of a case is still there when it is migrated, and is told no more firmly.
import { afterAll, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/config.ts';
import { withClient } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { recordId } from '../../src/domain/ids.ts';
import { query } from '../cases/rows.ts';
import { useDatabase } from '../support/database.ts';
import { noProgress } from '../support/postgres.ts';

const database = useDatabase('nothing');
const earlier = mkdtempSync(join(tmpdir(), 'casebook-earlier-'));
afterAll(() => rmSync(earlier, { recursive: true }));

const id = (name: string) => `'${recordId('Test', [name])}'`;
const hash = `'${'a'.repeat(64)}'`;

test('what a legal action arises from becomes a ground: concluded from the first passage of the action', async () => {
  const all = join(projectFolder, 'prisma', 'migrations');
  for (const name of readdirSync(all).filter((one) => one < '20261129'))
    cpSync(join(all, name), join(earlier, name), { recursive: true });
  await migrate(database.url, { folder: earlier, progress: noProgress });
  await withClient(database.url, (client) =>
    client.query(`begin; set constraints all deferred;
      insert into "Case" (id, slug, title, summary, revision, "loadedAt", declarations, extents)
        values (${id('case')}, 'one', 'One', 'One.', ${hash}, now(), '{}', '{"Case": 1}');
      insert into "Document" (id, slug, title, kind, sha256, "codePoints") values (${id('text')}, 'text', 'Text', 'ARTICLE', ${hash}, 9);
      insert into "Passage" (id, "documentId", number, paragraph, start, "end", kind, sha256)
        select md5(n::text)::uuid, ${id('text')}, n, 1, n, n + 1, 'SENTENCE', ${hash} from generate_series(1, 3) n;
      insert into "Event" (id, "caseId", slug, title, summary, kind, outcome, standing)
        select md5(slug)::uuid, ${id('case')}, slug, 'E', 'E.', 'ATTACK', 'FOILED', 'REPORTED' from unnest(array['fire', 'attack']) slug;
      insert into "LegalAction" (id, "caseId", slug, title, summary, kind, standing)
        values (${id('charge')}, ${id('case')}, 'charge', 'A', 'A.', 'CHARGE', 'REPORTED');
      insert into "Citation" (id, "caseId", relation, fidelity, field, standing, ordinal, "passageId", "legalActionId")
        select gen_random_uuid(), ${id('case')}, relation::"CitationRelation", 'QUOTED', field, 'REPORTED', n, md5(n::text)::uuid, ${id('charge')}
        from (values (1, 'CONTEXT', null), (2, 'SUPPORTS', 'place'), (3, 'SUPPORTS', null)) c (n, relation, field);
      insert into "_LegalActionEvents" ("A", "B") select id, ${id('charge')} from "Event";
      commit`),
  );
  await migrate(database.url, { progress: noProgress });
  const grounds = await query(
    database.url,
    `select e.slug, g.ordinal, c.fidelity, p.number from "LegalGround" g join "Event" e on e.id = g."eventId"
       join "Citation" c on c."legalGroundId" = g.id join "Passage" p on p.id = c."passageId" order by g.ordinal`,
  );
  expect(grounds).toEqual([
    { slug: 'attack', ordinal: 0, fidelity: 'INFERRED', number: 3 },
    { slug: 'fire', ordinal: 1, fidelity: 'INFERRED', number: 3 },
  ]);
  const standings = await query<{ standing: string }>(database.url, 'select standing from "LegalGround"');
  expect(standings.map(({ standing }) => standing)).toEqual(['INFERRED', 'INFERRED']);
  // The lists of a case are measured again at the next load.
  expect(await query(database.url, `select extents from "Case"`)).toEqual([{ extents: {} }]);
});
