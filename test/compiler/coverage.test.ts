import { expect, test } from '@jest/globals';
import { getNamedType, type GraphQLField, isCompositeType, isObjectType, isUnionType, parse, validate } from 'graphql';
import { compileOperation } from '../../src/compiler/operation.ts';
import { schema } from '../../src/graphql/schema.ts';
import { readDocument } from './readDocument.ts';

const globalId = (type: string) => Buffer.from(`${type}:00000000-0000-4000-8000-000000000000`).toString('base64');
const records = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));

/** A field with all that stands directly below it, fields that need arguments of their own left out. */
function select(field: GraphQLField<unknown, unknown>, args = '', depth = 0): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return field.name + args;
  const isPage = /Connection$|Edge$|^PageInfo$|^FuzzyDate$/.test(type.name);
  const below = isUnionType(type) || (!isPage && depth > 0) ? [] : Object.values(type.getFields());
  const inner = below
    .filter((f) => isPage || !isCompositeType(getNamedType(f.type)))
    .map((f) => select(f, '', depth + 1));
  return `${field.name}${args} { __typename ${inner.join(' ')} }`;
}

function compile(operation: string): string {
  const document = parse(operation);
  expect(validate(schema, document)).toEqual([]);
  return compileOperation(readDocument(document)).sql;
}

test.each(records.map((type) => [type.name, type] as const))('every field of %s is compiled', (name, type) => {
  const fields = Object.values(type.getFields()).map((field) => select(field));
  expect(compile(`{ node(id: "${globalId(name)}") { ... on ${name} { ${fields.join(' ')} } } }`)).toContain('select');
});

test('every root field is compiled', () => {
  const query = schema.getQueryType();
  const given: Record<string, string> = {
    node: `(id: "${globalId('Event')}")`,
    nodes: `(ids: ["${globalId('Event')}"])`,
  };
  for (const field of Object.values(query?.getFields() ?? {})) {
    const bySlug = field.args.some((argument) => argument.name === 'slug') ? '(slug: "a")' : '';
    expect(compile(`{ ${select(field, given[field.name] ?? bySlug)} }`)).toContain('select');
  }
});
