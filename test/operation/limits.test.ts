// Exactly at a limit an operation passes, one above it is refused.
import { describe, expect, test } from '@jest/globals';
import { GraphQLError, parse } from 'graphql';
import { excesses } from '../../src/answer/limits.ts';
import { type OperationSize } from '../../src/operation/size.ts';
import { readDocument } from '../compiler/readDocument.ts';
import { times } from '../hostile/oversizedOperations.ts';

const limits = { depth: 15, cost: 30_000 };
const none: OperationSize = {
  depth: 0,
  cost: 0,
  values: 0,
  conditions: 0,
  counts: 0,
  bytes: 0,
  reads: 0,
  fields: 0,
};

test.each<[figure: 'depth' | 'cost' | 'values' | 'conditions', limit: number, code: string]>([
  ['depth', 15, 'OPERATION_TOO_DEEP'],
  ['cost', 30_000, 'OPERATION_TOO_COMPLEX'],
  ['values', 300_000, 'OPERATION_TOO_COMPLEX'],
  ['conditions', 100, 'OPERATION_TOO_COMPLEX'],
])('%s: %d pass, one more does not', (figure, limit, code) => {
  expect(excesses({ ...none, [figure]: limit }, limits)).toEqual([]);
  const errors = excesses({ ...none, [figure]: limit + 1 }, limits);
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code, limit, figure: limit + 1 }]);
});

test('what is over several limits is told of each', () => {
  const errors = excesses({ ...none, depth: 16, cost: 30_001, values: 300_001, conditions: 101 }, limits);
  expect(errors.map(({ extensions }) => extensions['limit'])).toEqual([15, 30_000, 300_000, 100]);
});

/** @returns the extensions of the error that an operation cannot be measured for; undefined if it can */
function refusalOf(query: string): unknown {
  try {
    readDocument(parse(query));
    return undefined;
  } catch (error) {
    if (error instanceof GraphQLError) return error.extensions;
    throw error;
  }
}

const tooComplex = (limit: number) => ({ code: 'OPERATION_TOO_COMPLEX', limit, figure: limit + 1 });

describe('what is too large to be measured', () => {
  test('5,000 fields are measured, one more is not', () => {
    const fields = (count: number) => `{${times(count, (n) => `a${n}:__typename`)}}`;
    expect(refusalOf(fields(5000))).toBeUndefined();
    expect(refusalOf(fields(5001))).toEqual(tooComplex(5000));
  });

  test('100,000 selections are measured, one more is not', () => {
    // Each field of an actor is looked at for each of the five types.
    const selections = (more: number) =>
      `{${times(3 + more, () => '__typename')} actors(first:0){nodes{${times(19_999, () => 'name')}}}}`;
    expect(refusalOf(selections(0))).toBeUndefined();
    expect(refusalOf(selections(1))).toEqual(tooComplex(100_000));
  });

  test('200 fields in each other are measured, one more is not', () => {
    const deep = (depth: number) => `{event(slug:"a"){${'parent{'.repeat(depth - 2)}id${'}'.repeat(depth)}`;
    expect(refusalOf(deep(200))).toBeUndefined();
    expect(refusalOf(deep(201))).toEqual({ code: 'OPERATION_TOO_DEEP', limit: 200, figure: 201 });
  });
});

describe('arguments', () => {
  const argumentOf = (query: string) => (refusalOf(query) as { argumentName?: string } | undefined)?.argumentName;

  test('a page of 100 is the largest', () => {
    for (const page of ['first', 'last']) {
      expect(argumentOf(`{events(${page}:100){totalCount}}`)).toBeUndefined();
      expect(argumentOf(`{events(${page}:101){totalCount}}`)).toBe(page);
    }
  });

  test('100 ids are the most', () => {
    const id = Buffer.from('Event:00000000-0000-4000-8000-000000000000').toString('base64');
    const nodes = (count: number) => `{nodes(ids:[${times(count, () => `"${id}"`)}]){id}}`;
    expect(argumentOf(nodes(100))).toBeUndefined();
    expect(argumentOf(nodes(101))).toBe('ids');
  });

  test('100 values of a condition are the most', () => {
    const events = (count: number) => `{events(filter:{slug:{in:[${times(count, (n) => `"s${n}"`)}]}}){totalCount}}`;
    expect(argumentOf(events(100))).toBeUndefined();
    expect(argumentOf(events(101))).toBe('filter.slug.in');
  });

  test('relations nest three deep in a filter', () => {
    expect(argumentOf('{events(filter:{children:{children:{children:{}}}}){totalCount}}')).toBeUndefined();
    expect(argumentOf('{events(filter:{children:{children:{children:{children:{}}}}}){totalCount}}')).toBe(
      'filter.children.children.children.children',
    );
  });
});

test('what is nested a hundred levels deep in a variable is read, one level more is not', () => {
  const document = parse('query($unused:Int){__typename}');
  const nested = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1);
  expect(readDocument(document, { other: nested(100) }).shape.size.cost).toBe(0);
  expect(() => readDocument(document, { other: nested(101) })).toThrow('nested deeper');
});
