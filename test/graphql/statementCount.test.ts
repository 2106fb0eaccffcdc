// An operation runs as many SQL statements on many rows as on few: nothing is fetched row by row.
import { describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  isEnumType,
  parse,
  validate,
} from 'graphql';
import { withClient } from '../../src/db/client.ts';
import { builder } from '../../src/graphql/builder.ts';
import { datamodel } from '../../src/model/generated/datamodel.ts';
import { schema } from '../../src/graphql/schema.ts';
import { useApi } from '../support/api.ts';
import { type Amount, few, more } from '../support/rows.ts';
import { pathsThatGrow } from './growth.ts';
import { operation, paths, type Start } from './paths.ts';
import { idsOf, nodeTypes } from './records.ts';

const apis = { few: useApi(few), more: useApi(more) };
const starts: Start[] = ['fields', 'ids'];

describe('the walk', () => {
  const rowsPerKey = (url: string) =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ table: string; column: string }>(
        `select conrelid::regclass::text as "table", attname as "column" from pg_constraint
         join pg_attribute on attrelid = conrelid and attnum = any (conkey) where contype = 'f' order by 1, 2`,
      );
      const counts = rows.map(
        ({ table, column }) => `select '${table}.${column}', count("${column}")::int from ${table}`,
      );
      const result = await client.query({ text: counts.join(' union all '), rowMode: 'array' });
      return new Map(result.rows as [string, number][]);
    });

  test('has rows for every relation, and in the second database more of them', async () => {
    const [inFew, inMore] = [await rowsPerKey(apis.few.url), await rowsPerKey(apis.more.url)];
    expect(inFew.size).toBeGreaterThan(datamodel.models.length);
    expect([...inFew].filter(([, rows]) => rows === 0)).toEqual([]);
    expect([...inFew].filter(([key, rows]) => !((inMore.get(key) as number) > rows))).toEqual([]);
  });

  test.each(starts)('asks what the schema permits, starting at %s', (start) => {
    for (const { path, next } of paths(schema, start, 2, few))
      for (const end of ['nodes', 'edges'] as const)
        expect(validate(schema, parse(operation(schema, path, next, end)))).toEqual([]);
  });

  test('finds a field that runs a query of its own for each row', async () => {
    builder.prismaObjectField('Event' as never, 'ownQuery', (t) =>
      t.prismaField({
        type: 'Place' as never,
        nullable: true,
        resolve: (query, { id }, _args, { prisma }) =>
          prisma.place.findFirst({ ...(query as object), where: { events: { some: { id } } } }) as never,
      }),
    );
    const found = await pathsThatGrow(apis, { start: 'fields', depth: 2, on: builder.toSchema() });
    expect(found).toEqual(['events > ownQuery: 6, then 8']);
  });
});

describe('two fields from the root', () => {
  test.each(starts)('starting at %s, through nodes and through edges', async (start) => {
    expect(await pathsThatGrow(apis, { start, depth: 2, end: 'nodes' })).toEqual([]);
    expect(await pathsThatGrow(apis, { start, depth: 2, end: 'edges' })).toEqual([]);
  });

  test('each connection twice, the second time filtered, reversed and from its end', async () => {
    for (const type of nodeTypes()) {
      const connections = connectionFields(type).map(twice).join(' ');
      if (!connections) continue;
      const ask = (amount: Amount) =>
        `{ nodes(ids: ${JSON.stringify(idsOf(type, amount).slice(0, 100))}) { ... on ${type} { ${connections} } } }`;
      const inFew = await apis.few.statements(ask(few));
      expect([type, await apis.more.statements(ask(more))]).toEqual([type, inFew.map(() => expect.any(String))]);
    }
  });
});

test('three fields from the root', async () => {
  expect(await pathsThatGrow(apis, { start: 'fields', depth: 3 })).toEqual([]);
});

function connectionFields(type: string): GraphQLField<unknown, unknown>[] {
  const fields = Object.values((schema.getType(type) as GraphQLObjectType).getFields());
  return fields.filter((field) => getNamedType(field.type).name.endsWith('Connection'));
}

/** A condition that is met by some records and not by others: a value of the filter's first enum, or a slug. */
function someOf(filter: GraphQLInputObjectType): string {
  const fields = Object.values(filter.getFields()).map(({ name, type }) => ({ name, type: getNamedType(type).name }));
  const ofEnum = fields.find(({ type }) => isEnumType(schema.getType(type.replace(/Filter$/, ''))));
  if (!ofEnum) return '{ slug: { in: ["case-0", "document-1"] } }';
  const [value] = (schema.getType(ofEnum.type.replace(/Filter$/, '')) as GraphQLEnumType).getValues();
  return `{ ${ofEnum.name}: { in: [${value?.name}] } }`;
}

function twice({ name, args }: GraphQLField<unknown, unknown>): string {
  const filter = getNamedType(args.find((arg) => arg.name === 'filter')?.type) as GraphQLInputObjectType;
  const order = getNamedType(args.find((arg) => arg.name === 'orderBy')?.type) as GraphQLInputObjectType | undefined;
  const field = order && (getNamedType(order.getFields()['field']?.type) as GraphQLEnumType).getValues()[0]?.name;
  const reversed = field ? `, orderBy: { field: ${field}, direction: DESC }` : '';
  const page = 'totalCount nodes { id } pageInfo { endCursor }';
  return `all_${name}: ${name} { ${page} } some_${name}: ${name}(last: 2, filter: ${someOf(filter)}${reversed}) { ${page} }`;
}
