// What can be filtered follows from the type alone: whoever knows a type knows its filter.
import { describe, expect, test } from '@jest/globals';
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isUnionType,
} from 'graphql';
import { schema } from '../../src/graphql/schema.ts';
import { lists } from './lists.ts';
import { modelOfType, nodeTypes } from './records.ts';

const models = [...new Set(nodeTypes().map(modelOfType))];
const objectType = (name: string) => schema.getType(name) as GraphQLObjectType;
/** The fields of all types that show a model. */
const fieldsOf = (model: string) => {
  const types = nodeTypes().filter((type) => modelOfType(type) === model);
  const fields = types.flatMap((type) => Object.values(objectType(type).getFields()));
  return [...new Map(fields.map((field) => [field.name, field])).values()];
};
const hasSlug = (model: string) => fieldsOf(model).some(({ name }) => name === 'slug');
const inputFields = (name: string) => {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) return undefined;
  return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));
};

/** The condition on a record with a slug that a relation leads to. */
const referenceTo = (model: string) => (model === 'Place' ? 'PlaceReferenceFilter' : 'SlugFilter');

/** The condition that a filter has for a field of its type; none for numbers, flags, moments, ids and lists of texts. */
function condition({ name, type }: GraphQLField<unknown, unknown>): [string, string][] {
  const named = getNamedType(type);
  const isList = isListType(getNullableType(type));
  if (isEnumType(named)) return [[name, `${named.name}Filter`]];
  if (named.name === 'FuzzyDate') return [[name, 'FuzzyDateFilter']];
  if (named.name === 'String' && !isList) return [[name, name === 'slug' ? 'SlugFilter' : 'TextFilter']];
  if (!isCompositeType(named)) return [];
  if (named.name.endsWith('Connection')) return [[name, `${named.name.slice(0, -'Connection'.length)}Filter`]];
  if (!isUnionType(named) && !isList && hasSlug(named.name)) return [[name, referenceTo(named.name)]];
  return [[name, `${named.name}Filter`]];
}

describe.each(models)('%sFilter', (model) => {
  test('has every enum, date, slug, text and relation of its type, under the same name, and nothing else', () => {
    const expected = Object.fromEntries(fieldsOf(model).flatMap(condition));
    // A record with a slug that belongs to several cases.
    if (hasSlug(model) && 'cases' in expected) expected['case'] = 'SlugFilter';
    expect(inputFields(`${model}Filter`)).toEqual(expected);
  });
});

describe.each(models.filter((model) => fieldsOf(model).some(({ name }) => name === 'subject')))(
  '%s.subject',
  (model) => {
    test('can be filtered by each record that it may be', () => {
      const union = getNamedType(objectType(model).getFields()['subject']?.type);
      if (!isUnionType(union)) throw new Error(`${model}.subject is no union`);
      const members = [...new Set(union.getTypes().map(({ name }) => modelOfType(name)))];
      const expected = members.map((member) => [
        member.charAt(0).toLowerCase() + member.slice(1),
        hasSlug(member) ? referenceTo(member) : `${member}Filter`,
      ]);
      expect(inputFields(`${union.name}Filter`)).toEqual(Object.fromEntries(expected));
    });
  },
);

test('an enum, a slug, a text and a date are filtered in one way each', () => {
  expect(inputFields('SlugFilter')).toEqual({ in: '[String!]' });
  expect(inputFields('PlaceReferenceFilter')).toEqual({ in: '[String!]', within: '[String!]' });
  expect(inputFields('TextFilter')).toEqual({ contains: 'String' });
  expect(inputFields('FuzzyDateFilter')).toEqual({ from: 'Date', to: 'Date', match: 'DateMatch!' });
  for (const type of Object.values(schema.getTypeMap())) {
    if (
      !isEnumType(type) ||
      type.name.startsWith('__') ||
      type.name.startsWith('Order') ||
      type.name.endsWith('OrderField')
    )
      continue;
    if (type.name === 'DateMatch' || type.name === 'DatePrecision') continue;
    expect([type.name, inputFields(`${type.name}Filter`)]).toEqual([type.name, { in: `[${type.name}!]` }]);
  }
});

test('dates are matched POSSIBLY unless the filter says otherwise', () => {
  const filter = schema.getType('FuzzyDateFilter') as GraphQLInputObjectType;
  expect(filter.getFields()['match']?.defaultValue).toBe('POSSIBLY');
});

test.each(lists().map((list) => [`${list.parent}.${list.field}`, list] as const))(
  '%s takes the page arguments, the filter of its records and, where there is one, their order',
  (_name, { parent, field, node }) => {
    const args = objectType(parent).getFields()[field]?.args ?? [];
    expect(Object.fromEntries(args.map(({ name, type }) => [name, String(type)]))).toEqual({
      first: 'Int',
      last: 'Int',
      after: 'String',
      before: 'String',
      filter: `${node}Filter`,
      ...(schema.getType(`${node}Order`) && { orderBy: `${node}Order` }),
    });
    expect(args.map(({ defaultValue }) => defaultValue)).toEqual(args.map(() => undefined));
  },
);

test('actors and places are ordered by name, events and legal actions by date or title, statements by date', () => {
  const orders = Object.keys(schema.getTypeMap()).filter((name) => name.endsWith('OrderField'));
  const values = (name: string) => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  };
  expect(Object.fromEntries(orders.map((name) => [name, values(name)]))).toEqual({
    ActorOrderField: ['NAME'],
    PlaceOrderField: ['NAME'],
    EventOrderField: ['DATE', 'TITLE'],
    LegalActionOrderField: ['DATE', 'TITLE'],
    StatementOrderField: ['DATE'],
  });
});
