// What every table needs and Prisma cannot say: the test names the table that lacks it.
import { expect, test } from '@jest/globals';
import { missingRules } from '../../prisma/tableRules.ts';
import { withClient } from '../../src/db/client.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('tables');

/** What is missing after a change, of which nothing is kept. */
const missingAfter = (change: string) =>
  withClient(database.url, async (client) => {
    await client.query('begin');
    await client.query(change);
    const before = await missingRules(client);
    // A migration adds what is missing, and then nothing is.
    for (const { sql } of before) await client.query(sql ?? '');
    const after = await missingRules(client);
    return { before: before.map(({ message }) => message), after: after.map(({ message }) => message) };
  });

test('every table has what it needs', async () => {
  expect((await missingAfter('')).before).toEqual([]);
});

const newTable = 'create table "Award" (id uuid primary key';
const index = 'create index on "Award" ("actorId", id)';
const grant = 'table Award: casebook_reader may not read it (GRANT SELECT)';

test.each([
  ['a new table that the reader may not read', `${newTable})`, [grant]],
  [
    'one that the reader may no longer read',
    'revoke select on "Item" from casebook_reader',
    ['table Item: casebook_reader may not read it (GRANT SELECT)'],
  ],
  [
    'a key that does not wait for the end of a transaction',
    `${newTable}, "actorId" uuid references "Actor"); ${index}`,
    ['key Award.actorId to Actor is not DEFERRABLE: records are stored in any order', grant],
  ],
  [
    'a key that acts on its own',
    `${newTable}, "actorId" uuid references "Actor" on delete cascade); ${index}`,
    [grant],
  ],
  ['a slug', `${newTable}, slug text)`, ['CHECK Award_slug_check is missing: it has to be about slug', grant]],
  [
    'an open vocabulary',
    `${newTable}, role "ItemRole", label text)`,
    ['CHECK Award_label_check is missing: it has to be about role, label', grant],
  ],
  ['a vocabulary without OTHER', `${newTable}, stance "Stance", label text)`, [grant]],
  [
    'a standing',
    `${newTable}, standing "Standing")`,
    ['CHECK Award_standing_check is missing: it has to be about standing', grant],
  ],
  [
    'words of the source',
    `${newTable}, verbatim text)`,
    ['CHECK Award_verbatim_check is missing: it has to be about verbatim', grant],
  ],
  [
    'a date',
    `${newTable}, "dateEdtf" text, "dateEarliest" date, "dateLatest" date, "datePrecision" text, "dateQualified" bool, "dateVerbatim" text)`,
    [
      'CHECK Award_date_order_check is missing: it has to be about dateEarliest, dateLatest',
      'CHECK Award_date_whole_check is missing: it has to be about dateEdtf, datePrecision, dateQualified, dateEarliest, dateLatest, dateVerbatim',
      'CHECK Award_date_verbatim_check is missing: it has to be about dateVerbatim',
      grant,
    ],
  ],
  [
    'a link',
    `${newTable}, "fromId" uuid references "Actor" deferrable, "toId" uuid references "Actor" deferrable); create index on "Award" ("fromId"); create index on "Award" ("toId")`,
    ['CHECK Award_ends_check is missing: it has to be about fromId, toId', grant],
  ],
  [
    'a tree',
    `${newTable}, "parentId" uuid references "Award" deferrable); create index on "Award" ("parentId")`,
    ['CHECK Award_parent_check is missing: it has to be about parentId, id', grant],
  ],
  [
    'one more record that a citation can be about',
    `${newTable}); alter table "Citation" add "awardId" uuid references "Award" deferrable; create index on "Citation" ("awardId", ordinal)`,
    [grant, expect.stringMatching(/^CHECK Citation_subject_check is about other columns: .* awardId/)],
  ],
  [
    'a CHECK that is gone',
    'alter table "Event" drop constraint "Event_parent_check"',
    ['CHECK Event_parent_check is missing: it has to be about parentId, id'],
  ],
])('%s', async (_what, change, missing) => {
  expect(await missingAfter(change)).toEqual({ before: missing, after: [] });
});

test('a sort column that is not computed from its date', async () => {
  const change = `alter table "Item" add "dateSortAsc" int not null default 0`;
  const message = 'column Item.dateSortAsc is not GENERATED from the date';
  expect(await missingAfter(change)).toEqual({ before: [message], after: [message] });
});

test('a key without an index', async () => {
  const { after } = await missingAfter('drop index "Item_foundAtId_idx"');
  expect(after).toEqual([
    'key Item.foundAtId to Event has no index that begins with it: add @@index([foundAtId, …]) to schema.prisma',
  ]);
});
