// A record that thousands of others lead to: one page of them is read, not all.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { tables } from '../../src/cases/storing/tables.ts';
import { compileOperation } from '../../src/compiler/operation.ts';
import { withClient } from '../../src/db/client.ts';
import { joinOrder } from '../db/joinOrder.ts';
import { query } from '../cases/rows.ts';
import { useDatabase } from '../support/database.ts';
import { few, fillTables, rowId } from '../support/rows.ts';
import { readDocument } from './readDocument.ts';

const database = useDatabase('tables');
const copies = 4000;
/** Those in the middle of every order are the hub's: neither end of a table is where its page is found. */
const isOwn = `slug between 'copy-2000' and 'copy-2999'`;

/** Lists behind a foreign key. */
const keyed = [
  { model: 'Event', key: 'caseId', owner: 'Case', list: 'events' },
  { model: 'Event', key: 'placeId', owner: 'Place', list: 'events' },
  { model: 'Statement', key: 'caseId', owner: 'Case', list: 'statements' },
  { model: 'Statement', key: 'onBehalfOfId', owner: 'Actor', list: 'statementsOnBehalf' },
  { model: 'LegalAction', key: 'caseId', owner: 'Case', list: 'legalActions' },
  { model: 'LegalAction', key: 'placeId', owner: 'Place', list: 'legalActions' },
  { model: 'Claim', key: 'caseId', owner: 'Case', list: 'claims' },
];

/** SQL that copies one row of a model many times, with another id, slug and date. */
function copySql(model: string): string {
  const columns = tables.find(({ name }) => name === model)?.columns ?? [];
  const names = columns.map((name) => `"${name}"`);
  const values: Record<string, string> = {
    '"id"': 'gen_random_uuid()',
    '"slug"': `'copy-' || (n + 1000)`,
    '"dateEarliest"': `'1980-01-01'::date + n`,
    '"dateLatest"': `'1980-01-01'::date + n`,
  };
  return `insert into "${model}" (${names.join(', ')}) select ${names.map((name) => values[name] ?? name).join(', ')}
    from (select * from "${model}" limit 1) r, generate_series(1, ${copies}) n`;
}

beforeAll(async () => {
  await fillTables(database.url, few);
  await withClient(database.url, async (client) => {
    for (const model of new Set([...joinOrder, ...keyed].map((one) => one.model))) await client.query(copySql(model));
    for (const { model, key, owner } of keyed) {
      const others = `update "${model}" set "${key}" = $1 where slug like 'copy-%' and not ${isOwn}`;
      await client.query(others, [rowId(owner, 1)]);
      await client.query(`update "${model}" set "${key}" = $1 where ${isOwn}`, [rowId(owner, 0)]);
    }
    for (const { table, model, owner } of joinOrder)
      await client.query(`insert into "${table}" ("A", "B") select $1, id from "${model}" where ${isOwn}`, [
        rowId(owner, 0),
      ]);
    await client.query('analyze');
  });
});

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  'Actual Loops': number;
  Plans?: Plan[];
}

/** How many rows a plan has read, by table. */
function rowsRead(plan: Plan, read: Record<string, number> = {}): Record<string, number> {
  const { 'Relation Name': table, 'Actual Loops': loops } = plan;
  const rows = plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0);
  if (table !== undefined) read[table] = (read[table] ?? 0) + rows * loops;
  for (const inner of plan.Plans ?? []) rowsRead(inner, read);
  return read;
}

/** Asks the owner's row 0 for `selection`, and PostgreSQL what that made it read. */
async function ask(owner: string, selection: string) {
  const [root, key] = [owner.charAt(0).toLowerCase() + owner.slice(1), rowId(owner, 0)];
  const [record] = await query<{ slug: string }>(database.url, `select slug from "${owner}" where id = $1`, [key]);
  const read = readDocument(parse(`query ($slug: String!) { ${root}(slug: $slug) { ${selection} } }`), { ...record });
  const { sql, parameters } = compileOperation(read);
  const values = parameters.map((place) => read.leaves[place]);
  const [answer] = await query<{ data: string }>(database.url, sql, values);
  const [plan] = await query<Record<string, [{ Plan: Plan }]>>(
    database.url,
    `explain (analyze, format json) ${sql}`,
    values,
  );
  return { data: JSON.parse(answer?.data ?? '')[root], read: rowsRead(plan?.['QUERY PLAN']?.[0].Plan as Plan) };
}

const orders = ['', ', orderBy: {field: DATE, direction: DESC}'];
const pages = [...joinOrder, ...keyed].flatMap(({ model, ...one }) =>
  (model === 'Claim' ? [''] : orders).flatMap((order) =>
    ['first', 'last'].map((end) => ({ ...one, model, order, end })),
  ),
);

describe('a page of five', () => {
  test.each(pages)('$owner: $list, $end$order', async ({ owner, list, model, order, end }) => {
    const { data, read } = await ask(owner, `${list}(${end}: 5${order}) { nodes { slug } }`);
    expect(data[list].nodes).toHaveLength(5);
    const joins = Object.keys(read).filter((table) => table.startsWith('_'));
    for (const table of [model, ...joins]) expect([table, read[table]]).toEqual([table, 5]);
  });

  test('after a cursor in the middle', async () => {
    const first = await ask('Actor', 'mentions(first: 100) { pageInfo { endCursor } }');
    const after = JSON.stringify(first.data.mentions.pageInfo.endCursor);
    const { data, read } = await ask('Actor', `mentions(first: 5, after: ${after}) { nodes { slug } }`);
    expect(data.mentions.nodes).toHaveLength(5);
    expect(read._StatementActors).toBeLessThanOrEqual(6);
  });
});

test('they are counted without being read', async () => {
  const { data, read } = await ask('Actor', 'statements { totalCount }');
  expect(data.statements.totalCount).toBeGreaterThanOrEqual(1000);
  expect(Object.keys(read).sort()).toEqual(['Actor', '_StatementSpeakers']);
});
