// Lists that are no connections keep the order of the case file; those without one are in the order of the slugs.
import { describe, expect, test } from '@jest/globals';
import { getNamedType, getNullableType, type GraphQLObjectType, isCompositeType, isListType } from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import { type Data, useApi } from '../support/api.ts';
import { many, rowCount, rowId } from '../support/rows.ts';
import { idsOf, modelOfType, nodeTypes } from './records.ts';

const api = useApi(many);

const bySlug = ['holdsResponsible', 'mentions', 'addressees'];
const lists = nodeTypes().flatMap((type) =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields())
    .filter((field) => isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)))
    .map(({ name, type: of }): [string, string, string, string] => [
      `${type}.${name}`,
      type,
      name,
      getNamedType(of).name,
    ]),
);

/** The place of a record among the rows of its model, which is its place in the file. */
function rowNumbers(model: string, records: Data[]): number[] {
  const numbers = new Map(Array.from({ length: rowCount(model, many) }, (_, index) => [rowId(model, index), index]));
  return records.map(({ id }) => numbers.get(Buffer.from(id, 'base64').toString().split(':')[1] ?? '') ?? -1);
}

async function listed(type: string, field: string): Promise<Data[][]> {
  const values = bySlug.includes(field) || field === 'speakers' ? 'id slug' : 'id';
  const { nodes } = await api.ask(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { list: ${field} { ${values} } } } }`,
    { ids: idsOf(type, many).slice(0, 100) },
  );
  return nodes.map(({ list }: Data) => list);
}

describe('in the order of the case file', () => {
  const others = ['speakers', 'ancestors', ...bySlug];
  const inFile = lists.filter(([, , name]) => !others.includes(name));
  test.each(inFile)('%s', async (_name, type, field, of) => {
    const all = await listed(type, field);
    const numbers = rowNumbers(modelOfType(of), all.flat());
    expect(numbers).not.toContain(-1);
    const inLists = all.map((list) => numbers.splice(0, list.length));
    expect(inLists).toEqual(inLists.map((list) => list.toSorted((a, b) => a - b)));
    expect(all.flat().length).toBeGreaterThan(0);
  });
});

test('addressees and those held responsible are in the order of their slugs', async () => {
  for (const [type, field] of [
    ['Statement', 'addressees'],
    ['Claim', 'holdsResponsible'],
    ['Claim', 'mentions'],
  ] as const) {
    const all = (await listed(type, field)).map((list) => list.map(({ slug }) => slug));
    expect(all).toEqual(all.map((slugs) => slugs.toSorted()));
    expect(all).toContainEqual(['actor-0', 'actor-5']);
  }
});

test('the ancestors of a place are in the order of their depth, the nearest first', async () => {
  const all = (await listed('Place', 'ancestors')).map((list) => rowNumbers('Place', list));
  expect(all.flat().length).toBeGreaterThan(0);
  expect(all).toEqual(all.map((list) => list.toSorted((a, b) => b - a)));
});

test('speakers are in the order in which the case file names them, whatever their slugs', async () => {
  const all = (await listed('Statement', 'speakers')).map((list) => list.map(({ slug }) => slug));
  const next = (slug: string) => `actor-${(Number(slug.slice('actor-'.length)) + 1) % rowCount('Actor', many)}`;
  expect(all).toEqual(all.map(([first]) => [first, next(first)]));
  expect(all).toContainEqual(['actor-5', 'actor-0']);
});
