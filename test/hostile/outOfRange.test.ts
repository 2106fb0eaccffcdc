// Numbers and days that are out of range, wherever a page or a date can be asked for.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getNamedType, type GraphQLInputObjectType, isInputObjectType, isObjectType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import { useDatabase } from '../support/database.ts';
import { useFigures } from './figures.ts';
import { paths, useServers } from './servers.ts';

const database = useDatabase('cases');
const servers = useServers(database);
const tried = useFigures(import.meta.url, 'A client');

/** An operation with `arguments` at a list: each of the schema has one. */
const pages = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (!isObjectType(type) || type.name.startsWith('__')) return [];
  const names = Object.values(type.getFields()).filter(({ args }) => args.some(({ name }) => name === 'first'));
  return names.map(({ name }) => (given: string) => {
    const list = `${name}(${given}){totalCount}`;
    return type.name === 'Query' ? `{${list}}` : `{nodes(ids:[]){... on ${type.name}{${list}}}}`;
  });
});

/** Where a day can be asked for: the list, the type of its filter, the condition. */
const days = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name: list, args }) => {
  const filter = getNamedType(args.find(({ name }) => name === 'filter')?.type);
  return isInputObjectType(filter) ? dateConditions(filter).map((date) => ({ list, type: filter.name, date })) : [];
});

function dateConditions(filter: GraphQLInputObjectType): string[] {
  const conditions = Object.values(filter.getFields());
  return conditions.filter(({ type }) => getNamedType(type).name === 'FuzzyDateFilter').map(({ name }) => name);
}

/** A third of the lists, by turns: what refuses is one for all of them. */
const pagesOf = (turn: number) => pages.filter((_page, index) => (index + turn) % 3 === 0);

const badInput = (argumentName: string) => ({ code: 'BAD_USER_INPUT', argumentName });
const invalid = { code: 'GRAPHQL_VALIDATION_FAILED' };

/** Those that no type of GraphQL refuses: asked of every list. */
const widest = ['first:101', 'last:101', 'first:-1', 'first:1 last:1'];

describe.each(paths)('%s', (path) => {
  test.each([
    ['first:101', badInput('first')],
    ['last:101', badInput('last')],
    ['first:-1', badInput('first')],
    ['last:-2147483648', badInput('last')],
    ['first:2147483647', badInput('first')],
    ['first:1 last:1', badInput('last')],
    ['first:0 last:0', badInput('last')],
    ['first:2147483648', invalid],
    ['last:-2147483649', invalid],
    ['first:1e2', invalid],
  ] as const)('a page of %s is refused', async (given, why) => {
    expect(pages.length).toBeGreaterThan(80);
    const asked = widest.includes(given) ? pages : pagesOf(given.length);
    for (const page of asked) {
      const { status, data, extensions } = await servers.post(path, { query: page(given) });
      expect([page(given), status, data, extensions]).toEqual([page(given), 400, undefined, why]);
    }
    if (path === 'compiled')
      tried(
        `\`${given}\`, in ${asked === pages ? 'every list' : 'a third of the lists'}`,
        asked.length * paths.length,
        why.code,
      );
  });

  test('any number as a variable is a size from 0 to 100, or refused', async () => {
    const numRuns = 200;
    const edges = [-1, 0, 100, 101, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 53, 1e100, 0.5, 99.999];
    const numbers = fc.oneof(
      fc.constantFrom(...edges),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    await fc.assert(
      fc.asyncProperty(numbers, fc.constantFrom('first', 'last'), async (size, argumentName) => {
        const query = `query($n:Int){events(${argumentName}:$n){nodes{id}}}`;
        const { data, extensions } = await servers.post(path, { query, variables: { n: size } });
        if (!Number.isInteger(size) || size < 0 || size > 100) expect(extensions).toEqual(badInput(argumentName));
        else expect((data?.['events'] as { nodes: unknown[] }).nodes.length).toBeLessThanOrEqual(size);
      }),
      { numRuns },
    );
    if (path === 'compiled')
      tried('any number as the size of a page', numRuns * paths.length, 'a page, or BAD_USER_INPUT');
  });

  test.each([
    ...['2018-02-30', '2018-02-29', '1900-02-29', '2018-04-31', '2018-13-01', '2018-00-10', '2018-01-00', '2018-01-32'],
    ...[
      '0000-01-01',
      '10000-01-01',
      '+10000-01-01',
      '-9999-01-01',
      '-0001-01-01',
      '99999999-01-01',
      'infinity',
      '-infinity',
    ],
    ...[
      '2018-1-1',
      '20180101',
      '2018-06',
      '2018',
      '2018-01-01T00:00:00Z',
      ' 2018-01-01',
      '2018-01-01\n',
      '٢٠١٨-٠١-٠١',
      '',
      'now',
      'NaN',
    ],
  ])('%j is no day, for any date', async (day) => {
    for (const { list, type, date } of days)
      for (const end of ['from', 'to']) {
        const literal = `{${list}(filter:{${date}:{${end}:${JSON.stringify(day)}}}){totalCount}}`;
        expect((await servers.post(path, { query: literal })).extensions).toEqual(invalid);
        const query = `query($f:${type}){${list}(filter:$f){totalCount}}`;
        const { extensions } = await servers.post(path, { query, variables: { f: { [date]: { [end]: day } } } });
        expect(extensions).toEqual(badInput(`filter.${date}.${end}`));
      }
    if (path === 'compiled')
      tried(`\`${day.trim()}\` as a day`, 4 * days.length * paths.length, `refused, argument named`);
  });

  test('any eight digits are a day of the calendar, or refused', async () => {
    const numRuns = 200;
    const number = (digits: number, max: number) => fc.nat(max).map((n) => String(n).padStart(digits, '0'));
    const year = fc.oneof(number(4, 9999), fc.constantFrom('0001', '0004', '0100', '1900', '2000', '9999'));
    await fc.assert(
      fc.asyncProperty(fc.tuple(year, number(2, 13), number(2, 32)), async ([y, m, d]) => {
        const lastDay = [31, isLeap(Number(y)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(m) - 1] ?? 0;
        const isDay = y !== '0000' && Number(d) >= 1 && Number(d) <= lastDay;
        const query = 'query($d:Date){events(filter:{date:{from:$d}}){totalCount}}';
        const { errors, extensions } = await servers.post(path, { query, variables: { d: `${y}-${m}-${d}` } });
        if (isDay) expect(errors).toBeUndefined();
        else expect(extensions).toEqual(badInput('filter.date.from'));
      }),
      { numRuns },
    );
    if (path === 'compiled')
      tried(
        'any year, month and day',
        numRuns * paths.length,
        'answered if it is in the calendar, else BAD_USER_INPUT',
      );
  });
});

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
