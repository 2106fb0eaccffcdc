// schema.prisma and the migrations describe one database: what either has and the other lacks is found by its name.
import { beforeAll, expect, test } from '@jest/globals';
import { withClient } from '../../src/db/client.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';
import { schemaSql } from '../../prisma/schemaEngine.ts';
import { useDatabase } from '../support/database.ts';
import { joinOrder } from './joinOrder.ts';

const migrated = useDatabase('tables');
const described = useDatabase('nothing');

beforeAll(async () => {
  const sql = await schemaSql(described.url);
  await withClient(described.url, (client) => client.query(sql));
});

/**
 * The catalog as lines. Left out is what schema.prisma cannot say: CHECKs, how a generated column is computed, that foreign keys are
 * deferrable (tableRules.test.ts).
 */
async function catalog(url: string): Promise<string[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ line: string }>(`
      with tables as (
        select oid, relname from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations')
      select format('column %s.%s %s%s%s', relname, attname, format_type(atttypid, atttypmod),
          case when attnotnull then ' not null' end,
          case when attgenerated = '' then ' default ' || pg_get_expr(adbin, adrelid) end) as line
        from pg_attribute join tables on tables.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attnum > 0 and not attisdropped
      union all select 'index ' || indexdef from pg_indexes join tables on relname = tablename where schemaname = current_schema()
      union all select format('enum %s %s', typname, string_agg(enumlabel, ' ' order by enumsortorder))
        from pg_enum join pg_type on pg_type.oid = enumtypid where typnamespace = current_schema()::regnamespace group by typname
      union all select format('constraint %s.%s %s', relname, conname, replace(pg_get_constraintdef(pg_constraint.oid), ' DEFERRABLE', ''))
        from pg_constraint join tables on tables.oid = conrelid where contype in ('p', 'f', 'u', 'x')
      order by 1`),
  );
  return rows.map(({ line }) => line);
}

/** What schema.prisma cannot say, as lines: what join tables carry. */
const carried = joinOrder.flatMap(({ table, columns }) =>
  columns.flatMap((column) => [
    `column ${table}.${column} ${column === 'slug' ? 'text' : 'integer'} not null`,
    `index CREATE INDEX "${table}_A_${column}_B_index" ON public."${table}" USING btree ("A", ${column === 'slug' ? column : `"${column}"`}, "B")`,
  ]),
);

async function differences(): Promise<string[]> {
  const [inMigrated, inDescribed] = [await catalog(migrated.url), [...(await catalog(described.url)), ...carried]];
  return [
    ...inMigrated.filter((line) => !inDescribed.includes(line)).map((line) => `only in the migrations: ${line}`),
    ...inDescribed.filter((line) => !inMigrated.includes(line)).map((line) => `only in schema.prisma: ${line}`),
  ];
}

test('they agree on columns, indexes, enums and keys', async () => {
  const lines = await catalog(migrated.url);
  for (const { name } of datamodel.enums) expect(lines).toContainEqual(expect.stringContaining(`enum ${name} `));
  for (const { name } of datamodel.models)
    expect(lines).toContainEqual(expect.stringContaining(`constraint ${name}.${name}_pkey PRIMARY KEY`));
  expect(lines).toContain('column Event.slug text not null');
  expect(await differences()).toEqual([]);
});

test.each([
  [
    'a column',
    'alter table "Event" add note text',
    'alter table "Event" drop note',
    ['only in the migrations: column Event.note text'],
  ],
  [
    'a column that may be null',
    'alter table "Event" alter title drop not null',
    'alter table "Event" alter title set not null',
    ['only in the migrations: column Event.title text', 'only in schema.prisma: column Event.title text not null'],
  ],
  [
    'an index',
    'create index extra on "Event" (summary)',
    'drop index extra',
    ['only in the migrations: index CREATE INDEX extra ON public."Event" USING btree (summary)'],
  ],
  ['a table', 'create table extra (id int)', 'drop table extra', ['only in the migrations: column extra.id integer']],
  [
    'what happens to a reference when its record goes',
    'alter table "Event" drop constraint "Event_placeId_fkey", add constraint "Event_placeId_fkey" foreign key ("placeId") references "Place"(id) on delete cascade deferrable',
    'alter table "Event" drop constraint "Event_placeId_fkey", add constraint "Event_placeId_fkey" foreign key ("placeId") references "Place"(id) deferrable',
    [
      'only in the migrations: constraint Event.Event_placeId_fkey FOREIGN KEY ("placeId") REFERENCES "Place"(id) ON DELETE CASCADE',
      'only in schema.prisma: constraint Event.Event_placeId_fkey FOREIGN KEY ("placeId") REFERENCES "Place"(id)',
    ],
  ],
  [
    'a value of an enum',
    `alter type "Stance" rename value 'DENIES' to 'REJECTS'`,
    `alter type "Stance" rename value 'REJECTS' to 'DENIES'`,
    [
      'only in the migrations: enum Stance AFFIRMS REJECTS QUESTIONS REPORTS RESERVES WITHDRAWS',
      'only in schema.prisma: enum Stance AFFIRMS DENIES QUESTIONS REPORTS RESERVES WITHDRAWS',
    ],
  ],
])('%s that only one of them has is found', async (_what, change, back, found) => {
  await withClient(migrated.url, (client) => client.query(change));
  expect(await differences()).toEqual(found);
  await withClient(migrated.url, (client) => client.query(back));
  expect(await differences()).toEqual([]);
});
