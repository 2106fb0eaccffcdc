import { describe, expect, test } from '@jest/globals';
import {
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { badUserInput } from '../../src/graphql/badInput.ts';
import { useServer } from '../server/testServer.ts';

const DateFilter = new GraphQLInputObjectType({
  name: 'DateFilter',
  fields: { from: { type: GraphQLInt }, to: { type: GraphQLInt } },
});
const Filter: GraphQLInputObjectType = new GraphQLInputObjectType({
  name: 'Filter',
  fields: () => ({
    date: { type: DateFilter },
    any: { type: new GraphQLList(new GraphQLNonNull(Filter)) },
    direction: { type: new GraphQLNonNull(GraphQLInt), defaultValue: 1 },
  }),
});

let resolved = 0;
const Event: GraphQLObjectType = new GraphQLObjectType({
  name: 'Event',
  fields: () => ({
    title: { type: GraphQLString },
    events: {
      type: new GraphQLList(Event),
      args: { filter: { type: Filter }, first: { type: GraphQLInt }, ids: { type: new GraphQLList(GraphQLID) } },
      extensions: {
        checkArguments: ({ first }: { first?: number }) => {
          if (first !== undefined && first < 0) throw badUserInput('first', '`first` must not be negative');
        },
      },
      resolve: () => {
        resolved += 1;
        return [{}];
      },
    },
  }),
});
const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: Event.toConfig().fields }) });
const server = useServer(() => ({ schema }));

/** The argument that an operation is refused for, and that nothing was executed. */
async function blamed(query: string, variables?: Record<string, unknown>) {
  resolved = 0;
  const { status, errors, data } = await server.ask(query, variables);
  expect(status).toBe(400);
  expect(data).toBeUndefined();
  expect(resolved).toBe(0);
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(errors?.map(() => 'BAD_USER_INPUT'));
  return errors?.map(({ extensions }) => extensions?.['argumentName']);
}

describe('a wrong variable is reported by the argument it is used in', () => {
  test.each([
    ['an argument', 'query ($n: Int) { events(first: $n) { title } }', { n: 'many' }, 'first'],
    ['an integer out of range', 'query ($n: Int) { events(first: $n) { title } }', { n: 2 ** 31 }, 'first'],
    [
      'part of a literal',
      'query ($n: Int) { events(filter: { date: { from: $n } }) { title } }',
      { n: 'x' },
      'filter.date.from',
    ],
    [
      'a whole input object',
      'query ($f: Filter) { events(filter: $f) { title } }',
      { f: { date: { to: true } } },
      'filter.date.to',
    ],
    [
      'an object within a literal',
      'query ($d: DateFilter) { events(filter: { date: $d }) { title } }',
      { d: { to: '1' } },
      'filter.date.to',
    ],
    ['a list', 'query ($i: [ID]) { events(ids: $i) { title } }', { i: ['a', { b: 1 }] }, 'ids.1'],
    [
      'an entry of a list',
      'query ($n: Int) { events(filter: { any: [{}, { date: { from: $n } }] }) { title } }',
      { n: '' },
      'filter.any.1.date.from',
    ],
    [
      'a field that does not exist',
      'query ($f: Filter) { events(filter: $f) { title } }',
      { f: { dates: {} } },
      'filter',
    ],
    ['one that is missing', 'query ($n: Int!) { events(first: $n) { title } }', {}, 'first'],
    ['null where none may be', 'query ($n: Int!) { events(first: $n) { title } }', { n: null }, 'first'],
    [
      'null in place of a default',
      'query ($n: Int = 1) { events(filter: { direction: $n }) { title } }',
      { n: null },
      'filter.direction',
    ],
    ['a directive', 'query ($b: Boolean!) { events { title @skip(if: $b) } }', { b: 'no' }, 'if'],
    ['null in a directive', 'query ($b: Boolean = true) { events { title @skip(if: $b) } }', { b: null }, 'if'],
    [
      'a fragment',
      'query ($n: Int) { events { ...A } } fragment A on Event { ...B } fragment B on Event { events(first: $n) { title } }',
      { n: [] },
      'first',
    ],
  ])('%s', async (_what, query, variables, name) => {
    expect(await blamed(query, variables)).toEqual([name]);
  });

  test('each of them, up to five', async () => {
    const list = { i: Array.from({ length: 1000 }, () => ({})) };
    expect(await blamed('query ($i: [ID]) { events(ids: $i) { title } }', list)).toEqual([
      'ids.0',
      'ids.1',
      'ids.2',
      'ids.3',
      'ids.4',
    ]);
  });

  test('and a long value is not repeated in full', async () => {
    const { errors } = await server.ask('query ($n: Int) { events(first: $n) { title } }', { n: 'x'.repeat(50_000) });
    expect(errors?.[0]?.message.length).toBeLessThan(600);
  });
});

describe('arguments that a field cannot answer', () => {
  test('refuse the operation before anything is resolved, with their place in it', async () => {
    const query = '{ title\n events { a: events(first: -1) { title } b: events(first: -2) { title } } }';
    expect(await blamed(query)).toEqual(['first', 'first']);
    const { errors } = await server.ask(query);
    expect(errors?.map(({ locations }) => locations?.[0]?.line)).toEqual([2, 2]);
  });

  test('are listed up to five', async () => {
    const aliases = Array.from({ length: 50 }, (_, n) => `a${n}: events(first: -1) { title }`);
    expect(await blamed(`{ ${aliases.join(' ')} }`)).toHaveLength(5);
  });

  test('do not matter where the field is left out', async () => {
    expect((await server.ask('{ title events(first: -1) @skip(if: true) { title } }')).status).toBe(200);
  });
});

test('a variable may have the name of another operation’s condition, and any type', async () => {
  const query =
    'query One ($v: Boolean!) { title @skip(if: $v) } query Two ($v: Filter) { events(filter: $v) { title } }';
  const { data } = await server.ask(query, { v: { date: { from: 1 } } }, {}, 'Two');
  expect(data).toEqual({ events: [{ title: null }] });
});

test('a wrong literal is refused by validation', async () => {
  const { status, extensions } = await server.ask('{ events(first: "many") { title } }');
  expect({ status, code: extensions['code'] }).toEqual({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
});

describe('without introspection', () => {
  const closed = useServer(() => ({ schema, introspection: false }));

  test('the schema is not told', async () => {
    expect((await closed.ask('{ __schema { types { name } } }')).status).toBe(400);
  });

  test('no message suggests its names', async () => {
    const messages = async (ask: typeof server.ask) => [
      (await ask('{ titel }')).errors?.[0]?.message,
      (await ask('query ($f: Filter) { events(filter: $f) { title } }', { f: { dates: {} } })).errors?.[0]?.message,
    ];
    for (const message of await messages(server.ask)) expect(message).toContain('Did you mean');
    for (const message of await messages(closed.ask)) expect(message).not.toContain('Did you mean');
  });
});
