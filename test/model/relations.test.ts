// Where the model says that a relation is kept, PostgreSQL keeps it.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { fieldOf, modelOf } from '../../src/model/datamodel.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';
import { joinTableOf, linkOf, listOrderOf } from '../../src/model/relations.ts';
import { query } from '../cases/rows.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase('tables');

const columns = new Map<string, string[]>();
/** `Item.eventId → Event` for every foreign key. */
const foreignKeys = new Set<string>();

beforeAll(async () => {
  const found = await query<{ table: string; columns: string[] }>(
    database.url,
    `select c.relname as table, array_agg(attname::text order by attname) as columns from pg_attribute a join pg_class c on c.oid = attrelid
     where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped group by 1`,
  );
  for (const { table, columns: names } of found) columns.set(table, names);
  const keys = await query<{ key: string }>(
    database.url,
    `select format('%s.%s → %s', c.relname, a.attname, t.relname) as key from pg_constraint
     join pg_class c on c.oid = conrelid join pg_class t on t.oid = confrelid
     join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1] where contype = 'f'`,
  );
  for (const { key } of keys) foreignKeys.add(key);
});

const relations = datamodel.models.flatMap((model) =>
  model.fields
    .filter(({ kind }) => kind === 'object')
    .map((relation) => [`${model.name}.${relation.name}`, model, relation] as const),
);

test.each(relations)('%s', (_name, model, relation) => {
  const link = linkOf(model, relation);
  if (link.kind === 'to one') {
    expect(foreignKeys).toContain(`${model.name}.${link.column} → ${relation.type}`);
    expect(relation.isList).toBe(false);
    return;
  }
  expect(relation.isList).toBe(true);
  if (link.kind === 'of one') {
    expect(foreignKeys).toContain(`${relation.type}.${link.column} → ${model.name}`);
    return;
  }
  const { name, own, other } = link.table;
  expect(foreignKeys).toContain(`${name}.${own} → ${model.name}`);
  expect(foreignKeys).toContain(`${name}.${other} → ${relation.type}`);
});

const joins = relations.flatMap(([name, model, relation]) => {
  const table = joinTableOf(model, relation);
  return table?.own === 'A' ? [[name, table] as const] : [];
});

describe('the table of a many-to-many relation carries what the model says', () => {
  test.each(joins)('%s', (_name, table) => {
    expect(columns.get(table.name)).toEqual(['A', 'B', ...table.carried].toSorted());
  });
});

test('the order of the speakers is kept by rows that name both ends', () => {
  const statement = modelOf('Statement');
  const order = listOrderOf(statement, fieldOf(statement, 'speakers'));
  expect(columns.get(order?.model ?? '')).toEqual([order?.own, order?.other, 'ordinal'].toSorted());
  const actor = modelOf('Actor');
  expect(listOrderOf(actor, fieldOf(actor, 'statements'))).toBeUndefined();
  expect(listOrderOf(statement, fieldOf(statement, 'addressees'))).toBeUndefined();
});
